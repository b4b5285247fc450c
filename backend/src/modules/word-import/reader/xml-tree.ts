import type { XmlHandler } from './xml-stream.js';

/** An element in memory. `text` is its own character data, kept only where a document has words. */
export interface XmlElement {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: XmlElement[];
  text: string;
}

const wordElements = new Set(['w:t', 'm:t', 'w:instrText']);

/**
 * Builds a tree for each element directly inside `container` and hands it over as soon as it is closed,
 * so that a document is never in memory as a whole.
 */
export class TreeBuilder implements XmlHandler {
  private readonly stack: XmlElement[] = [];
  private readonly path: string[] = [];

  constructor(
    private readonly container: string,
    private readonly onElement: (element: XmlElement) => void,
  ) {}

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    const parent = this.stack.at(-1);
    if (parent || this.path.at(-1) === this.container) {
      const element: XmlElement = { name, attributes, children: [], text: '' };
      parent?.children.push(element);
      this.stack.push(element);
    }
    this.path.push(name);
  }

  close(): void {
    this.path.pop();
    const element = this.stack.pop();
    if (element && this.stack.length === 0) this.onElement(element);
  }

  text(text: string): void {
    const element = this.stack.at(-1);
    if (element && wordElements.has(element.name)) element.text += text;
  }
}

/** The first child of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((candidate) => candidate.name === name);
}

/** `w:val` of the first child of that name. */
export function childValue(element: XmlElement | undefined, name: string): string | undefined {
  return child(element, name)?.attributes.get('w:val');
}

const off = new Set(['0', 'false', 'off', 'none']);

/** An on/off property: on when it is there, unless its value says otherwise. */
export function isOn(element: XmlElement | undefined, attribute = 'w:val'): boolean {
  if (!element) return false;
  return !off.has((element.attributes.get(attribute) ?? 'true').toLowerCase());
}

/** A whole number in an attribute, or undefined when absent or not a number. */
export function integer(value: string | undefined): number | undefined {
  if (value === undefined || !/^[+-]?\d{1,9}$/.test(value.trim())) return undefined;
  return Number(value);
}

/** Every descendant (and the element itself) of that name, in document order. */
export function descendants(element: XmlElement, name: string): XmlElement[] {
  const own = element.name === name ? [element] : [];
  return [...own, ...element.children.flatMap((inner) => descendants(inner, name))];
}
