import type { MathNode } from '../../../shared/math.js';
import { layoutXml } from './math-layouts.js';
import { delimiterOf } from './math-delimiters.js';
import { omml, type MathParts, type MathProperty } from './omml.js';
import { escapeText } from './xml.js';

const parts: MathParts = {
  part: (name, node) => `<m:${name}>${node ? mathArgument(node) : ''}</m:${name}>`,
  list: mathList,
};
const { part } = parts;

const font = '<w:rPr><w:rFonts w:ascii="Cambria Math" w:hAnsi="Cambria Math"/></w:rPr>';

function tokenXml({ tag, text = '', attributes }: MathNode): string {
  const upright =
    attributes?.mathvariant === 'normal' || Array.from(text.normalize('NFC')).length > 1;
  const ofName = tag === 'mi' && upright ? '<m:rPr><m:sty m:val="p"/></m:rPr>' : '';
  const properties = tag === 'mtext' ? '<m:rPr><m:nor/></m:rPr>' : ofName;
  return `<m:r>${properties}${font}<m:t xml:space="preserve">${escapeText(text)}</m:t></m:r>`;
}

const isSign = (node: MathNode | undefined, text: string): boolean =>
  node?.tag === 'mo' && node.text === text;

const isToken = ({ tag }: MathNode): boolean =>
  tag === 'mi' || tag === 'mn' || tag === 'mo' || tag === 'mtext';

/** A large operator, with or without limits: Word keeps it together with what it is applied to. */
function largeOperator(node: MathNode): MathNode | null {
  const sign = node.tag === 'mo' ? node : node.children?.[0];
  return sign?.tag === 'mo' && sign.attributes?.largeop ? sign : null;
}

function naryXml(node: MathNode, sign: MathNode, body: MathNode | undefined): string {
  const { tag, children = [] } = node;
  const [, first, second] = children;
  const below = tag === 'msup' || tag === 'mover' ? undefined : first;
  const above = tag === 'msup' || tag === 'mover' ? first : second;
  const properties: MathProperty[] = [
    ['chr', sign.text ?? ''],
    ['limLoc', tag.includes('under') || tag.includes('over') ? 'undOvr' : 'subSup'],
    ...(below ? [] : [['subHide', '1'] as const]),
    ...(above ? [] : [['supHide', '1'] as const]),
  ];
  return omml('nary', properties, part('sub', below) + part('sup', above) + part('e', body));
}

/** One node that stands among others, and how many of those after it were used up. */
function nodeXml(node: MathNode, next: MathNode | undefined): { xml: string; used: number } {
  const sign = largeOperator(node);
  if (sign) return { xml: naryXml(node, sign, next), used: next ? 1 : 0 };
  if (isToken(node)) return { xml: tokenXml(node), used: 0 };
  if (node.tag !== 'mrow') return { xml: layoutXml(node, parts), used: 0 };
  const xml =
    delimiterOf(node, parts) ?? omml('box', [], `<m:e>${mathList(node.children ?? [])}</m:e>`);
  return { xml, used: 0 };
}

/** `f(x)` and slanted fractions are three nodes in MathML and one construct in Word. */
function tripleXml(nodes: readonly MathNode[], at: number): string | null {
  const [first, sign, last] = nodes.slice(at, at + 3);
  if (!first || !last || largeOperator(first)) return null;
  if (isSign(sign, '\u2061')) return omml('func', [], part('fName', first) + part('e', last));
  const stretchy = isSign(sign, '/') ? sign?.attributes?.stretchy : undefined;
  if (stretchy === undefined) return null;
  const type = stretchy ? 'skw' : 'lin';
  return omml('f', [['type', type]], part('num', first) + part('den', last));
}

/** Nodes beside each other. */
function mathList(nodes: readonly MathNode[]): string {
  let xml = '';
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at];
    const triple = tripleXml(nodes, at);
    if (triple !== null) {
      xml += triple;
      at += 2;
    } else if (node) {
      const written = nodeXml(node, nodes[at + 1]);
      xml += written.xml;
      at += written.used;
    }
  }
  return xml;
}

/** A node that is all there is: Word has no row around the parts of an argument. */
function mathArgument(node: MathNode): string {
  const { tag, children = [] } = node;
  const typed = children.length !== 1 && !children.some(({ attributes }) => attributes?.stretchy);
  return mathList(
    tag === 'mrow' && (typed || delimiterOf(node, parts) === null) ? children : [node],
  );
}

/** A formula as Word's own. */
export function formulaXml(root: MathNode, display: boolean): string {
  const formula = `<m:oMath>${mathArgument(root)}</m:oMath>`;
  return display ? `<m:oMathPara>${formula}</m:oMathPara>` : formula;
}
