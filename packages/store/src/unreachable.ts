import { StoreUnreachableError } from './store-error.ts';

/** One sentence that names server and database, and never the password. */
export function unreachable(location: string, error: unknown): StoreUnreachableError {
  const { hostname, port, pathname } = new URL(location);
  const where = `PostgreSQL at ${hostname || 'localhost'}:${port || 5432}, database ${pathname.slice(1) || 'of the user'},`;
  return new StoreUnreachableError(
    `${where} cannot be reached (${reasonOf(error)}); start it, or name another store with --store or SCRUTINEER_STORE`,
  );
}

function reasonOf(error: unknown): string {
  const { code, message, errors } = error as { code?: string; message?: string; errors?: unknown[] };
  if (errors?.length) return reasonOf(errors[0]);
  return code ?? message ?? 'no answer';
}
