/** Codes of Node's network errors. */
const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/**
 * Classes and codes of PostgreSQL's errors that say that the server is going or coming.
 * Source: PostgreSQL documentation, appendix A, "PostgreSQL Error Codes".
 */
const SERVER_AWAY = /^(?:08...|57P0[123]|53300)$/;

/** What node-postgres says, without a code, of connections that end or are not to be had. */
const MESSAGES = /connection terminated|timeout exceeded when trying to connect|connection error|not queryable/i;

/** Whether an error says that the database is not there, so that the same may succeed later. */
export function isLostConnection(error: unknown): boolean {
  const { code = '', message = '', errors } = (error ?? {}) as { code?: string; message?: string; errors?: unknown[] };
  if (errors?.length) return errors.every(isLostConnection);
  return NETWORK.has(code) || SERVER_AWAY.test(code) || MESSAGES.test(message);
}
