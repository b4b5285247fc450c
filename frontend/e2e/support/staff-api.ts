import { randomUUID } from 'node:crypto';
import type {
  AdminQuizDetail,
  Import,
  ImportAccepted,
  SignedIn,
  UpdateQuizRequest,
} from '../../src/lib/api/generated/types.gen';
import { quizDocx, type PaperQuestion } from '../fixtures/quiz-docx';
import { until } from './until';

/** What an admin does outside the pages under test, over HTTP. */
export class StaffApi {
  private constructor(
    private readonly baseUrl: string,
    private readonly token: string,
  ) {}

  static async logIn(baseUrl: string, body: { email: string; password: string }) {
    const response = await fetch(`${baseUrl}/api/auth/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`log in: ${String(response.status)}`);
    const { accessToken } = (await response.json()) as SignedIn;
    return new StaffApi(baseUrl, accessToken);
  }

  /** Uploads a paper as a Word file, sets its rules and publishes it. Returns the quiz's id. */
  async publishPaper(
    title: string,
    questions: PaperQuestion[],
    rules: UpdateQuizRequest = {},
  ): Promise<string> {
    const quizId = await this.importPaper(title, questions);
    await this.call('PATCH', `/api/admin/quizzes/${quizId}`, { title, ...rules });
    await this.call<AdminQuizDetail>('POST', `/api/admin/quizzes/${quizId}/publish`);
    return quizId;
  }

  private async importPaper(title: string, questions: PaperQuestion[]): Promise<string> {
    const form = new FormData();
    form.set('uploadKey', randomUUID());
    const bytes = new Uint8Array(await quizDocx(title, questions));
    form.set('file', new Blob([bytes]), `${title}.docx`);
    const { importId } = await this.call<ImportAccepted>('POST', '/api/quizzes/import', form);
    const done = await until('the import is done', async () => {
      const item = await this.call<Import>('GET', `/api/imports/${importId}`);
      return item.state === 'DONE' || item.state === 'FAILED' ? item : null;
    });
    if (!done.quizId) throw new Error(`the import failed: ${JSON.stringify(done.error)}`);
    return done.quizId;
  }

  private async call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const json = body !== undefined && !(body instanceof FormData);
    const response = await fetch(this.baseUrl + path, {
      method,
      headers: {
        Authorization: `Bearer ${this.token}`,
        ...(json ? { 'Content-Type': 'application/json' } : {}),
      },
      body: json ? JSON.stringify(body) : body instanceof FormData ? body : null,
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${String(response.status)} ${text}`);
    return JSON.parse(text) as T;
  }
}
