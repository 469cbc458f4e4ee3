/**
 * PostgreSQL's codes for what a person can put right.
 * Source: PostgreSQL documentation, appendix A, "PostgreSQL Error Codes".
 */
const SENTENCES: Readonly<Record<string, string>> = {
  '28P01': 'the password is wrong, or none was given',
  '28000': 'this user may not log in there',
  '3D000': 'there is no such database',
  '42501': 'this user has no right to it',
  '25006': 'it can only be read',
};

/** Why a database refused, in words of our own. */
export function refusalReason(error: unknown): string {
  const { code = '', name, message = '' } = (error ?? {}) as { code?: string; name?: string; message?: string };
  const [, newer] = /^corrupted migrations: .* migration (\S+) is missing/.exec(message) ?? [];
  if (newer) return `it was written by a newer version of this program (${newer}); use that version`;
  return SENTENCES[code] ?? `the database refuses it (${code || name || 'no reason'})`;
}
