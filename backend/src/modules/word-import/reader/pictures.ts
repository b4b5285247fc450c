import type { ImageFault } from '../domain/source-document.js';
import type { Relationships } from './relationships.js';
import { child, descendants, integer, type XmlElement } from './xml-tree.js';

/** A picture as a paragraph refers to it, before its bytes are looked at. */
export interface PictureReference {
  /** Part with the bytes, or null when there is nothing to show. */
  part: string | null;
  /** Part with the same picture as a drawing (SVG), where there is one: shown when it is safe. */
  svgPart: string | null;
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

type Located = Pick<PictureReference, 'part' | 'fault'>;

function locate(relationships: Relationships, id: string | undefined): Located {
  const relationship = relationships.get(id ?? '');
  if (!relationship) return { part: null, fault: 'IMAGE_MISSING' };
  if (relationship.external) return { part: null, fault: 'IMAGE_EXTERNAL' };
  return { part: relationship.target, fault: null };
}

function svgPartOf(blip: XmlElement, relationships: Relationships): string | null {
  const [svg] = descendants(blip, 'asvg:svgBlip');
  return svg ? locate(relationships, svg.attributes.get('r:embed')).part : null;
}

/** Charts and diagrams are drawn by Word itself: the file holds no picture of them. */
const isDrawnByWord = (drawing: XmlElement): boolean =>
  descendants(drawing, 'c:chart').length + descendants(drawing, 'dgm:relIds').length > 0;

const unshown: Located = { part: null, fault: 'IMAGE_FORMAT' };

/** The pictures of a `w:drawing`; a picture that only links to an address is never fetched. */
export function drawingPictures(
  drawing: XmlElement,
  relationships: Relationships,
): PictureReference[] {
  const frame = drawing.children[0];
  const extent = child(frame, 'wp:extent');
  const named = child(frame, 'wp:docPr')?.attributes;
  const blips = descendants(drawing, 'a:blip');
  const single = blips.length < 2;
  const shown = {
    alt: named?.get('descr') ?? named?.get('title') ?? '',
    width: single ? pixelsOfEmu(extent?.attributes.get('cx')) : null,
    height: single ? pixelsOfEmu(extent?.attributes.get('cy')) : null,
    embedded: false,
  };
  if (blips.length === 0) {
    return isDrawnByWord(drawing) ? [{ ...shown, ...unshown, svgPart: null }] : [];
  }
  return blips.map((blip) => {
    const id = blip.attributes.get('r:embed') ?? blip.attributes.get('r:link');
    const svgPart = svgPartOf(blip, relationships);
    return { ...shown, ...locate(relationships, id), svgPart };
  });
}

/** Shapes with a picture, whatever kind of shape they are; lines across the page are no pictures. */
function vmlShapes(element: XmlElement): { shape: XmlElement; data: XmlElement }[] {
  const inner = element.children.flatMap(vmlShapes);
  const data = child(element, 'v:imagedata');
  const isRule = /^(?:t|true|1)$/.test(element.attributes.get('o:hr') ?? '');
  return data && !isRule ? [{ shape: element, data }, ...inner] : inner;
}

/**
 * The pictures of a `w:pict` or `w:object` (VML); an object of another program shows its preview. The
 * picture of a form control is only how Word draws its circle or box.
 */
export function vmlPictures(element: XmlElement, relationships: Relationships): PictureReference[] {
  if (child(element, 'w:control')) return [];
  const embedded = element.name === 'w:object';
  const pictures = vmlShapes(element).map(({ shape, data }): PictureReference => {
    const style = shape.attributes.get('style') ?? '';
    return {
      ...locate(relationships, data.attributes.get('r:id') ?? data.attributes.get('r:href')),
      svgPart: null,
      alt: shape.attributes.get('alt') ?? '',
      width: pixelsOfStyle(style, 'width'),
      height: pixelsOfStyle(style, 'height'),
      embedded,
    };
  });
  const hidden = embedded && pictures.length === 0 && child(element, 'o:OLEObject') !== undefined;
  const empty = { svgPart: null, alt: '', width: null, height: null, embedded };
  return hidden ? [{ ...unshown, ...empty }] : pictures;
}
