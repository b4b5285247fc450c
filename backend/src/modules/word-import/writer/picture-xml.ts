import type { Inline } from '../../../shared/content.js';
import { escapeAttribute } from './xml.js';

/** A picture that a quiz shows: `media` is what its content calls it, the size in pixels. */
export interface FormPicture {
  media: string;
  mime: string;
  width: number;
  height: number;
}

type Image = Extract<Inline, { type: 'image' }>;

const EMU_PER_PIXEL = 9525;
/** What fits between the margins of the page, in CSS pixels. */
const WIDEST = 600;
const extensions: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpeg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/svg+xml': 'svg',
  'image/x-emf': 'emf',
  'image/x-wmf': 'wmf',
};

/** Missing sides follow from the picture's own; a picture that names none fits the page. */
function shownSize(image: Image, picture: FormPicture): [width: number, height: number] {
  const { width, height } = image;
  const ratio = picture.height / picture.width;
  if (width !== undefined) return [width, height ?? width * ratio];
  if (height !== undefined) return [height / ratio, height];
  const natural = Math.min(picture.width, WIDEST);
  return [natural, natural * ratio];
}

const emu = (pixels: number): number => Math.max(Math.round(pixels), 1) * EMU_PER_PIXEL;

/** Writes pictures and remembers which part of the package each is. */
export class PictureXml {
  private readonly known: ReadonlyMap<string, FormPicture>;
  private readonly used = new Map<string, { id: string; part: string }>();
  private drawings = 0;

  constructor(pictures: readonly FormPicture[]) {
    this.known = new Map(pictures.map((picture) => [picture.media, picture]));
  }

  /** The parts of the pictures written so far, with the relationship each is known by. */
  parts(): { media: string; id: string; part: string }[] {
    return [...this.used].map(([media, place]) => ({ media, ...place }));
  }

  /** A drawing; the empty string when the quiz has no such picture. */
  write(image: Image): string {
    const picture = this.known.get(image.media);
    const extension = extensions[picture?.mime ?? ''];
    if (!picture || extension === undefined) return '';
    const { id } = this.placeOf(image.media, extension);
    const [width, height] = shownSize(image, picture).map(emu);
    this.drawings += 1;
    const number = this.drawings;
    const properties = `id="${number}" name="Picture ${number}" descr="${escapeAttribute(image.alt ?? '')}"`;
    const box = `<a:xfrm><a:off x="0" y="0"/><a:ext cx="${width}" cy="${height}"/></a:xfrm>`;
    return `<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${width}" cy="${height}"/><wp:docPr ${properties}/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="${number}" name="Picture ${number}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>${box}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`;
  }

  private placeOf(media: string, extension: string): { id: string; part: string } {
    const known = this.used.get(media);
    if (known) return known;
    const number = this.used.size + 1;
    const place = { id: `rIdPicture${number}`, part: `media/picture${number}.${extension}` };
    this.used.set(media, place);
    return place;
  }
}
