import type { MathAttributes, MathNode } from '../../../shared/math.js';
import { mathValue } from './math-tokens.js';
import { child, isOn, type XmlElement } from './xml-tree.js';

/** How a construct gets at its parts. */
export interface FormulaParts {
  /** All inside an element as one node. */
  row(element: XmlElement | undefined): MathNode;
  /** The same for the child of that name; an empty row when there is none. */
  argument(element: XmlElement, name: string): MathNode;
  /** All inside an element. */
  inside(element: XmlElement): MathNode[];
}

export type FormulaRule = (element: XmlElement, parts: FormulaParts) => MathNode[];

/** An operator with what it says about itself. */
export function operator(text: string, attributes: MathAttributes): MathNode {
  return { tag: 'mo', text, attributes };
}

const isEmpty = (node: MathNode): boolean => node.tag === 'mrow' && node.children?.length === 0;

/** `m:fooPr` → its child `m:bar` is there and on. */
function says(properties: XmlElement | undefined, name: string): boolean {
  return isOn(child(properties, name), 'm:val');
}

function fraction(element: XmlElement, parts: FormulaParts): MathNode[] {
  const numerator = parts.argument(element, 'm:num');
  const denominator = parts.argument(element, 'm:den');
  const type = mathValue(child(element, 'm:fPr'), 'm:type');
  if (type === 'lin' || type === 'skw') {
    return [numerator, operator('/', { stretchy: type === 'skw' }), denominator];
  }
  const children = [numerator, denominator];
  return type === 'noBar'
    ? [{ tag: 'mfrac', attributes: { linethickness: '0' }, children }]
    : [{ tag: 'mfrac', children }];
}

function radical(element: XmlElement, parts: FormulaParts): MathNode[] {
  const base = parts.argument(element, 'm:e');
  const degree = parts.argument(element, 'm:deg');
  const hidden = says(child(element, 'm:radPr'), 'm:degHide') || isEmpty(degree);
  return hidden
    ? [{ tag: 'msqrt', children: [base] }]
    : [{ tag: 'mroot', children: [base, degree] }];
}

function prescripts(element: XmlElement, parts: FormulaParts): MathNode[] {
  const base = parts.argument(element, 'm:e');
  const sub = parts.argument(element, 'm:sub');
  const sup = parts.argument(element, 'm:sup');
  return [{ tag: 'mmultiscripts', children: [base, { tag: 'mprescripts' }, sub, sup] }];
}

/** A rule for an element whose children are its arguments, one after the other. */
function plain(tag: MathNode['tag'], ...names: readonly string[]): FormulaRule {
  return (element, parts) => [
    { tag, children: names.map((name) => parts.argument(element, name)) },
  ];
}

/** Word leaves the limits of integrals beside the sign and sets those of all others below and above it. */
function limitsBeside(properties: XmlElement | undefined, sign: string): boolean {
  const place = mathValue(properties, 'm:limLoc');
  return place === undefined ? /[∫-∳⨋-⨜]/.test(sign) : place === 'subSup';
}

function nary(element: XmlElement, parts: FormulaParts): MathNode[] {
  const properties = child(element, 'm:naryPr');
  const sign = mathValue(properties, 'm:chr') ?? '∫';
  const symbol = operator(sign, { largeop: true, movablelimits: false });
  const from = parts.argument(element, 'm:sub');
  const to = parts.argument(element, 'm:sup');
  const below = !says(properties, 'm:subHide') && !isEmpty(from);
  const above = !says(properties, 'm:supHide') && !isEmpty(to);
  const beside = limitsBeside(properties, sign);
  const body = parts.argument(element, 'm:e');
  const rest = isEmpty(body) ? [] : [body];
  if (below && above) {
    return [{ tag: beside ? 'msubsup' : 'munderover', children: [symbol, from, to] }, ...rest];
  }
  if (below) return [{ tag: beside ? 'msub' : 'munder', children: [symbol, from] }, ...rest];
  if (above) return [{ tag: beside ? 'msup' : 'mover', children: [symbol, to] }, ...rest];
  return [symbol, ...rest];
}

function delimiter(element: XmlElement, parts: FormulaParts): MathNode[] {
  const properties = child(element, 'm:dPr');
  const grow = child(properties, 'm:grow');
  const attributes = { stretchy: grow === undefined || isOn(grow, 'm:val') };
  const sign = (name: string, usual: string): MathNode[] => {
    const text = mathValue(properties, name) ?? usual;
    return text === '' ? [] : [operator(text, attributes)];
  };
  const separator = sign('m:sepChr', '|');
  const inner = element.children
    .filter(({ name }) => name === 'm:e')
    .flatMap((part, index) => [...(index > 0 ? separator : []), parts.row(part)]);
  const children = [...sign('m:begChr', '('), ...inner, ...sign('m:endChr', ')')];
  return [{ tag: 'mrow', children }];
}

/** U+2061: the name before it is applied to what follows. */
function applied(element: XmlElement, parts: FormulaParts): MathNode[] {
  return [
    parts.argument(element, 'm:fName'),
    { tag: 'mo', text: '\u2061' },
    parts.argument(element, 'm:e'),
  ];
}

/** Combining accents as the signs that MathML stretches and places. */
const accents = new Map([
  ['\u0300', '`'],
  ['\u0301', '´'],
  ['\u0302', '^'],
  ['\u0303', '~'],
  ['\u0304', '¯'],
  ['\u0305', '¯'],
  ['\u0306', '˘'],
  ['\u0307', '˙'],
  ['\u0308', '¨'],
  ['\u030c', 'ˇ'],
  ['\u20d0', '↼'],
  ['\u20d1', '⇀'],
  ['\u20d6', '←'],
  ['\u20d7', '→'],
  ['\u20db', '⋯'],
  ['\u20e1', '↔'],
]);

function accent(element: XmlElement, parts: FormulaParts): MathNode[] {
  const written = mathValue(child(element, 'm:accPr'), 'm:chr') ?? '\u0302';
  const sign: MathNode = { tag: 'mo', text: accents.get(written) ?? written };
  const children = [parts.argument(element, 'm:e'), sign];
  return [{ tag: 'mover', attributes: { accent: true }, children }];
}

function lidded(base: MathNode, sign: string, top: boolean): MathNode[] {
  const children = [base, operator(sign, { stretchy: true })];
  return top
    ? [{ tag: 'mover', attributes: { accent: true }, children }]
    : [{ tag: 'munder', attributes: { accentunder: true }, children }];
}

function bar(element: XmlElement, parts: FormulaParts): MathNode[] {
  const top = mathValue(child(element, 'm:barPr'), 'm:pos') === 'top';
  return lidded(parts.argument(element, 'm:e'), top ? '¯' : '_', top);
}

function groupSign(element: XmlElement, parts: FormulaParts): MathNode[] {
  const properties = child(element, 'm:groupChrPr');
  const sign = mathValue(properties, 'm:chr') ?? '⏟';
  const base = parts.argument(element, 'm:e');
  return sign === '' ? [base] : lidded(base, sign, mathValue(properties, 'm:pos') === 'top');
}

function phantom(element: XmlElement, parts: FormulaParts): MathNode[] {
  const show = child(child(element, 'm:phantPr'), 'm:show');
  const base = parts.argument(element, 'm:e');
  return show && !isOn(show, 'm:val') ? [{ tag: 'mphantom', children: [base] }] : [base];
}

/** What each construct of OMML becomes, by the name of its element. */
export const constructs: readonly (readonly [string, FormulaRule])[] = [
  ['m:f', fraction],
  ['m:rad', radical],
  ['m:sSub', plain('msub', 'm:e', 'm:sub')],
  ['m:sSup', plain('msup', 'm:e', 'm:sup')],
  ['m:sSubSup', plain('msubsup', 'm:e', 'm:sub', 'm:sup')],
  ['m:sPre', prescripts],
  ['m:limLow', plain('munder', 'm:e', 'm:lim')],
  ['m:limUpp', plain('mover', 'm:e', 'm:lim')],
  ['m:nary', nary],
  ['m:d', delimiter],
  ['m:func', applied],
  ['m:acc', accent],
  ['m:bar', bar],
  ['m:groupChr', groupSign],
  ['m:phant', phantom],
  ['m:box', (element, parts) => [parts.argument(element, 'm:e')]],
];
