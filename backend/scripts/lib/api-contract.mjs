import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { filesOf } from './content-hash.mjs';
import { backendDir, frontendDir, modulesDir, pinnedNodeFile } from './paths.mjs';
import { PlainError } from './plain-error.mjs';
import { runCommand, tail } from './run-command.mjs';

export const openApiFile = join(backendDir, 'openapi.json');
const CLIENT = join('src', 'lib', 'api', 'generated');
/** What the generator of the client reads besides the document. */
const GENERATOR_INPUTS = [
  'openapi-ts.config.ts',
  'package.json',
  'tsconfig.json',
  join('src', 'lib', 'api', 'client-config.ts'),
];

/**
 * Writes the OpenAPI document of the built backend.
 * @param {string} file
 */
export async function writeOpenApi(file) {
  const { code, output } = await runCommand(
    pinnedNodeFile,
    [join(backendDir, 'dist', 'openapi.js'), file],
    { cwd: backendDir },
  );
  if (code !== 0)
    throw new PlainError(`The OpenAPI document could not be written:\n${tail(output, 20)}`);
}

/** Writes the client of the pages from `backend/openapi.json`. */
export function writeClient() {
  return runGenerator(frontendDir);
}

/**
 * What in the repository is not what the code makes today.
 * @param {string} scratch an empty folder
 * @returns {Promise<string[]>} names of stale files; none when all is fresh
 */
export async function staleContract(scratch) {
  const document = join(scratch, 'openapi.json');
  await writeOpenApi(document);
  const stale = sameContent(document, openApiFile)
    ? []
    : [relative(join(backendDir, '..'), openApiFile)];
  return [...stale, ...(await staleClientFiles(scratch))];
}

/**
 * The client is generated in a copy of the few files that it depends on, since its imports are
 * written relative to where it is put.
 * @param {string} scratch
 */
async function staleClientFiles(scratch) {
  const copy = join(scratch, 'frontend');
  mkdirSync(copy, { recursive: true });
  for (const name of GENERATOR_INPUTS)
    cpSync(join(frontendDir, name), join(copy, name), { recursive: true });
  symlinkSync(modulesDir, join(scratch, 'node_modules'));
  await runGenerator(copy);
  const [fresh, kept] = [join(copy, CLIENT), join(frontendDir, CLIENT)];
  const names = new Set(
    [fresh, kept].flatMap((dir) => filesOf(dir).map((file) => relative(dir, file))),
  );
  return [...names]
    .filter((name) => !sameContent(join(fresh, name), join(kept, name)))
    .map((name) => join('frontend', CLIENT, name));
}

/** @param {string} cwd */
async function runGenerator(cwd) {
  const env = { ...process.env, OPENAPI_FILE: openApiFile };
  const script = join(modulesDir, '@hey-api', 'openapi-ts', 'bin', 'run.js');
  const { code, output } = await runCommand(pinnedNodeFile, [script, '--no-log-file'], {
    cwd,
    env,
  });
  if (code !== 0)
    throw new PlainError(`The API client could not be generated:\n${tail(output, 20)}`);
}

/**
 * @param {string} a
 * @param {string} b
 */
function sameContent(a, b) {
  try {
    return readFileSync(a, 'utf8') === readFileSync(b, 'utf8');
  } catch {
    // One of them does not exist, which is a difference.
    return false;
  }
}
