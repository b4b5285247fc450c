import { randomUUID } from 'node:crypto';

export interface Answer<T> {
  status: number;
  headers: Headers;
  body: T;
}

export interface UploadOptions {
  fileName?: string;
  uploadKey?: string;
  categoryId?: string;
  batchId?: string;
  requestId?: string;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Somebody at a browser: signed in, or nobody in particular. */
export class Visitor {
  constructor(
    private readonly baseUrl: string,
    readonly id: string,
    private readonly token: string | null,
  ) {}

  static async register(baseUrl: string): Promise<Visitor> {
    const nobody = new Visitor(baseUrl, '', null);
    const reply = await nobody.post<{ user: { id: string }; accessToken: string }>(
      '/api/auth/register',
      {
        email: `person-${randomUUID()}@example.org`,
        password: `secret ${randomUUID()}`,
        name: 'Person',
      },
    );
    if (reply.status !== 201) throw new Error(`register: ${JSON.stringify(reply)}`);
    return new Visitor(baseUrl, reply.body.user.id, reply.body.accessToken);
  }

  /** The headers by which this person is known. */
  get credentials(): Record<string, string> {
    return this.token === null ? {} : { authorization: `Bearer ${this.token}` };
  }

  get<T>(path: string): Promise<Answer<T>> {
    return this.json('GET', path);
  }

  post<T>(path: string, body?: unknown): Promise<Answer<T>> {
    return this.json('POST', path, body);
  }

  put<T>(path: string, body: unknown): Promise<Answer<T>> {
    return this.json('PUT', path, body);
  }

  patch<T>(path: string, body: unknown): Promise<Answer<T>> {
    return this.json('PATCH', path, body);
  }

  delete<T>(path: string): Promise<Answer<T>> {
    return this.json('DELETE', path);
  }

  upload<T>(bytes: Uint8Array, options: UploadOptions = {}): Promise<Answer<T>> {
    const { fileName = 'quiz.docx', uploadKey, categoryId, batchId, requestId } = options;
    const form = new FormData();
    if (uploadKey !== undefined) form.set('uploadKey', uploadKey);
    if (categoryId !== undefined) form.set('categoryId', categoryId);
    if (batchId !== undefined) form.set('batchId', batchId);
    form.set('file', new Blob([Uint8Array.from(bytes)]), fileName);
    const headers = requestId === undefined ? {} : { 'x-request-id': requestId };
    return this.send('/api/quizzes/import', { method: 'POST', headers, body: form });
  }

  /** Any request, with this person's token; the answer is read as JSON where it says that it is. */
  async send<T>(path: string, init: RequestInit): Promise<Answer<T>> {
    const response = await this.fetch(path, init);
    const text = await response.text();
    const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '');
    const body = (isJson ? JSON.parse(text) : text) as T;
    return { status: response.status, headers: response.headers, body };
  }

  /** Any request, with this person's token, for answers that are no text. */
  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { ...Object.fromEntries(new Headers(init.headers)), ...this.credentials };
    return fetch(new URL(path, this.baseUrl), { ...init, headers });
  }

  private json<T>(method: Method, path: string, body?: unknown): Promise<Answer<T>> {
    return this.send(path, {
      method,
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }
}
