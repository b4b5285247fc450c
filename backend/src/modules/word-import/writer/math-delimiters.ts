import type { MathNode } from '../../../shared/math.js';
import { omml, type MathParts, type MathProperty } from './omml.js';

/** Brackets and separators of a delimiter say of themselves only whether they grow. */
const isFence = (node: MathNode | undefined): node is MathNode =>
  node?.tag === 'mo' &&
  node.attributes?.stretchy !== undefined &&
  Object.keys(node.attributes).length === 1;

interface Delimiter {
  open: string;
  close: string;
  separators: string[];
  items: MathNode[];
}

/** Bracket, item, separator, item …, bracket; each bracket may be missing. */
function split(children: readonly MathNode[]): Delimiter | null {
  const found: Delimiter = { open: '', close: '', separators: [], items: [] };
  const queue = [...children];
  if (queue.length > 1 && isFence(queue[0])) found.open = queue.shift()?.text ?? '';
  const last = queue.at(-1);
  if (queue.length > 1 && isFence(last)) found.close = queue.pop()?.text ?? '';
  for (const [index, node] of queue.entries()) {
    if (index % 2 === 0) found.items.push(node);
    else if (isFence(node)) found.separators.push(node.text ?? '');
    else return null;
  }
  const alike = new Set(found.separators).size < 2;
  return alike && found.items.length === found.separators.length + 1 ? found : null;
}

/** A row that is a delimiter (`m:d`): brackets with what they hold; null for every other row. */
export function delimiterOf({ children = [] }: MathNode, { part }: MathParts): string | null {
  const found = split(children);
  const fences = children.filter(isFence);
  const grows = fences.every(({ attributes }) => attributes?.stretchy);
  if (!found || (fences.length === 0 && children.length > 1)) return null;
  return omml(
    'd',
    [
      ['begChr', found.open],
      ...found.separators.slice(0, 1).map((sign): MathProperty => ['sepChr', sign]),
      ['endChr', found.close],
      ...(grows ? [] : [['grow', '0'] as const]),
    ],
    found.items.map((item) => part('e', item)).join(''),
  );
}
