import type { MathNode } from '../../../shared/math.js';
import { styledLetters } from './math-letters.js';
import { child, isOn, type XmlElement } from './xml-tree.js';

interface RunStyle {
  /** Upright: names of functions, units. */
  upright: boolean;
  script: string;
  style: string;
}

const fences = new Set([...'()[]{}|‖⌊⌋⌈⌉⟨⟩']);
const tokens = /(\d+(?:[.,]\d+)*)|(\p{L}\p{M}*)|(\s+)|(.\p{M}*)/gsu;
const words = /(\d+(?:[.,]\d+)*)|((?:\p{L}\p{M}*)+)|(\s+)|(.\p{M}*)/gsu;

/** What Word's keyboard gives, as mathematicians write it. */
const written: Readonly<Record<string, string>> = { '-': '−', '*': '∗', "'": '′' };

function operator(text: string): MathNode {
  const shown = written[text] ?? text;
  // A bracket that was typed keeps its size; only those of a delimiter grow.
  return fences.has(shown)
    ? { tag: 'mo', text: shown, attributes: { stretchy: false } }
    : { tag: 'mo', text: shown };
}

function identifier(text: string, { upright, script, style }: RunStyle): MathNode {
  const node: MathNode = { tag: 'mi', text: styledLetters(text, script, style) };
  const single = Array.from(text.normalize('NFC')).length === 1;
  return upright && single ? { ...node, attributes: { mathvariant: 'normal' } } : node;
}

/** Space beside an operator is the operator's own business. */
function withoutOuterSpace(nodes: readonly MathNode[]): MathNode[] {
  return nodes.filter((node, index) => {
    if (node.text !== '\u00a0') return true;
    const before = nodes[index - 1];
    const after = nodes[index + 1];
    return before !== undefined && after !== undefined && before.tag !== 'mo' && after.tag !== 'mo';
  });
}

/** The tokens of a stretch of a formula: numbers, identifiers, operators. */
export function mathTokens(text: string, style: RunStyle): MathNode[] {
  const nodes: MathNode[] = [];
  for (const [, number, letters, space, other] of text.matchAll(style.upright ? words : tokens)) {
    if (number !== undefined) {
      nodes.push({ tag: 'mn', text: styledLetters(number, style.script, style.style) });
    } else if (letters !== undefined) nodes.push(identifier(letters, style));
    else if (space !== undefined) nodes.push({ tag: 'mtext', text: '\u00a0' });
    else if (other !== undefined) nodes.push(operator(other));
  }
  return withoutOuterSpace(nodes);
}

/** How an `m:r` is set; null when it is ordinary text (`m:nor`). */
export function readRunStyle(run: XmlElement): RunStyle | null {
  const properties = child(run, 'm:rPr');
  if (isOn(child(properties, 'm:nor'), 'm:val')) return null;
  const style = mathValue(properties, 'm:sty') ?? 'i';
  const script = mathValue(properties, 'm:scr') ?? 'roman';
  return { upright: style === 'p' || style === 'b', script, style };
}

/** `m:val` of the first child of that name. */
export function mathValue(element: XmlElement | undefined, name: string): string | undefined {
  return child(element, name)?.attributes.get('m:val');
}
