import { child, childValue, integer, isOn, type XmlElement } from './xml-tree.js';

export interface Level {
  start: number;
  format: string;
  /** `%1.` with the counters of levels 1 to 9. */
  text: string;
  /** Of its label; empty where it is that of the text. */
  font: string;
  /** The paragraph style this level belongs to. */
  style: string | undefined;
  /** Restarts after this level (1-based) or a higher one; 0 never; undefined after any higher one. */
  restartAfter: number | undefined;
  /** All counters in arabic digits (`w:isLgl`). */
  legal: boolean;
}

export interface AbstractList {
  id: number;
  levels: Map<number, Level>;
  /** This list is defined by a numbering style; the list with that `styleLink` has its levels. */
  numStyleLink: string | undefined;
  styleLink: string | undefined;
}

export interface ListInstance {
  id: number;
  abstractId: number;
  overrides: Map<number, { start: number | undefined; level: Level | undefined }>;
}

const deepestLevel = 8;

function readLevel(element: XmlElement): Level {
  return {
    start: integer(childValue(element, 'w:start')) ?? 0,
    format: readFormat(element),
    text: childValue(element, 'w:lvlText') ?? '',
    font: child(child(element, 'w:rPr'), 'w:rFonts')?.attributes.get('w:ascii') ?? '',
    style: childValue(element, 'w:pStyle'),
    restartAfter: integer(childValue(element, 'w:lvlRestart')),
    legal: isOn(child(element, 'w:isLgl')),
  };
}

/** Newer formats stand inside mc:AlternateContent, as `custom` with a pattern such as `01, 02`. */
function readFormat(element: XmlElement): string {
  const choice = child(child(element, 'mc:AlternateContent'), 'mc:Choice');
  const format = child(choice, 'w:numFmt') ?? child(element, 'w:numFmt');
  const value = format?.attributes.get('w:val') ?? 'decimal';
  if (value !== 'custom') return value;
  return format?.attributes.get('w:format')?.startsWith('0') ? 'decimalZero' : 'decimal';
}

function levelIndex(element: XmlElement): number | undefined {
  const index = integer(element.attributes.get('w:ilvl'));
  return index === undefined || index < 0 || index > deepestLevel ? undefined : index;
}

export function readAbstract(element: XmlElement): AbstractList {
  const levels = new Map<number, Level>();
  for (const inner of element.children) {
    const index = levelIndex(inner);
    if (inner.name === 'w:lvl' && index !== undefined) levels.set(index, readLevel(inner));
  }
  return {
    id: integer(element.attributes.get('w:abstractNumId')) ?? -1,
    levels,
    numStyleLink: childValue(element, 'w:numStyleLink'),
    styleLink: childValue(element, 'w:styleLink'),
  };
}

export function readInstance(element: XmlElement): ListInstance {
  const overrides: ListInstance['overrides'] = new Map();
  for (const inner of element.children) {
    const index = levelIndex(inner);
    if (inner.name !== 'w:lvlOverride' || index === undefined) continue;
    const level = child(inner, 'w:lvl');
    const start = integer(childValue(inner, 'w:startOverride'));
    overrides.set(index, { start, level: level && readLevel(level) });
  }
  return {
    id: integer(element.attributes.get('w:numId')) ?? 0,
    abstractId: integer(childValue(element, 'w:abstractNumId')) ?? -1,
    overrides,
  };
}
