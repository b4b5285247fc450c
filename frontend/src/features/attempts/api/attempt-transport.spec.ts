import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { client } from '../../../lib/api/generated/client.gen';
import { session } from '../../../lib/http/browser-session';
import { answerJson, startApiServer } from '../../../testing/api-server';
import { createTransport } from './attempt-transport';

// The client asks for its own origin as soon as it is loaded.
vi.hoisted(() => vi.stubGlobal('window', { location: { origin: 'http://127.0.0.1:1' } }));

const mai = randomUUID();
const mutation = {
  ...{ clientId: randomUUID(), seq: 1, baseVersion: 0, currentQuestionIndex: 0, timeSpent: 0 },
  answers: [{ questionId: randomUUID(), value: 'what Mai wrote' }],
};

let server: Awaited<ReturnType<typeof startApiServer>>;
beforeAll(async () => {
  server = await startApiServer((_, response) =>
    answerJson(response, 200, { version: 1, savedAt: '', remainingSeconds: null }),
  );
  client.setConfig({ baseUrl: server.origin });
});
afterAll(() => server.stop());

const signIn = (id: string) => {
  const user = { id, email: 'x@example.org', name: 'X', role: 'STUDENT' as const, createdAt: '' };
  session.adopt({ user, accessToken: `token of ${id}`, expiresInSeconds: 600 });
};

describe('the answers of one user on a page', () => {
  it('are never sent as somebody else who has signed in meanwhile, and wait for their own', async () => {
    const transport = createTransport({ attemptId: randomUUID(), userId: mai }, () => undefined);
    signIn(randomUUID());
    expect(await transport.save(mutation, { leaving: true })).toEqual({ kind: 'signed-out' });
    expect(await transport.submit(mutation)).toEqual({ kind: 'signed-out' });
    expect(server.seen).toEqual([]);
    signIn(mai);
    expect(await transport.save(mutation, { leaving: false })).toMatchObject({ kind: 'saved' });
    expect(server.seen[0]?.headers.authorization).toBe(`Bearer token of ${mai}`);
  });
});
