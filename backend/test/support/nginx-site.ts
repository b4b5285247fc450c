import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { freePort } from '../../scripts/lib/ports.mjs';
import type { TestDatabase } from '../../scripts/lib/test-services.mjs';
import { AppProcess } from './app-process.js';
import { createTestDatabase } from './database.js';
import { fetchSend } from './fetch-send.js';
import { Nginx, type NginxOptions, nginxPorts } from './nginx.js';
import { createTestRedis } from './redis.js';
import { Student } from './student.js';
import { Visitor } from './visitor.js';

export interface SiteOptions extends Pick<NginxOptions, 'tls'> {
  /** How many API processes stand behind nginx; one when left out. */
  apis?: number;
  /** Further or other settings of the API processes. */
  env?: Record<string, string>;
  /** Further proxies that are told of changes. */
  otherPurgeUrls?: string[];
  /** Further or other settings of nginx. */
  nginxEnv?: Record<string, string>;
}

/** The product as it is deployed: nginx in front of API processes, on a database and a Redis of their own. */
export class NginxSite {
  private constructor(
    readonly nginx: Nginx,
    readonly apis: AppProcess[],
    readonly apiPorts: number[],
    readonly owner: pg.Client,
    readonly database: TestDatabase,
  ) {}

  static async open(options: SiteOptions = {}): Promise<NginxSite> {
    const { apis = 1, env = {}, nginxEnv = {}, tls = false, otherPurgeUrls = [] } = options;
    const database = await createTestDatabase();
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    const ports = await nginxPorts();
    const apiPorts = await Promise.all(Array.from({ length: apis }, () => freePort()));
    const settings = {
      DATABASE_URL: database.appUrl,
      REDIS_URL: await createTestRedis(),
      JWT_SECRET: randomBytes(32).toString('hex'),
      TRUST_PROXY_HOPS: '1',
      NGINX_PURGE_URL: [`http://127.0.0.1:${ports.private}/purge`, ...otherPurgeUrls].join(','),
      RATE_LIMIT_REGISTER: '1000000',
      SHUTDOWN_DRAIN_SECONDS: '2',
      ...env,
    };
    const processes = await Promise.all(
      apiPorts.map((port) => AppProcess.start('main', { ...settings, PORT: String(port) })),
    );
    const nginx = await Nginx.start({ apiPorts, ports, tls, env: nginxEnv });
    return new NginxSite(nginx, processes, apiPorts, owner, database);
  }

  get url(): string {
    return this.nginx.url;
  }

  anybody(): Visitor {
    return new Visitor(this.url, '', null);
  }

  visitor(): Promise<Visitor> {
    return Visitor.register(this.url);
  }

  student(): Promise<Student> {
    return Student.register(fetchSend(this.url));
  }

  async admin(): Promise<Visitor> {
    const person = await this.visitor();
    await this.owner.query(`UPDATE users SET role = 'ADMIN' WHERE id = $1`, [person.id]);
    return person;
  }

  async close(): Promise<void> {
    await this.nginx.stop();
    await Promise.all(this.apis.map((api) => api.end('SIGTERM')));
    await this.owner.end();
    await this.database.drop();
  }
}
