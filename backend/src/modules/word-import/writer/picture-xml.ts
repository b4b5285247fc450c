import type { Inline } from '../../../shared/content.js';
import { escapeAttribute } from './xml.js';

/** A picture that a quiz shows: `media` is what its content calls it, the size in pixels. */
export interface FormPicture {
  media: string;
  mime: string;
  /** 0 where the file does not say. */
  width: number;
  height: number;
}

/** A picture's part of the package, with the relationship it is known by. */
export interface PicturePart {
  id: string;
  /** Below `word/`. */
  part: string;
  media: string;
}

type Image = Extract<Inline, { type: 'image' }>;

const EMU_PER_PIXEL = 9525;
/** What fits between the margins of the page, in CSS pixels. */
const WIDEST = 600;
const UNKNOWN_SIDE = 96;
const SVG = 'image/svg+xml';
const extensions: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpeg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/bmp': 'bmp',
  'image/emf': 'emf',
  'image/wmf': 'wmf',
  'image/tiff': 'tiff',
  [SVG]: 'svg',
};

/** The relationship of pictures that are nowhere: Word shows the place where one should be. */
export const NO_PICTURE_ID = 'rIdNoPicture';
/** The relationship of the picture for versions of Word that draw no SVG. */
export const FALLBACK_ID = 'rIdFallback';

/** Missing sides follow from the picture's own; a picture that names none fits the page. */
function shownSize(
  { width, height }: Image,
  picture: FormPicture | undefined,
): [width: number, height: number] {
  const ownWidth = picture?.width || UNKNOWN_SIDE;
  const ratio = (picture?.height || ownWidth) / ownWidth;
  if (width !== undefined) return [width, height ?? width * ratio];
  if (height !== undefined) return [height / ratio, height];
  const natural = Math.min(ownWidth, WIDEST);
  return [natural, natural * ratio];
}

const emu = (pixels: number): number => Math.max(Math.round(pixels), 1) * EMU_PER_PIXEL;

/** An SVG stands beside a picture for those who cannot draw it ([MS-ODRAWXML] 2.14). */
function blipXml(place: PicturePart | null, isSvg: boolean): string {
  if (place === null) return `<a:blip r:link="${NO_PICTURE_ID}"/>`;
  if (!isSvg) return `<a:blip r:embed="${place.id}"/>`;
  const svg = `<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="${place.id}"/>`;
  return `<a:blip r:embed="${FALLBACK_ID}"><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">${svg}</a:ext></a:extLst></a:blip>`;
}

/** Writes pictures and remembers which part of the package each is. */
export class PictureXml {
  /** Is there a drawing (SVG), and is there a picture without bytes? */
  hasDrawings = false;
  hasGaps = false;
  private readonly known: ReadonlyMap<string, FormPicture>;
  private readonly used = new Map<string, PicturePart>();
  private count = 0;

  constructor(pictures: readonly FormPicture[]) {
    this.known = new Map(pictures.map((picture) => [picture.media, picture]));
  }

  /** The parts of the pictures written so far. */
  parts(): PicturePart[] {
    return [...this.used.values()];
  }

  /** A drawing that shows the picture, or the place of one that is nowhere. */
  write(image: Image): string {
    const picture = this.known.get(image.media ?? '');
    const isSvg = picture?.mime === SVG;
    const place = picture ? this.placeOf(picture) : null;
    if (place === null) this.hasGaps = true;
    else if (isSvg) this.hasDrawings = true;
    this.count += 1;
    return this.drawing(image, shownSize(image, picture), blipXml(place, isSvg));
  }

  private drawing(image: Image, size: [number, number], blip: string): string {
    const [width, height] = size.map(emu);
    const name = `id="${this.count}" name="Picture ${this.count}"`;
    const alt = `descr="${escapeAttribute(image.alt ?? '')}"`;
    const box = `<a:xfrm><a:off x="0" y="0"/><a:ext cx="${width}" cy="${height}"/></a:xfrm>`;
    const shape = `<pic:spPr>${box}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`;
    const fill = `<pic:blipFill>${blip}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>`;
    const picture = `<pic:pic><pic:nvPicPr><pic:cNvPr ${name}/><pic:cNvPicPr/></pic:nvPicPr>${fill}${shape}</pic:pic>`;
    const graphic = `<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">${picture}</a:graphicData></a:graphic>`;
    return `<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${width}" cy="${height}"/><wp:docPr ${name} ${alt}/>${graphic}</wp:inline></w:drawing>`;
  }

  private placeOf({ media, mime }: FormPicture): PicturePart | null {
    const extension = extensions[mime];
    if (extension === undefined) return null;
    const number = this.used.size + 1;
    const place = this.used.get(media) ?? {
      id: `rIdPicture${number}`,
      part: `media/picture${number}.${extension}`,
      media,
    };
    this.used.set(media, place);
    return place;
  }
}
