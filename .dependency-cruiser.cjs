/** Who may import whom. The README's architecture section says why; `npm run lint` checks it. */
const src = '^backend/src/';
const platform =
  '(redis|cache|queue|logger|throttler|database|events|mail|metrics|health|http|lifecycle|proxy-cache)';

/** Only these rooms may use the package. */
const onlyIn = (name, packagePattern, rooms) => ({
  name,
  severity: 'error',
  from: { path: `${src}.+`, pathNot: `${src}(${rooms})/` },
  to: { path: `node_modules/${packagePattern}/` },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nothing imports and that starts nothing is dead.',
      severity: 'error',
      from: {
        orphan: true,
        path: '^(backend|frontend)/src/',
        pathNot: '(\\.spec\\.tsx?|\\.d\\.ts|/main\\.tsx?|parser-child\\.ts)$',
      },
      to: {},
    },
    {
      name: 'shared-is-pure',
      severity: 'error',
      from: { path: `${src}shared/` },
      to: { path: `${src}.+`, pathNot: `${src}shared/` },
    },
    {
      name: 'shared-does-no-io',
      severity: 'error',
      from: { path: `${src}(shared|modules/[^/]+/domain)/`, pathNot: '\\.spec\\.ts$' },
      to: {
        dependencyTypes: ['core'],
        pathNot: '^(node:)?(crypto|buffer)$',
      },
    },
    {
      name: 'config-knows-only-shared',
      severity: 'error',
      from: { path: `${src}config/` },
      to: { path: `${src}.+`, pathNot: `${src}(config|shared)/` },
    },
    {
      name: 'platform-never-upward',
      severity: 'error',
      from: { path: `${src}${platform}/` },
      to: { path: `${src}(modules/|[^/]+\\.ts$)` },
    },
    {
      name: 'modules-never-upward',
      severity: 'error',
      from: { path: `${src}modules/` },
      to: { path: `${src}[^/]+\\.ts$` },
    },
    {
      name: 'features-meet-by-api',
      comment: 'Another feature is known by its *.api.ts and *.module.ts alone.',
      severity: 'error',
      from: { path: `${src}modules/([^/]+)/` },
      to: {
        path: `${src}modules/`,
        pathNot: [`${src}modules/$1/`, '\\.(api|module)\\.ts$'],
      },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: `${src}modules/[^/]+/domain/`, pathNot: '\\.spec\\.ts$' },
      to: {
        path: [`${src}.+`, 'node_modules/'],
        pathNot: [`${src}(modules/[^/]+/domain|shared)/`, 'node_modules/zod/'],
      },
    },
    {
      name: 'controllers-ask-services',
      severity: 'error',
      from: { path: '\\.(controller|processor)\\.ts$' },
      to: { path: '\\.(repository|cache)\\.ts$' },
    },
    {
      name: 'repositories-know-no-services',
      severity: 'error',
      from: { path: '\\.repository\\.ts$' },
      to: { path: '\\.(service|controller|processor)\\.ts$', pathNot: `${src}database/` },
    },
    {
      name: 'prisma-in-repositories',
      severity: 'error',
      from: {
        path: `${src}modules/`,
        pathNot: '\\.(repository|mapper)\\.ts$',
      },
      to: { path: [`${src}generated/`, 'node_modules/@prisma/', 'node_modules/pg/'] },
    },
    {
      name: 'no-http-exceptions-in-services',
      severity: 'error',
      from: { path: '\\.(service|repository)\\.ts$', pathNot: `${src}(http|health)/` },
      to: { path: 'node_modules/(fastify|@nestjs/platform-fastify)/' },
    },
    onlyIn('bullmq-in-queue', 'bullmq', 'queue'),
    onlyIn('ioredis-in-redis', 'ioredis', 'redis'),
    {
      name: 'frontend-downward',
      severity: 'error',
      from: { path: '^frontend/src/(components|hooks|lib)/' },
      to: { path: '^frontend/src/(app|features)/' },
    },
    {
      name: 'frontend-features-below-app',
      severity: 'error',
      from: { path: '^frontend/src/features/' },
      to: { path: '^frontend/src/app/' },
    },
    {
      name: 'frontend-features-apart',
      comment: 'Routes compose features; a feature never imports another.',
      severity: 'error',
      from: { path: '^frontend/src/features/([^/]+)/' },
      to: { path: '^frontend/src/features/', pathNot: '^frontend/src/features/$1/' },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-test-code-in-the-product',
      severity: 'error',
      from: { path: '^(backend|frontend)/src/', pathNot: '\\.spec\\.tsx?$' },
      to: { path: '(^backend/test/|^frontend/e2e/|\\.spec\\.)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^backend/src/generated/', '^frontend/src/lib/api/generated/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'backend/tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
