import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Each line plants one import that a rule forbids. */
const planted: [rule: string, file: string, imports: string][] = [
  ['no-cycles', 'backend/src/shared/a.ts', './b.js'],
  ['shared-is-pure', 'backend/src/shared/up.ts', '../config/settings.js'],
  ['shared-does-no-io', 'backend/src/shared/disk.ts', 'node:fs'],
  ['config-knows-only-shared', 'backend/src/config/wide.ts', '../cache/store.js'],
  ['platform-never-upward', 'backend/src/cache/feature.ts', '../modules/exams/exams.service.js'],
  ['modules-never-upward', 'backend/src/modules/exams/root.ts', '../../main.js'],
  ['features-meet-by-api', 'backend/src/modules/grades/grades.ts', '../exams/exams.service.js'],
  ['domain-is-pure', 'backend/src/modules/exams/domain/rule.ts', '../exams.service.js'],
  ['controllers-ask-services', 'backend/src/modules/exams/x.controller.ts', './x.repository.js'],
  [
    'repositories-know-no-services',
    'backend/src/modules/exams/y.repository.ts',
    './exams.service.js',
  ],
  ['prisma-in-repositories', 'backend/src/modules/exams/z.service.ts', 'pg'],
  ['no-http-exceptions-in-services', 'backend/src/modules/exams/h.service.ts', 'fastify'],
  ['bullmq-in-queue', 'backend/src/modules/exams/q.service.ts', 'bullmq'],
  ['ioredis-in-redis', 'backend/src/modules/exams/r.service.ts', 'ioredis'],
  ['frontend-downward', 'frontend/src/lib/up.ts', '../features/exam/page'],
  ['frontend-features-below-app', 'frontend/src/features/exam/app.ts', '../../app/router'],
  ['frontend-features-apart', 'frontend/src/features/grade/page.ts', '../exam/page'],
  ['nothing-unresolved', 'backend/src/shared/lost.ts', './nowhere.js'],
  [
    'no-test-code-in-the-product',
    'backend/src/modules/exams/made.ts',
    '../../../test/make-exam.js',
  ],
  ['no-test-code-in-the-product', 'frontend/src/features/exam/made.ts', '../../../e2e/make-page'],
  ['no-test-code-in-the-product', 'backend/src/modules/exams/sure.ts', './exams.spec.js'],
];
const targets = [
  'backend/src/main.ts',
  'backend/test/make-exam.ts',
  'frontend/e2e/make-page.ts',
  'backend/src/modules/exams/exams.spec.ts',
  'backend/src/config/settings.ts',
  'backend/src/cache/store.ts',
  'backend/src/modules/exams/exams.service.ts',
  'backend/src/modules/exams/x.repository.ts',
  'frontend/src/features/exam/page.ts',
  'frontend/src/app/router.ts',
];

/** It imports nothing, and nothing imports it. */
const unused = 'backend/src/modules/exams/unused.ts';

let folder: string;
let found: { rule: string; file: string }[];

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

/** The tools end with an error code when they find something, which here is what they should do. */
function run(tool: string, ...args: string[]): unknown {
  const words = [join(root, 'node_modules', tool), ...args];
  const options = { cwd: folder, encoding: 'utf8', stdio: 'pipe' } as const;
  const { stdout } = spawnSync(process.execPath, words, options);
  return JSON.parse(stdout);
}

/** Who imports what, by the rules of `.dependency-cruiser.cjs`. */
function cruise(): { rule: string; file: string }[] {
  const result = run(
    'dependency-cruiser/bin/dependency-cruiser.mjs',
    ...['--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
    ...['backend/src', 'frontend/src'],
  ) as { summary: { violations: { rule: { name: string }; from: string }[] } };
  return result.summary.violations.map(({ rule, from }) => ({ rule: rule.name, file: from }));
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'architecture-'));
  for (const config of ['.dependency-cruiser.cjs', '.eslint.config.mjs']) {
    cpSync(join(root, config), join(folder, config));
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  write('package.json', '{ "type": "module" }');
  write('backend/tsconfig.json', '{ "compilerOptions": { "module": "NodeNext" } }');
  for (const file of [...targets, unused]) write(file, 'export const it = 1;\n');
  write('backend/src/shared/b.ts', "export * from './a.js';\n");
  for (const [, file, imports] of planted) {
    write(file, `import * as it from '${imports}';\nexport const kept = it;\n`);
  }
  found = cruise();
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each(planted)('the rule %s stops %s', (rule, file) => {
  expect(found).toContainEqual({ rule, file });
});

it('the rule no-orphans stops a file that nothing imports', () => {
  expect(found).toContainEqual({ rule: 'no-orphans', file: unused });
});

it('every rule is proved here by something that it stops', () => {
  const rules = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs')) as {
    forbidden: { name: string }[];
  };
  const proved = new Set(['no-orphans', ...planted.map(([rule]) => rule)]);
  expect(rules.forbidden.map(({ name }) => name).filter((name) => !proved.has(name))).toEqual([]);
});

it('the linter stops HTTP exceptions in all parts of a feature', () => {
  const files = ['x.controller.ts', 'h.service.ts', 'x.repository.ts', 'domain/rule.ts'].map(
    (name) => `backend/src/modules/throwing/${name}`,
  );
  const text =
    "import { NotFoundException } from '@nestjs/common';\nthrow new NotFoundException();\n";
  for (const file of files) write(file, text);
  // Types are not needed for it, and would take most of the time.
  write(
    'untyped.config.mjs',
    `import rules from './.eslint.config.mjs';
     import tseslint from 'typescript-eslint';
     export default [...rules, tseslint.configs.disableTypeChecked];`,
  );
  const args = ['--config', 'untyped.config.mjs', '--format', 'json', ...files];
  const results = run('eslint/bin/eslint.js', ...args) as { messages: { ruleId: string }[] }[];
  const rule = '@typescript-eslint/no-restricted-imports';
  expect(results.map(({ messages }) => messages.map(({ ruleId }) => ruleId))).toEqual(
    files.map(() => [rule]),
  );
});
