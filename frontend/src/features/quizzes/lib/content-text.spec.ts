import { describe, expect, it } from 'vitest';
import type { RichContent } from '../../../lib/api/generated/types.gen';
import { editableText, OBJECT, withText } from './content-text';

const picture = { type: 'image' as const, media: 'a-picture' };
const content: RichContent = [
  {
    type: 'paragraph',
    children: [
      { type: 'text', text: 'Which is ' },
      { type: 'text', text: 'not', marks: ['bold'] },
      { type: 'text', text: ' shown' },
      { type: 'break' },
      { type: 'text', text: 'in ' },
      picture,
    ],
  },
  { type: 'paragraph', children: [{ type: 'text', text: 'Choose one.' }] },
];
const text = `Which is not shown\nin ${OBJECT}\nChoose one.`;

describe('content edited as text', () => {
  it('is the very same when nothing is changed', () => {
    expect(editableText(content)).toBe(text);
    expect(withText(content, text)).toEqual(content);
  });

  it('keeps marks, breaks and pictures around a word that is changed', () => {
    const changed = withText(content, text.replace('shown', 'to be seen'));
    expect(changed).toEqual([
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: 'Which is ' },
          { type: 'text', text: 'not', marks: ['bold'] },
          { type: 'text', text: ' to be seen' },
          { type: 'break' },
          { type: 'text', text: 'in ' },
          picture,
        ],
      },
      content[1],
    ]);
  });

  it('types on in the look of what stands before', () => {
    const changed = withText(content, text.replace('not shown', 'nothing shown'));
    expect(changed[0]).toMatchObject({
      children: [{}, { text: 'nothing', marks: ['bold'] }, {}, {}, {}, picture],
    });
  });

  it('loses a picture only when its sign is taken away, and keeps it in a text typed anew', () => {
    expect(editableText(withText(content, text.replace(OBJECT, 'a map')))).not.toContain(OBJECT);
    expect(withText(content, `Look: ${OBJECT}`)).toEqual([
      { type: 'paragraph', children: [{ type: 'text', text: 'Look: ' }, picture] },
    ]);
    expect(withText([], `x${OBJECT}`)).toEqual([
      { type: 'paragraph', children: [{ type: 'text', text: 'x' }] },
    ]);
  });

  it('ends in nothing when everything is taken away, and starts from nothing', () => {
    expect(withText(content, '')).toEqual([]);
    expect(editableText([])).toBe('');
  });

  it('is not offered where a table is', () => {
    expect(editableText([{ type: 'table', rows: [] }])).toBeNull();
  });
});
