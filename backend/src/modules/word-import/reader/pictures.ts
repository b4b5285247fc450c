import type { ImageFault } from '../domain/source-document.js';
import type { Relationships } from './relationships.js';
import { child, descendants, integer, type XmlElement } from './xml-tree.js';

/** A picture as a paragraph refers to it, before its bytes are looked at. */
export interface PictureReference {
  /** Part with the bytes, or null when there is nothing to show. */
  part: string | null;
  fault: ImageFault | null;
  alt: string;
  width: number | null;
  height: number | null;
  embedded: boolean;
}

const emuPerPixel = 9525;
const pixelsPerUnit: Readonly<Record<string, number>> = {
  px: 1,
  pt: 96 / 72,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
};

function pixelsOfEmu(value: string | undefined): number | null {
  const emu = integer(value);
  return emu === undefined || emu <= 0 ? null : Math.round(emu / emuPerPixel);
}

function pixelsOfStyle(style: string, property: string): number | null {
  const found = new RegExp(`(?:^|;)\\s*${property}:\\s*([\\d.]+)(px|pt|in|cm|mm)`).exec(style);
  const size = Number(found?.[1]) * (pixelsPerUnit[found?.[2] ?? ''] ?? 0);
  return size > 0 ? Math.round(size) : null;
}

function locate(
  relationships: Relationships,
  id: string | undefined,
): Pick<PictureReference, 'part' | 'fault'> {
  const relationship = relationships.get(id ?? '');
  if (!relationship) return { part: null, fault: 'IMAGE_MISSING' };
  if (relationship.external) return { part: null, fault: 'IMAGE_EXTERNAL' };
  return { part: relationship.target, fault: null };
}

/** The pictures of a `w:drawing`; a picture that only links to an address is never fetched. */
export function drawingPictures(
  drawing: XmlElement,
  relationships: Relationships,
): PictureReference[] {
  const frame = drawing.children[0];
  const extent = child(frame, 'wp:extent');
  const alt = child(frame, 'wp:docPr')?.attributes.get('descr') ?? '';
  const blips = descendants(drawing, 'a:blip');
  const single = blips.length === 1;
  return blips.map((blip) => {
    const id = blip.attributes.get('r:embed') ?? blip.attributes.get('r:link');
    return {
      ...locate(relationships, id),
      alt,
      width: single ? pixelsOfEmu(extent?.attributes.get('cx')) : null,
      height: single ? pixelsOfEmu(extent?.attributes.get('cy')) : null,
      embedded: false,
    };
  });
}

/** The pictures of a `w:pict` or `w:object` (VML); an object shows its preview. */
export function vmlPictures(element: XmlElement, relationships: Relationships): PictureReference[] {
  return descendants(element, 'v:shape')
    .concat(descendants(element, 'v:rect'))
    .flatMap((shape) => {
      const data = child(shape, 'v:imagedata');
      if (!data) return [];
      const style = shape.attributes.get('style') ?? '';
      return {
        ...locate(relationships, data.attributes.get('r:id') ?? data.attributes.get('r:href')),
        alt: shape.attributes.get('alt') ?? '',
        width: pixelsOfStyle(style, 'width'),
        height: pixelsOfStyle(style, 'height'),
        embedded: element.name === 'w:object',
      };
    });
}
