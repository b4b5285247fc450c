import { describe, expect, it } from 'vitest';
import {
  abstractList,
  level,
  list,
  listItem,
  paragraph,
  rawDocx,
} from '../../../../test/docx/raw-docx.js';
import { formatNumber } from './number-format.js';
import { readDocx } from './read-docx.js';

async function labels(numbering: string, items: readonly string[], styles?: string) {
  const body = items.map((properties) => paragraph('x', properties)).join('');
  const { paragraphs } = await readDocx(rawDocx({ body, numbering, styles }));
  return paragraphs.map((item) => item.numbering?.label ?? null);
}

const decimal = level(0, 'decimal', '%1.');

describe('the labels Word shows', () => {
  it('count each list on, also across other paragraphs', async () => {
    const numbering = abstractList(0, decimal) + list(1, 0);
    expect(await labels(numbering, [listItem(1), '', listItem(1)])).toEqual(['1.', null, '2.']);
  });

  it('count on in another list of the same kind, and restart where it says so', async () => {
    const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>';
    const numbering = abstractList(0, decimal) + list(1, 0) + list(2, 0) + list(3, 0, restart);
    const items = [listItem(1), listItem(2), listItem(3), listItem(3)];
    expect(await labels(numbering, items)).toEqual(['1.', '2.', '5.', '6.']);
  });

  it('restart deeper levels after a higher one', async () => {
    const numbering = abstractList(0, decimal, level(1, 'lowerLetter', '%2)')) + list(1, 0);
    const items = [listItem(1), listItem(1, 1), listItem(1, 1), listItem(1), listItem(1, 1)];
    expect(await labels(numbering, items)).toEqual(['1.', 'a)', 'b)', '2.', 'a)']);
  });

  it('show the counters of several levels', async () => {
    const numbering = abstractList(0, decimal, level(1, 'decimal', '%1.%2')) + list(1, 0);
    expect(await labels(numbering, [listItem(1), listItem(1, 1)])).toEqual(['1.', '1.1']);
  });

  it('come from the style when the paragraph names no list', async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="Q"><w:pPr>${listItem(1)}</w:pPr></w:style>`;
    const numbering = abstractList(0, decimal) + list(1, 0);
    expect(await labels(numbering, ['<w:pStyle w:val="Q"/>'], styles)).toEqual(['1.']);
  });

  it('find the level that belongs to a style', async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="O"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`;
    const own = level(1, 'upperLetter', '%2.', '<w:pStyle w:val="O"/>');
    const numbering = abstractList(0, decimal, own) + list(1, 0);
    expect(await labels(numbering, ['<w:pStyle w:val="O"/>'], styles)).toEqual(['A.']);
  });

  it('are gone where the paragraph leaves the list of its style', async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="Q"><w:pPr>${listItem(1)}</w:pPr></w:style>`;
    const numbering = abstractList(0, decimal) + list(1, 0);
    const item = `<w:pStyle w:val="Q"/>${listItem(0)}`;
    expect(await labels(numbering, [item], styles)).toEqual([null]);
  });

  it('are a bullet where the list has bullets', async () => {
    const numbering = abstractList(0, level(0, 'bullet', '\uF0B7')) + list(1, 0);
    expect(await labels(numbering, [listItem(1)])).toEqual(['•']);
  });
});

describe('number formats', () => {
  it.each([
    [28, 'lowerLetter', 'bb'],
    [3, 'upperLetter', 'C'],
    [14, 'lowerRoman', 'xiv'],
    [1999, 'upperRoman', 'MCMXCIX'],
    [7, 'decimalZero', '07'],
    [22, 'chineseCounting', '二十二'],
    [3, 'russianUpper', 'В'],
    [2, 'decimalEnclosedCircle', '②'],
    [13, 'ordinal', '13th'],
    [5, 'neverHeardOf', '5'],
  ])('write %i in %s as %s', (value, format, text) => {
    expect(formatNumber(value, format)).toBe(text);
  });
});
