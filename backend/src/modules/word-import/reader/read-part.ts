import { XmlStream, type ElementBudget } from './xml-stream.js';
import { TreeBuilder, type XmlElement } from './xml-tree.js';
import type { ZipPackage } from './zip-package.js';

/** Streams a part, handing over each element directly inside `container`. */
export async function readPart(
  zip: ZipPackage,
  name: string,
  container: string,
  budget: ElementBudget,
  onElement: (element: XmlElement) => void,
): Promise<void> {
  const xml = new XmlStream(new TreeBuilder(container, onElement), budget);
  await zip.stream(name, (chunk) => xml.write(chunk));
  xml.end();
}

/** As readPart, for a part that may be absent; its elements in a list. */
export async function readOptionalPart(
  zip: ZipPackage,
  name: string | undefined,
  container: string,
  budget: ElementBudget,
): Promise<XmlElement[]> {
  const elements: XmlElement[] = [];
  if (name === undefined || !zip.has(name)) return elements;
  await readPart(zip, name, container, budget, (element) => elements.push(element));
  return elements;
}
