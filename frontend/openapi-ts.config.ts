import { defineConfig } from '@hey-api/openapi-ts';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

type PathItem = Partial<Record<(typeof METHODS)[number], { operationId?: string }>>;

/** `GET /api/quizzes/{id}` → `getQuizzesById`: the address names the call, whatever the server calls its methods. */
function operationName(method: string, path: string): string {
  const words = path
    .replace(/^\/api\//, '')
    .split('/')
    .map((part) => (part.startsWith('{') ? `by-${part.slice(1, -1)}` : part));
  return [method, ...words].join('-');
}

export default defineConfig({
  input: process.env.OPENAPI_FILE ?? '../backend/openapi.json',
  output: { path: 'src/lib/api/generated', indexFile: false },
  parser: {
    patch: {
      input: (spec) => {
        const paths = (spec.paths ?? {}) as Record<string, PathItem>;
        for (const [path, item] of Object.entries(paths)) {
          for (const method of METHODS) {
            const operation = item[method];
            if (operation) operation.operationId = operationName(method, path);
          }
        }
      },
    },
  },
  plugins: [
    {
      name: '@hey-api/client-fetch',
      throwOnError: true,
      runtimeConfigPath: './src/lib/api/client-config',
    },
    { name: '@hey-api/sdk', responseStyle: 'data' },
    '@hey-api/typescript',
  ],
});
