import type { Buffer } from 'node:buffer';
import type {
  Excerpt,
  ExcerptLine,
  Look,
  Run,
} from '../../../frontend/src/features/import-guide/lib/excerpt.js';
import { abstractList, level, list, listItem, paragraph, rawDocx, run } from './raw-docx.js';

const lookXml: Readonly<Record<Look, string>> = {
  bold: '<w:b/>',
  underline: '<w:u w:val="single"/>',
  highlight: '<w:highlight w:val="yellow"/>',
  red: '<w:color w:val="FF0000"/>',
  code: '<w:rFonts w:ascii="Consolas"/>',
};

const runXml = (part: Run): string =>
  typeof part === 'string' ? run(part) : run(part[0], lookXml[part[1]]);
const runsXml = (runs: readonly Run[]): string => runs.map(runXml).join('');

/** The lists of the excerpts: numbers, letters of both cases, bullets. */
const lists: readonly [RegExp, string, string][] = [
  [/^\d+\.$/, 'decimal', '%1.'],
  [/^[A-Z]\.$/, 'upperLetter', '%1.'],
  [/^[a-z]\.$/, 'lowerLetter', '%1.'],
  [/^•$/, 'bullet', '•'],
];
const numbering = [
  ...lists.map(([, format, text], index) => abstractList(index, level(0, format, text))),
  ...lists.map((_, index) => list(index + 1, index)),
].join('');

function lineXml({ runs = [], list: label }: ExcerptLine): string {
  const listIndex = label === undefined ? -1 : lists.findIndex(([form]) => form.test(label));
  return paragraph(runsXml(runs) || run(''), listIndex < 0 ? '' : listItem(listIndex + 1));
}

const rowXml = ({ cells = [] }: ExcerptLine): string =>
  `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(runsXml(cell))}</w:tc>`).join('')}</w:tr>`;

/** A piece of a document that the pages for teachers show, as a document of its own. */
export function excerptDocx({ lines }: Excerpt): Buffer {
  let body = '';
  let rows = '';
  const endTable = (): void => {
    if (rows !== '') body += `<w:tbl>${rows}</w:tbl>`;
    rows = '';
  };
  for (const line of lines) {
    if (line.cells) rows += rowXml(line);
    else {
      endTable();
      body += lineXml(line);
    }
  }
  endTable();
  return rawDocx({ body, numbering });
}
