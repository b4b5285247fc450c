import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { args, executablePath } from './chromium';
import { Visitor } from './visitor';

/** A browser with a profile on the disk that can be killed as a whole and started again. */
export class MortalBrowser {
  private process: ChildProcess | null = null;
  private connection: Browser | null = null;

  private constructor(
    private readonly profile: string,
    private readonly baseUrl: string,
  ) {}

  static async create(baseUrl: string): Promise<MortalBrowser> {
    return new MortalBrowser(await mkdtemp(join(tmpdir(), 'quizmaster-profile-')), baseUrl);
  }

  /** Starts the browser on its profile and returns its user. */
  async start(): Promise<Visitor> {
    const profile = [`--user-data-dir=${this.profile}`, '--remote-debugging-port=0'];
    const first = [
      '--no-first-run',
      '--password-store=basic',
      '--window-size=1280,800',
      'about:blank',
    ];
    // A process group of its own: the browser has many processes, and all of them are to die at once.
    this.process = spawn(executablePath, [...args, ...profile, ...first], {
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const browser = await chromium.connectOverCDP(await endpointOf(this.process));
    this.connection = browser;
    const [context] = browser.contexts();
    if (!context) throw new Error('the browser has no default context');
    context.setDefaultTimeout(10_000);
    // A page comes with all of its code, on a machine that others use too.
    context.setDefaultNavigationTimeout(30_000);
    return new Visitor(context, this.baseUrl);
  }

  /** As its user does: it writes down what it has to, cookies among it. */
  async quit(): Promise<void> {
    const { process: browser } = this;
    this.process = null;
    if (!browser || !this.connection) return;
    const exited = once(browser, 'exit');
    const session = await this.connection.newBrowserCDPSession();
    // The answer to this command may die with the browser.
    session.send('Browser.close').catch(() => undefined);
    await exited;
  }

  /** As the end of power does: nothing is written any more. */
  async kill(): Promise<void> {
    const { process: browser } = this;
    this.process = null;
    if (browser?.pid === undefined) return;
    const exited = once(browser, 'exit');
    process.kill(-browser.pid, 'SIGKILL');
    await exited;
  }

  async dispose(): Promise<void> {
    await this.kill();
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function endpointOf(browser: ChildProcess): Promise<string> {
  if (!browser.stderr) throw new Error('the browser says nothing');
  for await (const line of createInterface({ input: browser.stderr })) {
    const endpoint = /^DevTools listening on (ws:.*)$/.exec(line)?.[1];
    if (endpoint !== undefined) {
      browser.stderr.resume();
      return endpoint;
    }
  }
  throw new Error('the browser ended before it was ready');
}
