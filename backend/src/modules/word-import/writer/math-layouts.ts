import type { MathNode } from '../../../shared/math.js';
import { omml, type MathParts, type MathProperty } from './omml.js';

type Layout = (node: MathNode, parts: MathParts) => string;

const childrenOf = ({ children = [] }: MathNode): MathNode[] => children;

/** A construct whose arguments are the children in this order, by their names. */
function plain(name: string, ...parts: readonly (readonly [string, number])[]): Layout {
  return (node, { part }) =>
    omml(name, [], parts.map(([as, index]) => part(as, childrenOf(node)[index])).join(''));
}

function fraction(node: MathNode, { part }: MathParts): string {
  const [numerator, denominator] = childrenOf(node);
  const bare = node.attributes?.linethickness === '0';
  const content = part('num', numerator) + part('den', denominator);
  return omml('f', bare ? [['type', 'noBar']] : [], content);
}

function radical(node: MathNode, { part }: MathParts): string {
  const [base, degree] = childrenOf(node);
  return omml('rad', degree ? [] : [['degHide', '1']], part('deg', degree) + part('e', base));
}

/** Signs that MathML places, as the combining accents that Word wants. */
const accents = new Map([
  ['`', '\u0300'],
  ['´', '\u0301'],
  ['^', '\u0302'],
  ['~', '\u0303'],
  ['¯', '\u0305'],
  ['˘', '\u0306'],
  ['˙', '\u0307'],
  ['¨', '\u0308'],
  ['ˇ', '\u030c'],
  ['↼', '\u20d0'],
  ['⇀', '\u20d1'],
  ['←', '\u20d6'],
  ['→', '\u20d7'],
  ['⋯', '\u20db'],
  ['↔', '\u20e1'],
]);

function accentXml(base: MathNode | undefined, sign: string, { part }: MathParts): string {
  return omml('acc', [['chr', accents.get(sign) ?? sign]], part('e', base));
}

/** A bar or brace as wide as what it stands above or below. */
function lid(base: MathNode | undefined, sign: string, top: boolean, { part }: MathParts): string {
  const place: MathProperty = ['pos', top ? 'top' : 'bot'];
  if (sign === (top ? '¯' : '_')) return omml('bar', [place], part('e', base));
  return omml('groupChr', [['chr', sign], place], part('e', base));
}

function over(node: MathNode, parts: MathParts): string {
  const [base, sign] = childrenOf(node);
  if (!node.attributes?.accent) {
    return omml('limUpp', [], parts.part('e', base) + parts.part('lim', sign));
  }
  const text = sign?.text ?? '';
  return sign?.attributes?.stretchy ? lid(base, text, true, parts) : accentXml(base, text, parts);
}

function under(node: MathNode, parts: MathParts): string {
  const [base, sign] = childrenOf(node);
  if (node.attributes?.accentunder) return lid(base, sign?.text ?? '', false, parts);
  return omml('limLow', [], parts.part('e', base) + parts.part('lim', sign));
}

function underOver(node: MathNode, { part }: MathParts): string {
  const [base, below, above] = childrenOf(node);
  const low = omml('limLow', [], part('e', base) + part('lim', below));
  return omml('limUpp', [], `<m:e>${low}</m:e>${part('lim', above)}`);
}

const alignMark: MathNode = { tag: 'mo', text: '&' };

function equations(rows: readonly MathNode[], { list }: MathParts): string {
  const lines = rows.map((row) =>
    childrenOf(row).flatMap((cell, index) => [
      ...(index > 0 ? [alignMark] : []),
      ...childrenOf(cell),
    ]),
  );
  return omml('eqArr', [], lines.map((line) => `<m:e>${list(line)}</m:e>`).join(''));
}

function matrix(rows: readonly MathNode[], align: string, { list }: MathParts): string {
  const columns = Math.max(...rows.map((row) => childrenOf(row).length), 1);
  const properties = `<m:mPr><m:mcs><m:mc><m:mcPr><m:count m:val="${columns}"/><m:mcJc m:val="${align}"/></m:mcPr></m:mc></m:mcs></m:mPr>`;
  const lines = rows.map((row) => {
    const cells = childrenOf(row).map((cell) => `<m:e>${list(childrenOf(cell))}</m:e>`);
    return `<m:mr>${cells.join('')}</m:mr>`;
  });
  return `<m:m>${properties}${lines.join('')}</m:m>`;
}

function table(node: MathNode, parts: MathParts): string {
  const rows = childrenOf(node);
  const align = node.attributes?.columnalign ?? 'center';
  const single = rows.every((row) => childrenOf(row).length === 1);
  if (align === 'equations' || (align === 'left' && single)) return equations(rows, parts);
  return matrix(rows, align, parts);
}

/** What a frame has without saying so, and what it must say to have. */
const sides: readonly (readonly [string, string])[] = [
  ['top', 'hideTop'],
  ['bottom', 'hideBot'],
  ['left', 'hideLeft'],
  ['right', 'hideRight'],
];
const strokes: readonly (readonly [string, string])[] = [
  ['horizontalstrike', 'strikeH'],
  ['verticalstrike', 'strikeV'],
  ['updiagonalstrike', 'strikeBLTR'],
  ['downdiagonalstrike', 'strikeTLBR'],
];

function frame(node: MathNode, { part }: MathParts): string {
  const notation = new Set<string>(node.attributes?.notation);
  const properties = [
    ...sides.filter(([side]) => !notation.has(side)),
    ...strokes.filter(([stroke]) => notation.has(stroke)),
  ].map(([, name]): MathProperty => [name, '1']);
  return omml('borderBox', properties, part('e', childrenOf(node)[0]));
}

const layouts: Readonly<Partial<Record<MathNode['tag'], Layout>>> = {
  mfrac: fraction,
  msqrt: radical,
  mroot: radical,
  msub: plain('sSub', ['e', 0], ['sub', 1]),
  msup: plain('sSup', ['e', 0], ['sup', 1]),
  msubsup: plain('sSubSup', ['e', 0], ['sub', 1], ['sup', 2]),
  mmultiscripts: plain('sPre', ['sub', 2], ['sup', 3], ['e', 0]),
  munder: under,
  mover: over,
  munderover: underOver,
  mtable: table,
  mphantom: (node, { part }) => omml('phant', [['show', '0']], part('e', childrenOf(node)[0])),
  menclose: frame,
};

/** A construct of OMML for a layout of MathML; what Word has no construct for stands in a row. */
export function layoutXml(node: MathNode, parts: MathParts): string {
  return layouts[node.tag]?.(node, parts) ?? parts.list(childrenOf(node));
}
