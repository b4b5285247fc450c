import { describe, expect, it } from 'vitest';
import type { RichContent } from '../../lib/api/generated/types.gen';
import { plainText } from './plain-text';

const paragraph = (text: string): RichContent[number] => ({
  type: 'paragraph',
  children: [{ type: 'text', text }],
});

describe('the plain text of content', () => {
  it('runs paragraphs, breaks and tables together in reading order, on one line', () => {
    const content: RichContent = [
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: 'H', marks: ['bold'] },
          { type: 'text', text: '2', marks: ['sub'] },
          { type: 'text', text: 'O  is' },
          { type: 'break' },
          { type: 'text', text: 'water' },
        ],
      },
      {
        type: 'table',
        rows: [
          {
            cells: [
              [{ type: 'paragraph', children: [{ type: 'text', text: 'left' }] }],
              [{ type: 'paragraph', children: [{ type: 'text', text: 'right' }] }],
            ],
          },
        ],
      },
    ];
    expect(plainText(content)).toBe('H2O is water left right');
  });

  it('leaves what looks like markup as the text it is', () => {
    expect(plainText([paragraph('<img onerror=alert(1)>')])).toBe('<img onerror=alert(1)>');
  });

  it('of nothing is empty', () => {
    expect(plainText([])).toBe('');
  });
});
