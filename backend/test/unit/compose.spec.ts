import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadApiConfig, loadWorkerConfig } from '../../src/config/load-config.js';

interface Service {
  environment?: Record<string, string | number>;
  ports?: string[];
  networks?: string[];
  user?: string;
  healthcheck?: { test?: string[]; disable?: boolean };
  deploy?: { resources?: { limits?: { cpus?: string; memory?: string } } };
  logging?: object;
}

const ROOT = join(import.meta.dirname, '..', '..', '..');
const text = readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8');
const { services, networks } = parse(text, { merge: true }) as {
  services: Record<string, Service>;
  networks: Record<string, { internal?: boolean } | null>;
};
const all = Object.entries(services);

/** What a variable becomes where `.env` sets those that must be set, and nothing else. */
function filledIn(environment: Service['environment'] = {}): Record<string, string> {
  const fill = (value: string | number) =>
    String(value).replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, _name, kind, rest: string) =>
      kind === '-' ? rest : 'x'.repeat(32),
    );
  return Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [name, fill(value)]),
  );
}

describe('the composition of services', () => {
  it('gives every service limits, bounded logs and a health check, but for the one that ends', () => {
    for (const [name, { deploy, logging, healthcheck }] of all) {
      expect(deploy?.resources?.limits, name).toEqual({
        cpus: expect.any(String) as string,
        memory: expect.any(String) as string,
      });
      expect(logging, name).toBeDefined();
      expect(healthcheck?.disable === true, name).toBe(name === 'migrate');
    }
  });

  it('can be reached through nginx alone, which reaches the API alone', () => {
    expect(all.filter(([, { ports }]) => ports).map(([name]) => name)).toEqual(['nginx']);
    expect(networks.inside).toEqual({ internal: true });
    const outside = all.filter(([, service]) => service.networks?.join() !== 'inside');
    expect(outside.map(([name]) => name)).toEqual(['api', 'nginx']);
    expect(services.nginx?.networks).not.toContain('inside');
  });

  it('runs without rights on file systems that cannot be written to', () => {
    for (const [name, service] of all) {
      expect(service, name).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
      expect(service.user, name).toMatch(/^(node|postgres|redis|www-data)$/);
    }
  });

  it('starts API and worker with settings that they know and take', () => {
    const known = readFileSync(join(ROOT, '.env.example'), 'utf8');
    for (const name of ['api', 'worker'] as const) {
      const env = filledIn(services[name]?.environment);
      for (const variable of Object.keys(env)) expect(known, name).toContain(`${variable}=`);
      const { targets } = (name === 'api' ? loadApiConfig(env) : loadWorkerConfig(env)).redis;
      expect(targets.queue).not.toEqual(targets.cache);
    }
    expect(loadApiConfig(filledIn(services.api?.environment)).http.trustProxyHops).toBe(1);
    expect(services.worker?.environment).not.toHaveProperty('JWT_SECRET');
  });

  it('tells in the guide of every variable that it reads', () => {
    const guide =
      readFileSync(join(ROOT, 'docs', 'deployment.md'), 'utf8') +
      readFileSync(join(ROOT, 'deployment.env.example'), 'utf8');
    const variables = new Set([...text.matchAll(/\$\{(\w+)/g)].map(([, name]) => name));
    for (const variable of variables) expect(guide).toContain(variable);
  });
});
