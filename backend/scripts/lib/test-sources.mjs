import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { backendDir } from './paths.mjs';

/**
 * Loads a module of backend/test, written in TypeScript, as it is: the pinned Node strips the types, and imports that
 * end in .js find the .ts beside them, there and in backend/src.
 * @param {string} path below backend/test
 */
export function importTestSource(path) {
  const hooks = registerHooks({
    resolve: (specifier, context, next) => {
      const ours = /\/backend\/(test|src)\//.test(context.parentURL ?? '');
      return next(
        ours && specifier.startsWith('.') ? specifier.replace(/\.js$/, '.ts') : specifier,
        context,
      );
    },
  });
  return import(pathToFileURL(join(backendDir, 'test', path)).href).finally(() =>
    hooks.deregister(),
  );
}
