import { expect, it } from 'vitest';
import type { AttemptQuestion } from '../../../lib/api/generated/types.gen';
import { pictureAddresses } from './kept-pictures';

const FIRST = '0b0e7a54-9f0a-4a8c-9d0b-1f2a3b4c5d6e';
const SECOND = '1c1e7a54-9f0a-4a8c-9d0b-1f2a3b4c5d6e';
const picture = (media: string | null): AttemptQuestion['stem'][number] => ({
  type: 'paragraph',
  children: [{ type: 'image', media }],
});

it('names every picture of stems and options once, wherever it stands', () => {
  const question: AttemptQuestion = {
    id: 'q1',
    type: 'SINGLE_CHOICE',
    points: 1,
    stem: [picture(FIRST), picture(null)],
    options: [
      { id: 'a', content: [picture(SECOND)] },
      { id: 'b', content: [picture(FIRST)] },
    ],
  };
  expect(pictureAddresses([question])).toEqual([`/api/media/${FIRST}`, `/api/media/${SECOND}`]);
});
