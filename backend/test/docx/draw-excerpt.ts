import type {
  Excerpt,
  ExcerptLine,
  Look,
  Run,
} from '../../../frontend/src/features/import-guide/lib/excerpt.js';

/** Sizes in pixels. Letters are reckoned at a width that the fonts of no system exceed by much. */
const LETTER = 7.6;
const LINE = 24;
const PAD = 20;
const STEP = 28;
const NUMBER = 24;
const CELL_PAD = 10;
const WIDEST = 620;

const styles: Readonly<Record<Look, string>> = {
  bold: ' font-weight="700"',
  underline: ' text-decoration="underline"',
  highlight: '',
  red: ' fill="#c00000"',
  code: ' font-family="monospace"',
};

const escape = (text: string): string =>
  text.replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c] ?? c);

const textOf = (run: Run): string => (typeof run === 'string' ? run : run[0]);
const widthOf = (runs: readonly Run[]): number => runs.map(textOf).join('').length * LETTER;

/** Stretches in one `text`; what is highlighted stands on yellow. */
function drawRuns(runs: readonly Run[], x: number, y: number): string {
  let at = x;
  let ground = '';
  const spans = runs.map((run) => {
    const look = typeof run === 'string' ? null : run[1];
    const width = widthOf([run]);
    if (look === 'highlight') {
      ground += `<rect x="${at - 2}" y="${y - 16}" width="${Math.round(width) + 4}" height="21" fill="#ffe94d"/>`;
    }
    const place = look === 'highlight' ? ` x="${at}"` : '';
    at += Math.round(width);
    return `<tspan${place}${look ? styles[look] : ''}>${escape(textOf(run))}</tspan>`;
  });
  return `${ground}<text x="${x}" y="${y}" xml:space="preserve">${spans.join('')}</text>`;
}

function drawLine({ runs = [], list, indent = 0 }: ExcerptLine, y: number): string {
  const x = PAD + indent * STEP;
  if (list === undefined) return drawRuns(runs, x, y);
  return drawRuns([list], x, y) + drawRuns(runs, x + NUMBER, y);
}

function columnsOf(rows: readonly ExcerptLine[]): number[] {
  const count = Math.max(...rows.map(({ cells = [] }) => cells.length));
  return Array.from({ length: count }, (_, column) =>
    Math.round(
      Math.max(...rows.map(({ cells = [] }) => widthOf(cells[column] ?? []))) + 2 * CELL_PAD,
    ),
  );
}

function drawTable(rows: readonly ExcerptLine[], top: number): string {
  const widths = columnsOf(rows);
  const height = LINE + 6;
  return rows
    .map(({ cells = [] }, row) => {
      let x = PAD;
      const y = top + row * height;
      return cells
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          const box = `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="none" stroke="#8a8f9c"/>`;
          const text = drawRuns(cell, x + CELL_PAD, y + 20);
          x += width;
          return box + text;
        })
        .join('');
    })
    .join('');
}

/** A piece of a document as a picture (SVG): dark on white, whatever the page around it. */
export function drawExcerpt({ lines }: Excerpt, title: string): string {
  const parts: string[] = [];
  let y = PAD;
  let rows: ExcerptLine[] = [];
  const endTable = (): void => {
    if (rows.length > 0) parts.push(drawTable(rows, y));
    y += rows.length * (LINE + 6);
    rows = [];
  };
  for (const line of lines) {
    if (line.cells) rows.push(line);
    else {
      endTable();
      parts.push(drawLine(line, y + 17));
      y += LINE;
    }
  }
  endTable();
  const height = y + PAD;
  const frame = `<rect x="0.5" y="0.5" width="${WIDEST - 1}" height="${height - 1}" rx="6" fill="#ffffff" stroke="#c9ccd6"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDEST}" height="${height}" viewBox="0 0 ${WIDEST} ${height}" role="img" font-family="Calibri, Carlito, Arial, sans-serif" font-size="15" fill="#1b1e29"><title>${escape(title)}</title>\n${[frame, ...parts].join('\n')}\n</svg>\n`;
}
