import type { MathNode } from '../../../shared/math.js';
import { escapeAttribute } from './xml.js';

/** How a construct writes what it is made of. */
export interface MathParts {
  /** An argument of a construct: `m:e`, `m:num` …; empty when there is no node. */
  readonly part: (name: string, node: MathNode | undefined) => string;
  /** Nodes beside each other. */
  readonly list: (nodes: readonly MathNode[]) => string;
}

/** A property of a construct: its name and its value. */
export type MathProperty = readonly [name: string, value: string];

/** An element of OMML: its properties, then its content. */
export function omml(name: string, properties: readonly MathProperty[], content: string): string {
  const inner = properties.map(([key, value]) => `<m:${key} m:val="${escapeAttribute(value)}"/>`);
  const own = inner.length > 0 ? `<m:${name}Pr>${inner.join('')}</m:${name}Pr>` : '';
  return `<m:${name}>${own}${content}</m:${name}>`;
}
