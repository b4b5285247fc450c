import { randomUUID } from 'node:crypto';
import type { BrowserContext, ConsoleMessage, Page } from 'playwright-core';
import type { Attempt, AttemptSummary, SignedIn } from '../../src/lib/api/generated/types.gen';
import { signInBrowser } from './sign-in-browser';

let visitors = 0;

/** One person with a browser of their own (cookies, storage) and any number of tabs. */
export class Visitor {
  /** Errors that no page may have: exceptions and messages on the console. */
  readonly problems: string[] = [];
  private readonly allowed = new Set<string>();
  private token = '';

  constructor(
    readonly context: BrowserContext,
    readonly baseUrl: string,
    /** Where the test itself asks the server: it sees it also while the browser's line is cut. */
    private readonly serverUrl = baseUrl,
  ) {
    context.on('page', (page) => {
      this.watch(page);
    });
  }

  tab(): Promise<Page> {
    return this.context.newPage();
  }

  /** Requests that the browser reports as failed with this status, or for want of a network, are no problem. */
  expectFailures(...kinds: (number | 'offline')[]): void {
    for (const kind of kinds) {
      this.allowed.add(kind === 'offline' ? 'net::ERR_' : `status of ${String(kind)}`);
    }
  }

  async setOffline(offline: boolean): Promise<void> {
    if (offline) this.expectFailures('offline');
    await this.context.setOffline(offline);
  }

  /** Makes a student's account and signs this browser in, without going through the forms. */
  async register(page: Page): Promise<{ email: string; password: string }> {
    visitors += 1;
    const account = {
      email: `student-${String(process.pid)}-${String(visitors)}@example.org`,
      password: 'seven green bicycles',
      name: 'Alex Student',
    };
    await page.goto(`${this.baseUrl}/login`);
    const signedIn = await signInBrowser(page, '/api/auth/register', account);
    this.token = signedIn.accessToken;
    return account;
  }

  /** A fresh token for looking at the server, after the old one's session was ended. */
  async signInApi({ email, password }: { email: string; password: string }): Promise<void> {
    const body = { email, password };
    const signedIn = await this.call<SignedIn>('POST', '/api/auth/login', body);
    this.token = signedIn.accessToken;
  }

  /** Signs the browser in with an account that exists, without going through the form. */
  async signInPage(page: Page, { email, password }: { email: string; password: string }) {
    await page.goto(`${this.baseUrl}/login`);
    await signInBrowser(page, '/api/auth/login', { email, password });
  }

  /** The attempt as the server has it. */
  attempt(attemptId: string): Promise<Attempt> {
    return this.get(`/api/attempts/${attemptId}`);
  }

  async attempts(): Promise<AttemptSummary[]> {
    const page = await this.get<{ items: AttemptSummary[] }>('/api/attempts');
    return page.items;
  }

  /** Starts an attempt over HTTP and returns its id. */
  async start(quizId: string): Promise<string> {
    const attempt = await this.call<Attempt>('POST', `/api/quizzes/${quizId}/attempts`);
    return attempt.id;
  }

  /** Hands in what the server has, as another device of the same student does. */
  async handIn(attemptId: string): Promise<void> {
    const { version, currentQuestionIndex, timeSpent } = await this.attempt(attemptId);
    await this.call('POST', `/api/attempts/${attemptId}/submit`, {
      ...{ clientId: randomUUID(), seq: 1, baseVersion: version },
      ...{ answers: [], currentQuestionIndex, timeSpent },
    });
  }

  /** Chooses an option (from 0) of a question (from 1), as another device of the same student does. */
  async saveElsewhere(attemptId: string, number: number, option: number): Promise<void> {
    const { version, timeSpent, questions } = await this.attempt(attemptId);
    const question = questions[number - 1];
    if (!question) throw new Error(`there is no question ${String(number)}`);
    const answers = [{ questionId: question.id, value: question.options[option]?.id ?? null }];
    await this.call('PATCH', `/api/attempts/${attemptId}/progress`, {
      ...{ clientId: randomUUID(), seq: 1, baseVersion: version },
      ...{ answers, currentQuestionIndex: number - 1, timeSpent },
    });
  }

  /** Ends the session on the server, as a sign-out on another device or an admin does. */
  async endSession(page: Page): Promise<void> {
    this.expectFailures(401);
    await page.evaluate(() => fetch('/api/auth/logout', { method: 'POST' }).then(() => null));
  }

  private get<T>(path: string): Promise<T> {
    return this.call('GET', path);
  }

  private async call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(this.serverUrl + path, {
      method,
      headers: {
        Authorization: `Bearer ${this.token}`,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      body: body === undefined ? null : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${String(response.status)} ${text}`);
    return JSON.parse(text) as T;
  }

  private watch(page: Page): void {
    page.on('pageerror', (error) => this.problems.push(`${page.url()}: ${String(error)}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !this.isAllowed(message)) {
        this.problems.push(`${page.url()}: ${message.text()} ${message.location().url}`);
      }
    });
  }

  private isAllowed(message: ConsoleMessage): boolean {
    const text = message.text();
    if (!text.startsWith('Failed to load resource')) return false;
    return [...this.allowed].some((kind) => text.includes(kind));
  }
}
