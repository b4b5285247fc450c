import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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
  ['bullmq-in-queue', 'backend/src/modules/exams/q.service.ts', 'bullmq'],
  ['ioredis-where-it-belongs', 'backend/src/modules/exams/r.service.ts', 'ioredis'],
  ['frontend-downward', 'frontend/src/lib/up.ts', '../features/exam/page'],
  ['frontend-features-below-app', 'frontend/src/features/exam/app.ts', '../../app/router'],
  ['frontend-features-apart', 'frontend/src/features/grade/page.ts', '../exam/page'],
  ['nothing-unresolved', 'backend/src/shared/lost.ts', './nowhere.js'],
];
const targets = [
  'backend/src/main.ts',
  'backend/src/config/settings.ts',
  'backend/src/cache/store.ts',
  'backend/src/modules/exams/exams.service.ts',
  'backend/src/modules/exams/x.repository.ts',
  'frontend/src/features/exam/page.ts',
  'frontend/src/app/router.ts',
];

let folder: string;
let found: { rule: string; file: string }[];

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

/** The tool ends with an error code when there are violations, which here is what it should do. */
function cruise(): string {
  const tool = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const args = [tool, '--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
  try {
    return execFileSync(process.execPath, [...args, 'backend/src', 'frontend/src'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'architecture-'));
  cpSync(join(root, '.dependency-cruiser.cjs'), join(folder, '.dependency-cruiser.cjs'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  write('package.json', '{ "type": "module" }');
  write('backend/tsconfig.json', '{ "compilerOptions": { "module": "NodeNext" } }');
  for (const file of targets) write(file, 'export const it = 1;\n');
  write('backend/src/shared/b.ts', "export * from './a.js';\n");
  for (const [, file, imports] of planted) {
    write(file, `import * as it from '${imports}';\nexport const kept = it;\n`);
  }
  const result = JSON.parse(cruise()) as {
    summary: { violations: { rule: { name: string }; from: string }[] };
  };
  found = result.summary.violations.map(({ rule, from }) => ({ rule: rule.name, file: from }));
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each(planted)('the rule %s stops %s', (rule, file) => {
  expect(found).toContainEqual({ rule, file });
});
