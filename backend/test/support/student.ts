import { randomUUID } from 'node:crypto';
import type {
  AnswerValue,
  AttemptDto,
  ProgressSavedDto,
  ResultDto,
  ReviewDto,
  SaveProgressRequest,
} from '../../src/modules/attempts/attempts.dto.js';

export interface Reply<T> {
  status: number;
  body: T;
}

/** Carries one request: in-process in integration tests, over the network in chaos tests. */
export type Send = (
  method: 'GET' | 'POST' | 'PATCH',
  path: string,
  options: { body?: unknown; token?: string },
) => Promise<Reply<unknown>>;

export interface Problem {
  code: string;
  detail: string;
  server?: { version: number; answers: AttemptDto['answers'] };
  errors?: { path: string; message: string }[];
}

/** A mutation of a page that saved nothing before; tests override what they are about. */
export function mutation(overrides: Partial<SaveProgressRequest> = {}): SaveProgressRequest {
  return {
    clientId: randomUUID(),
    seq: 1,
    baseVersion: 0,
    answers: [],
    currentQuestionIndex: 0,
    timeSpent: 0,
    ...overrides,
  };
}

export function answer(question: { id: string }, value: AnswerValue) {
  return { questionId: question.id, value };
}

/** Somebody signed in, and what they can do with attempts. */
export class Student {
  readonly id: string;
  readonly token: string;
  private readonly send: Send;

  private constructor(send: Send, id: string, token: string) {
    this.send = send;
    this.id = id;
    this.token = token;
  }

  static async register(send: Send): Promise<Student> {
    const body = {
      email: `student-${randomUUID()}@example.org`,
      password: `secret ${randomUUID()}`,
      name: 'Student',
    };
    const reply = await send('POST', '/api/auth/register', { body });
    if (reply.status !== 201) throw new Error(`register: ${JSON.stringify(reply)}`);
    const { user, accessToken } = reply.body as { user: { id: string }; accessToken: string };
    return new Student(send, user.id, accessToken);
  }

  get<T>(path: string): Promise<Reply<T>> {
    return this.request('GET', path);
  }

  post<T>(path: string, body?: unknown): Promise<Reply<T>> {
    return this.request('POST', path, body);
  }

  patch<T>(path: string, body: unknown): Promise<Reply<T>> {
    return this.request('PATCH', path, body);
  }

  start(quizId: string): Promise<Reply<AttemptDto>> {
    return this.request('POST', `/api/quizzes/${quizId}/attempts`);
  }

  attempt(attemptId: string): Promise<Reply<AttemptDto>> {
    return this.request('GET', `/api/attempts/${attemptId}`);
  }

  save(attemptId: string, body: unknown): Promise<Reply<ProgressSavedDto & Problem>> {
    return this.request('PATCH', `/api/attempts/${attemptId}/progress`, body);
  }

  submit(attemptId: string, body: unknown = mutation()): Promise<Reply<ResultDto & Problem>> {
    return this.request('POST', `/api/attempts/${attemptId}/submit`, body);
  }

  result(attemptId: string): Promise<Reply<ResultDto & Problem>> {
    return this.request('GET', `/api/attempts/${attemptId}/result`);
  }

  review(attemptId: string): Promise<Reply<ReviewDto & Problem>> {
    return this.request('GET', `/api/attempts/${attemptId}/review`);
  }

  private async request<T>(
    method: 'GET' | 'POST' | 'PATCH',
    path: string,
    body?: unknown,
  ): Promise<Reply<T>> {
    const reply = await this.send(method, path, { body, token: this.token });
    return reply as Reply<T>;
  }
}
