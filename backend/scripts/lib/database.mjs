import { OWNER_ROLE } from './postgres.mjs';

/** What the two processes connect as: it owns nothing and cannot change the schema. */
export const APP_ROLE = 'quizmaster_app';

/**
 * @param {{ role: string, password: string, port: number, database: string }} parts
 */
export function databaseUrl({ role, password, port, database }) {
  return `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;
}

/**
 * The same address with another database.
 * @param {string} url
 * @param {string} database
 */
export function withDatabase(url, database) {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

/**
 * Makes the app's role (once, or gives it this password) and an empty database when absent.
 * @param {{ adminUrl: string, database: string, appPassword: string }} wanted adminUrl: the owner
 *   role on the maintenance database `postgres`
 */
export async function prepareDatabase({ adminUrl, database, appPassword }) {
  await withClient(adminUrl, async (client) => {
    const role = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [APP_ROLE]);
    const verb = role.rowCount === 0 ? 'CREATE' : 'ALTER';
    await client.query(
      `${verb} ROLE ${APP_ROLE} LOGIN PASSWORD ${client.escapeLiteral(appPassword)}`,
    );
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (found.rowCount === 0) await createDatabase(adminUrl, database);
  });
}

/**
 * @param {string} adminUrl
 * @param {string} name
 * @param {string} [template] a database that nobody is connected to
 */
export async function createDatabase(adminUrl, name, template = 'template0') {
  await withClient(adminUrl, async (client) => {
    const [db, from] = [client.escapeIdentifier(name), client.escapeIdentifier(template)];
    // File copies are much faster than the write-ahead log for small templates; see CREATE DATABASE.
    await client.query(
      `CREATE DATABASE ${db} OWNER ${OWNER_ROLE} TEMPLATE ${from} STRATEGY FILE_COPY`,
    );
  });
}

/**
 * @param {string} adminUrl
 * @param {string} name
 */
export async function dropDatabase(adminUrl, name) {
  await withClient(adminUrl, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`);
  });
}

/**
 * Lets the app's role read and write rows of every table, now and later, and nothing else. The
 * history of migrations is for reading only. Where the server counts statements, it may read those of its own. To be
 * called after migrations.
 * @param {string} ownerUrl
 */
export async function grantToApp(ownerUrl) {
  await withClient(ownerUrl, async (client) => {
    await client.query(`
      REVOKE CREATE ON SCHEMA public FROM PUBLIC;
      GRANT USAGE ON SCHEMA public TO ${APP_ROLE};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${APP_ROLE};
      GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${APP_ROLE};
      ALTER DEFAULT PRIVILEGES FOR ROLE ${OWNER_ROLE} IN SCHEMA public
        GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${APP_ROLE};
      ALTER DEFAULT PRIVILEGES FOR ROLE ${OWNER_ROLE} IN SCHEMA public
        GRANT USAGE, SELECT ON SEQUENCES TO ${APP_ROLE};
      DO $$ BEGIN
        IF to_regclass('public._prisma_migrations') IS NOT NULL THEN
          REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM ${APP_ROLE};
        END IF;
        IF current_setting('shared_preload_libraries') LIKE '%pg_stat_statements%' THEN
          CREATE EXTENSION IF NOT EXISTS pg_stat_statements;
        END IF;
      END $$;`);
  });
}

/**
 * @template T
 * @param {string} url
 * @param {(client: import('pg').Client) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withClient(url, use) {
  // Loaded when needed: the first start reads this file before anything is installed.
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A connection that drops in the middle also fails its query, which is where it is handled.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
