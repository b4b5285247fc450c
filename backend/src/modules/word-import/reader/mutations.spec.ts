import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { png } from '../../../../test/docx/images.js';
import {
  abstractList,
  docxEntries,
  level,
  list,
  listItem,
  paragraph,
  run,
} from '../../../../test/docx/raw-docx.js';
import { buildZip, type ZipEntry } from '../../../../test/docx/zip-builder.js';
import { parseDocx } from '../parser/parse-docx.js';
import { parsedQuizSchema } from '../domain/parsed-quiz.js';

/** The same numbers in every run (mulberry32). */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const formula =
  '<m:oMath><m:f><m:num><m:r><m:t>a+1</m:t></m:r></m:num><m:den><m:rad><m:e><m:r><m:t>b</m:t></m:r></m:e></m:rad></m:den></m:f></m:oMath>';
const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('7')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const picture =
  '<w:r><w:drawing><wp:inline><wp:extent cx="9525" cy="9525"/><wp:docPr id="1" descr="p"/><a:blip r:embed="p"/></wp:inline></w:drawing></w:r>';
const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`;

/** A quiz with some of everything the reader knows. */
const entries = docxEntries({
  body: [
    paragraph(`${run('Which is ')}${formula}${field}?`, listItem(1)),
    paragraph(run('one', '<w:b/>'), listItem(1, 1)),
    paragraph(run('two') + picture, listItem(1, 1)),
    paragraph(`<w:ins>${run('A. x')}</w:ins><w:del>${run('y')}</w:del>`),
    paragraph('<w:sdt><w:sdtContent><w:r><w:t>B. z</w:t><w:br/></w:r></w:sdtContent></w:sdt>'),
    paragraph('Answer: A'),
    `<w:tbl><w:tr>${cell('1')}${cell('B')}</w:tr></w:tbl>`,
  ].join(''),
  styles:
    '<w:style w:type="paragraph" w:styleId="N" w:default="1"><w:name w:val="Normal"/></w:style>',
  numbering:
    abstractList(1, level(0, 'decimal', '%1.'), level(1, 'lowerLetter', '%2)')) + list(1, 1),
  relationships: { p: ['image', 'media/p.png'] },
  extra: [{ name: 'word/media/p.png', data: png(3, 3) }],
});

/** Every end that is not a quiz or a failure with a code is a fault. */
async function endOf(bytes: Buffer): Promise<string> {
  try {
    const quiz = await parseDocx(bytes);
    return parsedQuizSchema.safeParse(quiz).success ? 'QUIZ' : 'a result of another shape';
  } catch (error) {
    const { code, message } = error as { code?: unknown; message: string };
    return typeof code === 'string' && /^[A-Z]+_[A-Z_]+$/.test(code) ? code : message;
  }
}

const isEnd = /^(?:QUIZ|[A-Z]+_[A-Z_]+)$/;

function mutatedBytes(bytes: Buffer, random: (below: number) => number): Buffer {
  const mutated = Buffer.from(bytes);
  for (let change = 0; change <= random(6); change += 1) {
    mutated[random(mutated.length)] = random(256);
  }
  return random(4) === 0 ? mutated.subarray(0, random(mutated.length)) : mutated;
}

/** XML with tags swapped, doubled, dropped or renamed: still well-formed now and then. */
function mutatedXml(xml: string, random: (below: number) => number): string {
  const parts = xml.split(/(?=<)/);
  const pick = (): number => random(parts.length);
  for (let change = 0; change <= random(4); change += 1) {
    const at = pick();
    const kind = random(5);
    if (kind === 0) parts.splice(at, 1);
    else if (kind === 1) parts.splice(at, 0, parts[pick()] ?? '');
    else if (kind === 2) parts[at] = (parts[at] ?? '').replace(/"[^"]*"/, `"${random(1e9) - 5e8}"`);
    else if (kind === 3) parts[at] = (parts[at] ?? '').replaceAll('w:', 'm:');
    else {
      const element = /^<([\w:]+)[^>]*\/>/.exec(parts[at] ?? '');
      if (element) parts[at] = (parts[at] ?? '').repeat(1 + random(50));
    }
  }
  return parts.join('');
}

describe('a document with bytes changed at random', () => {
  it('ends in a quiz or a failure with a code, whichever they are', async () => {
    const random = randomNumbers(1);
    const bytes = buildZip(entries);
    for (let round = 0; round < 200; round += 1) {
      expect(await endOf(mutatedBytes(bytes, random)), `round ${round}`).toMatch(isEnd);
    }
  });

  it('ends so wherever it is cut off', async () => {
    const bytes = buildZip(entries);
    for (let length = 0; length < bytes.length; length += 41) {
      expect(await endOf(bytes.subarray(0, length)), `${length} bytes`).toMatch(isEnd);
    }
  });

  it.each(entries.map(({ name }) => name))(
    'ends so when they are inside %s, in a container that is whole',
    async (name) => {
      const random = randomNumbers(name.length);
      for (let round = 0; round < 60; round += 1) {
        const mutated = entries.map((entry): ZipEntry => {
          if (entry.name !== name) return entry;
          const data = Buffer.isBuffer(entry.data)
            ? mutatedBytes(entry.data, random)
            : mutatedXml(entry.data, random);
          return { name, data };
        });
        expect(await endOf(buildZip(mutated)), `round ${round}`).toMatch(isEnd);
      }
    },
  );

  it('is often still a quiz: the changes are not all fatal', async () => {
    const random = randomNumbers(3);
    const ends = [];
    for (let round = 0; round < 40; round += 1) {
      const mutated = entries.map((entry) =>
        entry.name === 'word/document.xml'
          ? { ...entry, data: mutatedXml(String(entry.data), random) }
          : entry,
      );
      ends.push(await endOf(buildZip(mutated)));
    }
    expect(ends.filter((end) => end === 'QUIZ').length).toBeGreaterThan(5);
  });
});
