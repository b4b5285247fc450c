import type { MathAttributes, MathNode } from '../../../shared/math.js';
import type { FormulaParts, FormulaRule } from './formula-constructs.js';
import { child, descendants, isOn, type XmlElement } from './xml-tree.js';

const cell = (children: MathNode[]): MathNode => ({ tag: 'mtd', children });

const columnAligns = new Set(['left', 'center', 'right'] as const);

function alignOf(properties: XmlElement | undefined): MathAttributes['columnalign'] {
  const justified = properties && descendants(properties, 'm:mcJc')[0]?.attributes.get('m:val');
  return [...columnAligns].find((align) => align === justified) ?? 'center';
}

function matrix(element: XmlElement, parts: FormulaParts): MathNode[] {
  const rows = element.children.filter(({ name }) => name === 'm:mr');
  const children = rows.map((row): MathNode => {
    const cells = row.children.filter(({ name }) => name === 'm:e');
    return { tag: 'mtr', children: cells.map((part) => cell(parts.inside(part))) };
  });
  const columnalign = alignOf(child(element, 'm:mPr'));
  return [{ tag: 'mtable', attributes: { columnalign }, children }];
}

/** Word aligns the lines of an equation array at each `&`. */
function splitAtMarks(nodes: readonly MathNode[]): MathNode[] {
  const cells: MathNode[][] = [[]];
  for (const node of nodes) {
    if (node.tag === 'mo' && node.text === '&') cells.push([]);
    else cells.at(-1)?.push(node);
  }
  return cells.map(cell);
}

function equations(element: XmlElement, parts: FormulaParts): MathNode[] {
  const lines = element.children.filter(({ name }) => name === 'm:e');
  const rows = lines.map((line) => splitAtMarks(parts.inside(line)));
  const aligned = rows.some((cells) => cells.length > 1);
  const children = rows.map((cells): MathNode => ({ tag: 'mtr', children: cells }));
  const columnalign = aligned ? 'equations' : 'left';
  return [{ tag: 'mtable', attributes: { columnalign }, children }];
}

/** Several formulas in one display paragraph stand below each other. */
export function stacked(formulas: readonly MathNode[]): MathNode {
  const [only] = formulas;
  if (formulas.length === 1 && only) return only;
  const children = formulas.map((row): MathNode => ({ tag: 'mtr', children: [cell([row])] }));
  return { tag: 'mtable', attributes: { columnalign: 'left' }, children };
}

/** Sides that are there unless hidden, and strokes that are there when they say so. */
const sides = [
  ['m:hideTop', 'top'],
  ['m:hideBot', 'bottom'],
  ['m:hideLeft', 'left'],
  ['m:hideRight', 'right'],
] as const;
const strokes = [
  ['m:strikeH', 'horizontalstrike'],
  ['m:strikeV', 'verticalstrike'],
  ['m:strikeBLTR', 'updiagonalstrike'],
  ['m:strikeTLBR', 'downdiagonalstrike'],
] as const;

function frame(element: XmlElement, parts: FormulaParts): MathNode[] {
  const properties = child(element, 'm:borderBoxPr');
  const on = (name: string): boolean => isOn(child(properties, name), 'm:val');
  const notation = [
    ...sides.flatMap(([name, side]) => (on(name) ? [] : [side])),
    ...strokes.flatMap(([name, stroke]) => (on(name) ? [stroke] : [])),
  ];
  return [
    { tag: 'menclose', attributes: { notation }, children: [parts.argument(element, 'm:e')] },
  ];
}

/** What the constructs with rows, columns and frames become. */
export const arrangements: readonly (readonly [string, FormulaRule])[] = [
  ['m:m', matrix],
  ['m:eqArr', equations],
  ['m:borderBox', frame],
];
