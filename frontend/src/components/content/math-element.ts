import { createElement, type ReactElement } from 'react';
import type { MathNode } from '../../lib/api/generated/types.gen';

type Attributes = NonNullable<MathNode['attributes']>;
type Notation = NonNullable<Attributes['notation']>[number];

const sides: Partial<Record<Notation, string>> = {
  top: 'border-t',
  bottom: 'border-b',
  left: 'border-l',
  right: 'border-r',
};

const strokes: Partial<Record<Notation, string>> = {
  horizontalstrike: '0deg',
  verticalstrike: '90deg',
  updiagonalstrike: 'to bottom right',
  downdiagonalstrike: 'to top right',
};

/** A hairline through the middle of the box. */
const stroke = (direction: string): string =>
  `linear-gradient(${direction}, transparent calc(50% - 0.5px), currentColor calc(50% - 0.5px) calc(50% + 0.5px), transparent calc(50% + 0.5px))`;

/** MathML Core has no `menclose`: a row with borders, and strokes painted behind it. */
function frameProps(notation: readonly Notation[]) {
  const drawn = notation.flatMap((name) => strokes[name] ?? []);
  return {
    className: ['border-current p-1', ...notation.flatMap((name) => sides[name] ?? [])].join(' '),
    style: drawn.length > 0 ? { backgroundImage: drawn.map(stroke).join(', ') } : undefined,
  };
}

/** Presentation attributes are words in MathML: `stretchy="false"`. */
function attributeProps(attributes: Attributes): Record<string, unknown> {
  const { notation } = attributes;
  const props: Record<string, unknown> = notation ? frameProps(notation) : {};
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'boolean') props[name] = String(value);
    if (name === 'mathvariant' || name === 'linethickness') props[name] = value;
  }
  return props;
}

type Align = Attributes['columnalign'];

function cellAlign(align: Align, column: number): string {
  if (align === 'equations') return column % 2 === 0 ? 'right' : 'left';
  return align ?? 'center';
}

function cellProps(align: Align, column: number) {
  // The reset of the style sheet takes MathML's own spacing away; the sides of an equation stand close.
  const sides = align === 'equations' ? 0 : '0.4em';
  return { style: { textAlign: cellAlign(align, column), padding: `0.25em ${sides}` } };
}

/** A formula's element with all inside it; `align` is how the table around it sets its cells. */
export function mathElement(node: MathNode, place = 0, align?: Align): ReactElement {
  const { tag, text, attributes = {}, children = [] } = node;
  const inner = tag === 'mtable' ? attributes.columnalign : align;
  const props = {
    key: place,
    ...attributeProps(attributes),
    ...(tag === 'mtd' && cellProps(align, place)),
  };
  const parts = children.map((child, index) => mathElement(child, index, inner));
  return createElement(tag === 'menclose' ? 'mrow' : tag, props, text, ...parts);
}
