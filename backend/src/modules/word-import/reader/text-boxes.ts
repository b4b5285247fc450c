import type { XmlElement } from './xml-tree.js';

/** The outermost text boxes inside a drawing; boxes in boxes are found when those are read. */
export function collectBoxes(element: XmlElement, to: XmlElement[]): void {
  if (element.name === 'w:txbxContent') to.push(element);
  else if (element.name === 'mc:AlternateContent') collectAlternate(element, to);
  else for (const inner of element.children) collectBoxes(inner, to);
}

/** Both alternatives hold the same box: only one is read. */
function collectAlternate(element: XmlElement, to: XmlElement[]): void {
  for (const branch of element.children) {
    const found: XmlElement[] = [];
    collectBoxes(branch, found);
    if (found.length === 0) continue;
    to.push(...found);
    return;
  }
}
