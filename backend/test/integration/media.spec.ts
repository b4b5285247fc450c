import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AdminQuizDetailDto } from '../../src/modules/catalogue/catalogue.dto.js';
import { png, wmf } from '../docx/images.js';
import { choiceQuestion, StaffRoom } from '../support/staff-room.js';
import type { Visitor } from '../support/visitor.js';

const picture = png(4, 3);
const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
const file = wmf(100, 100);
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const sha256 = hashOf(picture);
const media = [
  { sha256, mime: 'image/png', width: 4, height: 3, bytes: picture },
  { sha256: hashOf(drawing), mime: 'image/svg+xml', width: 4, height: 3, bytes: drawing },
  { sha256: hashOf(file), mime: 'image/wmf', width: 10, height: 10, bytes: file },
];

let room: StaffRoom;
let admin: Visitor;

beforeAll(async () => {
  room = await StaffRoom.open();
  admin = await room.admin();
});
afterAll(() => room.close());

/** A draft whose question shows these pictures, by the hash of their bytes; the addresses it got. */
async function picturesOf(hashes: string[]): Promise<string[]> {
  const children = hashes.map((hash) => ({ type: 'image' as const, media: hash }));
  const question = { ...choiceQuestion(), stem: [{ type: 'paragraph' as const, children }] };
  const id = await room.draft(admin, { questions: [question], media });
  const { body } = await admin.get<AdminQuizDetailDto>(`/api/admin/quizzes/${id}`);
  const [block] = body.questions[0]?.stem ?? [];
  if (block?.type !== 'paragraph') return [];
  return block.children.flatMap((inline) =>
    inline.type === 'image' && inline.media ? [inline.media] : [],
  );
}

describe('a picture of a question', () => {
  it('is served byte for byte to whoever holds its address, for ever, and can do nothing', async () => {
    const [id = ''] = await picturesOf([sha256]);
    const response = await fetch(`${room.url}/api/media/${id}`);
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer()).equals(picture)).toBe(true);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
  });

  it('that is a drawing may show what it carries, but load and run nothing', async () => {
    const [id = ''] = await picturesOf([hashOf(drawing)]);
    const response = await fetch(`${room.url}/api/media/${id}`);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/svg+xml',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
      'x-content-type-options': 'nosniff',
    });
  });

  it('that browsers cannot show is a file to be downloaded', async () => {
    const [id = ''] = await picturesOf([hashOf(file)]);
    const response = await fetch(`${room.url}/api/media/${id}`);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/wmf',
      'content-disposition': 'attachment; filename="picture.wmf"',
      'content-security-policy': "default-src 'none'; sandbox",
    });
  });

  it('has an address that nobody can guess, another one in every quiz', async () => {
    const [first = '', second = ''] = [
      await picturesOf([sha256]),
      await picturesOf([sha256]),
    ].flat();
    expect(first).not.toBe(second);
    // Version 4: random throughout, where those of rows begin with the time.
    for (const id of [first, second]) expect(id).toMatch(/^.{14}4.{3}-[89ab]/);
  });

  it('that the document does not hold is left out, not an address to nowhere', async () => {
    expect(await picturesOf(['0'.repeat(64), sha256])).toHaveLength(1);
  });

  it('that there is not is a 404 which no cache keeps for ever', async () => {
    const reply = await room.anybody().get(`/api/media/${randomUUID()}`);
    expect(reply).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    expect(reply.headers.get('cache-control') ?? '').not.toContain('immutable');
    expect((await room.anybody().get('/api/media/..%2F..%2Fetc%2Fpasswd')).status).toBe(422);
  });
});
