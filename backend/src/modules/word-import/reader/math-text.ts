import { mathValue } from './math-tokens.js';
import { child, isOn, type XmlElement } from './xml-tree.js';

const plainPart = /^[\p{L}\p{N}.,]*$/u;

function grouped(text: string): string {
  return plainPart.test(text) ? text : `(${text})`;
}

function part(element: XmlElement, name: string): string {
  const inner = child(element, name);
  return inner ? mathText(inner).trim() : '';
}

/** `_a` or `^a`, or nothing for an empty part. */
function script(sign: '_' | '^', text: string): string {
  return text === '' ? '' : sign + grouped(text);
}

const base = (element: XmlElement): string => grouped(part(element, 'm:e'));

function fraction(element: XmlElement): string {
  const bare = mathValue(child(element, 'm:fPr'), 'm:type') === 'noBar';
  return `${grouped(part(element, 'm:num'))}${bare ? '¦' : '/'}${grouped(part(element, 'm:den'))}`;
}

function rootText(element: XmlElement): string {
  const hidden = isOn(child(child(element, 'm:radPr'), 'm:degHide'), 'm:val');
  return `${hidden ? '' : part(element, 'm:deg')}√${base(element)}`;
}

function delimited(element: XmlElement): string {
  const properties = child(element, 'm:dPr');
  const begin = mathValue(properties, 'm:begChr') ?? '(';
  const end = mathValue(properties, 'm:endChr') ?? ')';
  const inner = element.children.filter(({ name }) => name === 'm:e').map(mathText);
  return `${begin}${inner.join(mathValue(properties, 'm:sepChr') ?? ', ')}${end}`;
}

function nary(element: XmlElement): string {
  const symbol = mathValue(child(element, 'm:naryPr'), 'm:chr') ?? '∫';
  const from = script('_', part(element, 'm:sub'));
  const to = script('^', part(element, 'm:sup'));
  return `${symbol}${from}${to} ${part(element, 'm:e')}`;
}

/** A single letter carries its accent; more of them stand behind it in brackets. */
function accented(element: XmlElement): string {
  const mark = mathValue(child(element, 'm:accPr'), 'm:chr') ?? '\u0302';
  const text = part(element, 'm:e');
  return Array.from(text).length === 1 ? text + mark : `(${text})${mark}`;
}

function rows(element: XmlElement): string {
  const lines = element.children.filter(({ name }) => name === 'm:mr');
  const cells = (line: XmlElement): string[] =>
    line.children.filter(({ name }) => name === 'm:e').map(mathText);
  return `[${lines.map((line) => cells(line).join(', ')).join('; ')}]`;
}

function equations(element: XmlElement): string {
  const lines = element.children.filter(({ name }) => name === 'm:e');
  return lines.map((line) => mathText(line).replaceAll('&', '')).join('; ');
}

function phantom(element: XmlElement): string {
  const show = child(child(element, 'm:phantPr'), 'm:show');
  return show && !isOn(show, 'm:val') ? '' : part(element, 'm:e');
}

const rules = new Map<string, (element: XmlElement) => string>([
  ['m:t', ({ text }) => text],
  ['w:t', ({ text }) => text],
  ['w:del', () => ''],
  ['w:moveFrom', () => ''],
  ['m:f', fraction],
  ['m:rad', rootText],
  ['m:sSup', (element) => base(element) + script('^', part(element, 'm:sup'))],
  ['m:sSub', (element) => base(element) + script('_', part(element, 'm:sub'))],
  [
    'm:sSubSup',
    (element) =>
      base(element) + script('_', part(element, 'm:sub')) + script('^', part(element, 'm:sup')),
  ],
  [
    'm:sPre',
    (element) =>
      script('_', part(element, 'm:sub')) + script('^', part(element, 'm:sup')) + base(element),
  ],
  ['m:limLow', (element) => part(element, 'm:e') + script('_', part(element, 'm:lim'))],
  ['m:limUpp', (element) => part(element, 'm:e') + script('^', part(element, 'm:lim'))],
  ['m:func', (element) => `${part(element, 'm:fName')} ${part(element, 'm:e')}`],
  ['m:d', delimited],
  ['m:nary', nary],
  ['m:acc', accented],
  ['m:m', rows],
  ['m:eqArr', equations],
  ['m:oMathPara', ({ children }) => children.map(mathText).filter(Boolean).join('; ')],
  ['m:phant', phantom],
  [
    'mc:AlternateContent',
    (element) => element.children.map(mathText).find((text) => text !== '') ?? '',
  ],
]);

/** A formula (OMML) on one line of plain text: `x^2`, `(a+b)/c`, `√(x)`. */
export function mathText(element: XmlElement): string {
  const rule = rules.get(element.name);
  return rule ? rule(element) : element.children.map(mathText).join('');
}
