import { symbolText } from './symbols.js';
import { child, integer, isOn, type XmlElement } from './xml-tree.js';

const UNCHECKED = '☐';
const CHECKED = '☒';

/** The glyph of a content control that is a check box (`w14:checkbox`), by its state; null for others. */
export function checkBoxText(control: XmlElement): string | null {
  const box = child(child(control, 'w:sdtPr'), 'w14:checkbox');
  if (!box) return null;
  return isOn(child(box, 'w14:checked'), 'w14:val') ? CHECKED : UNCHECKED;
}

/** What a form field of the old kind shows by its settings: a check box, the choice of a list; else null. */
export function formFieldText(mark: XmlElement): string | null {
  const data = child(mark, 'w:ffData');
  const box = child(data, 'w:checkBox');
  if (box) return isOn(child(box, 'w:checked') ?? child(box, 'w:default')) ? CHECKED : UNCHECKED;
  const list = child(data, 'w:ddList');
  if (!list) return null;
  const entries = list.children.filter(({ name }) => name === 'w:listEntry');
  const chosen = child(list, 'w:result') ?? child(list, 'w:default');
  return entries[integer(chosen?.attributes.get('w:val')) ?? 0]?.attributes.get('w:val') ?? null;
}

/** What a field shows that has only its instruction: `SYMBOL 252 \f Wingdings`; null when nothing. */
export function fieldText(instruction: string): string | null {
  const symbol = /^\s*SYMBOL\s+(0x[\da-f]+|\d+)/i.exec(instruction)?.[1];
  if (symbol === undefined) return null;
  const font = /\\f\s+(?:"([^"]*)"|(\S+))/i.exec(instruction);
  return symbolText(font?.[1] ?? font?.[2] ?? '', Number(symbol).toString(16));
}
