import fc from 'fast-check';
import type { MathNode } from '../../src/shared/math.js';

const token = fc.oneof(
  fc.constantFrom('x', 'y', 'α', 'Ω').map((text): MathNode => ({ tag: 'mi', text })),
  fc.constantFrom('sin', 'mol').map((text): MathNode => ({ tag: 'mi', text })),
  fc
    .constantFrom('d', 'e')
    .map((text): MathNode => ({ tag: 'mi', text, attributes: { mathvariant: 'normal' } })),
  fc.constantFrom('0', '42', '3.14').map((text): MathNode => ({ tag: 'mn', text })),
  fc.constantFrom('+', '−', '=', '<', '∈', '→').map((text): MathNode => ({ tag: 'mo', text })),
  fc.constantFrom('if x', 'A. & <b>', '1.').map((text): MathNode => ({ tag: 'mtext', text })),
);

const mo = (text: string, attributes: MathNode['attributes']): MathNode => ({
  tag: 'mo',
  text,
  attributes,
});
const row = (children: MathNode[]): MathNode => ({ tag: 'mrow', children });

function delimiter([open, items, close]: readonly [string, MathNode[], string]): MathNode {
  const grows = { stretchy: true };
  const inner = items.flatMap((item, index) => (index > 0 ? [mo('|', grows), item] : [item]));
  const fence = (sign: string): MathNode[] => (sign === '' ? [] : [mo(sign, grows)]);
  return row([...fence(open), ...inner, ...fence(close)]);
}

function matrix(cells: MathNode[][][], columnalign: 'center' | 'right'): MathNode {
  const children = cells.map((line): MathNode => ({
    tag: 'mtr',
    children: line.map((cell): MathNode => ({ tag: 'mtd', children: cell })),
  }));
  return { tag: 'mtable', attributes: { columnalign }, children };
}

const largeOperator = fc.constantFrom(
  mo('∑', { largeop: true, movablelimits: false }),
  mo('∫', { largeop: true, movablelimits: false }),
);

/** Formulas of every construct that Word knows, as its reader writes them down. */
const { node } = fc.letrec<{ node: MathNode; part: MathNode; layout: MathNode }>((tie) => {
  const part = tie('part');
  const two = fc.tuple(part, part);
  const layouts = [
    two.map((children): MathNode => ({ tag: 'mfrac', children })),
    two.map((children): MathNode => ({
      tag: 'mfrac',
      attributes: { linethickness: '0' },
      children,
    })),
    part.map((child): MathNode => ({ tag: 'msqrt', children: [child] })),
    two.map((children): MathNode => ({ tag: 'mroot', children })),
    two.map((children): MathNode => ({ tag: 'msub', children })),
    two.map((children): MathNode => ({ tag: 'msup', children })),
    fc.tuple(part, part, part).map((children): MathNode => ({ tag: 'msubsup', children })),
    two.map((children): MathNode => ({ tag: 'munder', children })),
    fc
      .tuple(largeOperator, part, part)
      .map((children): MathNode => ({ tag: 'munderover', children })),
    fc.tuple(largeOperator, part).map((children): MathNode => ({ tag: 'msub', children })),
    part.map((child): MathNode => ({
      tag: 'mover',
      attributes: { accent: true },
      children: [child, { tag: 'mo', text: '→' }],
    })),
    part.map((child): MathNode => ({
      tag: 'munder',
      attributes: { accentunder: true },
      children: [child, mo('⏟', { stretchy: true })],
    })),
    part.map((child): MathNode => ({
      tag: 'menclose',
      attributes: { notation: ['top', 'left', 'updiagonalstrike'] },
      children: [child],
    })),
    fc
      .tuple(
        fc.constantFrom('(', '[', '{', ''),
        fc.array(part, { minLength: 1, maxLength: 3 }),
        fc.constantFrom(')', ']', '|'),
      )
      .map(delimiter),
    fc
      .tuple(
        fc.array(
          fc.array(fc.array(token, { minLength: 1, maxLength: 2 }), {
            minLength: 2,
            maxLength: 2,
          }),
          { minLength: 1, maxLength: 3 },
        ),
        fc.constantFrom('center' as const, 'right' as const),
      )
      .map(([cells, align]) => matrix(cells, align)),
  ];
  return {
    node: fc.oneof({ maxDepth: 3 }, token, tie('layout')),
    layout: fc.oneof(...layouts),
    part: fc.oneof(
      { maxDepth: 3 },
      token,
      tie('node'),
      fc.array(tie('node'), { minLength: 2, maxLength: 3 }).map(row),
    ),
  };
});

export const anyFormula = fc.oneof(node, fc.array(node, { minLength: 2, maxLength: 4 }).map(row));
