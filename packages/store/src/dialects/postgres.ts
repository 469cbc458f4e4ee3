import { PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import Cursor from 'pg-cursor';
import { CopyingClient, copyText } from './copying-client.ts';
import type { StoreDialect } from './dialect.ts';

/** Milliseconds until a server that does not answer counts as away. */
const CONNECT_TIMEOUT = 4000;
/** Connections of one process. */
const MOST_CONNECTIONS = 10;

/** The dialect for a PostgreSQL database; the only place that knows PostgreSQL. @param url postgres://… */
export function postgresDialect(url: string): StoreDialect {
  const pool = new pg.Pool({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    max: MOST_CONNECTIONS,
    application_name: 'scrutineer',
    Client: CopyingClient,
  });
  // A connection that is lost while nobody uses it is replaced when the next one is needed.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return {
    dialect: new PostgresDialect({ pool, cursor: Cursor }),
    // Else the server's language would decide on the order.
    text: sql`text collate "C"`,
    isReadOnly: false,
    lock: async (db, names) => {
      const locks = names.map((name) => sql`pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
      await sql`select ${sql.join(locks)}`.execute(db);
    },
    // To read thousands of parameters, or JSON, would cost more than to store the rows.
    insertObservations: async (db, rows) => {
      if (rows.length === 0) return;
      const columns = Object.keys(rows[0]!) as (keyof (typeof rows)[number])[];
      await sql`copy observation (${sql.join(columns.map(sql.ref))}) from stdin ${copyText(rows, columns)}`.execute(db);
    },
  };
}
