import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const read = (...path: string[]) => readFileSync(join(ROOT, ...path), 'utf8');

describe('the images', () => {
  const dockerfile = read('Dockerfile');

  it('are made with the Node that the product pins', () => {
    const { devDependencies } = JSON.parse(read('package.json')) as {
      devDependencies: { node: string };
    };
    const used = [...dockerfile.matchAll(/FROM node:([\d.]+)-/g)].map(([, version]) => version);
    expect(new Set(used)).toEqual(new Set([devDependencies.node]));
  });

  it('have the nginx that the tests try', () => {
    for (const name of ['nginx', 'libnginx-mod-http-brotli-static', 'libnginx-mod-http-js']) {
      expect(read('.ci', 'run')).toContain(name);
      expect(dockerfile).toMatch(new RegExp(`\\b${name}\\b`));
    }
  });

  it('end as users who are not root', () => {
    const users = [...dockerfile.matchAll(/^USER (\S+)$/gm)].map(([, name]) => name);
    expect(users).toEqual(['node', 'www-data']);
  });
});
