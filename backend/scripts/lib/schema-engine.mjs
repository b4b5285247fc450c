import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { backendDir } from './paths.mjs';

/**
 * Runs Prisma's schema engine, as WebAssembly, against a database: the native one would have to be
 * downloaded. Both keep the same `_prisma_migrations` table.
 * @template T
 * @param {{ url: string, schemas?: [string, string][] }} options schemas: pairs of path and text
 * @param {(engine: import('@prisma/schema-engine-wasm/schema_engine_bg').SchemaEngine) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withSchemaEngine({ url, schemas }, use) {
  const engineModule = await loadEngine();
  const { PrismaPg } = await import('@prisma/adapter-pg');
  const { bindMigrationAwareSqlAdapterFactory } = await import('@prisma/driver-adapter-utils');
  const { default: pg } = await import('pg');
  // A pool of ours, because the engine never closes the one that it would make itself.
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool));
  try {
    const engine = await engineModule.SchemaEngine.new(
      { datamodels: schemas },
      () => undefined,
      adapter,
    );
    try {
      return await use(engine);
    } finally {
      engine.free();
    }
  } finally {
    await pool.end();
  }
}

/** @type {Promise<typeof import('@prisma/schema-engine-wasm/schema_engine_bg')> | undefined} */
let loading;

/** Once per process, because every loading would compile the two megabytes again. */
function loadEngine() {
  loading ??= instantiate();
  return loading;
}

async function instantiate() {
  const require = createRequire(join(backendDir, 'package.json'));
  const file = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const engine = await import(pathToFileURL(file).href);
  const bytes = readFileSync(join(dirname(file), 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': withQuietTimers(engine),
  });
  engine.__wbg_set_wasm(instance.exports);
  const begin = /** @type {() => void} */ (instance.exports.__wbindgen_start);
  begin();
  return engine;
}

/**
 * The engine forgets a ten-second timer (its wait for the migration lock) after it is done; that
 * must not keep a finished command alive.
 * @param {Record<string, (...args: unknown[]) => unknown>} imports
 */
function withQuietTimers(imports) {
  return Object.fromEntries(
    Object.entries(imports).map(([name, call]) => {
      if (!name.startsWith('__wbg_setTimeout')) return [name, call];
      return [name, (/** @type {unknown[]} */ ...args) => unref(call(...args))];
    }),
  );
}

/** @param {unknown} timer */
function unref(timer) {
  if (timer && typeof timer === 'object' && 'unref' in timer && typeof timer.unref === 'function') {
    timer.unref();
  }
  return timer;
}
