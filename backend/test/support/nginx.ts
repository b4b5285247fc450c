import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { freePort } from '../../scripts/lib/ports.mjs';
import { signalTree } from '../../scripts/lib/processes.mjs';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** The built pages, as nginx serves them. */
export const PAGES = join(ROOT, 'frontend', 'dist');

/** One line of nginx's access log. */
export interface AccessLine {
  requestId: string;
  ip: string;
  method: string;
  url: string;
  statusCode: string;
  upstreamStatus: string;
  cache: string;
  encoding: string;
}

export interface NginxPorts {
  http: number;
  https: number;
  private: number;
}

export interface NginxOptions {
  /** Ports of 127.0.0.1 that API processes listen on. */
  apiPorts: number[];
  /** Free ones when left out; needed beforehand where the API is told where to purge. */
  ports?: NginxPorts;
  /** With TLS, by a certificate made for `localhost`. */
  tls?: boolean;
  /** Further settings of `nginx/entrypoint.sh`. */
  env?: Record<string, string>;
}

/** Three free ports of 127.0.0.1. */
export async function nginxPorts(): Promise<NginxPorts> {
  const [http, https, own] = await Promise.all([freePort(), freePort(), freePort()]);
  return { http, https, private: own };
}

/** Debian's nginx, started as in its image by `nginx/entrypoint.sh`, in a folder of its own, on free ports of 127.0.0.1. */
export class Nginx {
  #child!: ChildProcess;
  #exited!: Promise<void>;
  #said: string[] = [];

  private constructor(
    readonly dir: string,
    readonly ports: NginxPorts,
    readonly url: string,
    private readonly env: NodeJS.ProcessEnv,
  ) {
    this.#run();
  }

  /** Resolves once it listens. */
  static async start({ apiPorts, ports, tls = false, env = {} }: NginxOptions): Promise<Nginx> {
    const dir = mkdtempSync(join(tmpdir(), 'quizmaster-nginx-'));
    const used = ports ?? (await nginxPorts());
    const url = tls ? `https://localhost:${used.https}` : `http://127.0.0.1:${used.http}`;
    const settings = {
      PATH: process.env.PATH,
      PUBLIC_URL: url,
      RESOLVE_SECONDS: '1',
      API_SERVERS: apiPorts.map((port) => `127.0.0.1:${port}`).join(' '),
      SPA_DIR: PAGES,
      RUN_DIR: join(dir, 'run'),
      CACHE_DIR: join(dir, 'cache'),
      ACCESS_LOG: join(dir, 'access.log'),
      HTTP_LISTEN: `127.0.0.1:${used.http}`,
      HTTPS_LISTEN: `127.0.0.1:${used.https}`,
      PRIVATE_LISTEN: `127.0.0.1:${used.private}`,
      WORKER_PROCESSES: '2',
      WORKER_CONNECTIONS: '512',
      NGINX_USER: 'root',
      ...(tls ? makeCertificate(dir) : {}),
      ...env,
    };
    const nginx = new Nginx(dir, used, url, settings);
    await nginx.#untilListening();
    return nginx;
  }

  /** Where the application purges. */
  get purgeUrl(): string {
    return `http://127.0.0.1:${this.ports.private}/purge`;
  }

  /** Empties the cache by hand, as the application does by itself. */
  async purge(): Promise<void> {
    const { status } = await fetch(this.purgeUrl, { method: 'PURGE' });
    if (status !== 204) throw new Error(`nginx answered ${status} to a purge`);
    rmSync(join(this.dir, 'cache', 'kept'), { recursive: true });
    mkdirSync(join(this.dir, 'cache', 'kept'), { mode: 0o700 });
  }

  /** What was kept: the content of every file of the cache, headers and all. */
  kept(): string[] {
    const entries = readdirSync(join(this.dir, 'cache', 'kept'), {
      recursive: true,
      withFileTypes: true,
    });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
  }

  /** All lines so far; the last second's may still be in memory. */
  accessLog(): AccessLine[] {
    const lines = readFileSync(join(this.dir, 'access.log'), 'utf8').split('\n');
    return lines.filter(Boolean).map((line) => JSON.parse(line) as AccessLine);
  }

  /** As a crash would: with all it has started, so that nothing is tidied up. */
  async kill(): Promise<void> {
    signalTree(this.#child.pid ?? 0, 'SIGKILL');
    await this.#exited;
  }

  /** Started again where it was, with the same settings. */
  async startAgain(): Promise<void> {
    this.#run();
    await this.#untilListening();
  }

  async stop(): Promise<void> {
    this.#child.kill('SIGINT');
    await this.#exited;
    rmSync(this.dir, { recursive: true, force: true });
  }

  #run(): void {
    const child = spawn('sh', [join(ROOT, 'nginx', 'entrypoint.sh'), this.dir], {
      env: this.env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#child = child;
    this.#said = [];
    child.stderr.setEncoding('utf8').on('data', (text: string) => this.#said.push(text));
    this.#exited = new Promise((done) => child.once('exit', () => done()));
  }

  #untilListening(): Promise<void> {
    return vi.waitFor(() => this.#listens(), { timeout: 10_000, interval: 20 });
  }

  async #listens(): Promise<void> {
    if (this.#child.exitCode !== null) throw new Error(`nginx ended: ${this.#said.join('')}`);
    await new Promise<void>((done, fail) => {
      const socket = connect(this.ports.private, '127.0.0.1', () => {
        socket.destroy();
        done();
      });
      socket.once('error', fail);
    });
  }
}

function makeCertificate(dir: string): { TLS_CERTIFICATE: string; TLS_KEY: string } {
  const files = { TLS_CERTIFICATE: join(dir, 'certificate.pem'), TLS_KEY: join(dir, 'key.pem') };
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  const whose = ['-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const where = ['-keyout', files.TLS_KEY, '-out', files.TLS_CERTIFICATE];
  execFileSync('openssl', ['req', ...kind, ...whose, ...where], { stdio: 'ignore' });
  return files;
}
