import { child, type XmlElement } from './xml-tree.js';

const plainPart = /^[\p{L}\p{N}.,]*$/u;

function grouped(text: string): string {
  return plainPart.test(text) ? text : `(${text})`;
}

function part(element: XmlElement, name: string): string {
  const inner = child(element, name);
  return inner ? mathText(inner) : '';
}

function rootText(element: XmlElement): string {
  const degree = part(element, 'm:deg');
  return `${degree}√${grouped(part(element, 'm:e'))}`;
}

function delimited(element: XmlElement): string {
  const properties = child(element, 'm:dPr');
  const begin = child(properties, 'm:begChr')?.attributes.get('m:val') ?? '(';
  const end = child(properties, 'm:endChr')?.attributes.get('m:val') ?? ')';
  const inner = element.children.filter(({ name }) => name === 'm:e').map(mathText);
  return `${begin}${inner.join(', ')}${end}`;
}

function operator(element: XmlElement): string {
  const symbol = child(child(element, 'm:naryPr'), 'm:chr')?.attributes.get('m:val') ?? '∫';
  const from = part(element, 'm:sub');
  const to = part(element, 'm:sup');
  const below = from === '' ? '' : `_${grouped(from)}`;
  const above = to === '' ? '' : `^${grouped(to)}`;
  return `${symbol}${below}${above} ${part(element, 'm:e')}`;
}

/** A formula (OMML) on one line of plain text: `x^2`, `(a+b)/c`, `√(x)`. */
export function mathText(element: XmlElement): string {
  switch (element.name) {
    case 'm:t':
      return element.text;
    case 'm:f':
      return `${grouped(part(element, 'm:num'))}/${grouped(part(element, 'm:den'))}`;
    case 'm:sSup':
      return `${grouped(part(element, 'm:e'))}^${grouped(part(element, 'm:sup'))}`;
    case 'm:sSub':
      return `${grouped(part(element, 'm:e'))}_${grouped(part(element, 'm:sub'))}`;
    case 'm:rad':
      return rootText(element);
    case 'm:d':
      return delimited(element);
    case 'm:nary':
      return operator(element);
    default:
      return element.children.map(mathText).join('');
  }
}
