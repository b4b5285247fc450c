import { Buffer } from 'node:buffer';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { emf, png, smallImages, wmf } from '../../../../test/docx/images.js';
import { paragraph, rawDocx, type RawDocx } from '../../../../test/docx/raw-docx.js';
import { readDocx } from './read-docx.js';

describe('the pictures of a document', () => {
  const drawing = (id: string, attribute = 'embed'): string =>
    `<w:r><w:drawing><wp:inline><wp:extent cx="952500" cy="476250"/><wp:docPr id="1" name="p" descr="a cat"/><a:graphic><a:blip r:${attribute}="${id}"/></a:graphic></wp:inline></w:drawing></w:r>`;

  async function readImage(data: Buffer) {
    const bytes = rawDocx({
      body: paragraph(drawing('rId9')),
      relationships: { rId9: ['image', 'media/image1.bin'] },
      extra: [{ name: 'word/media/image1.bin', data }],
    });
    const { paragraphs, media } = await readDocx(bytes);
    const inline = paragraphs[0]?.inlines[0];
    return { image: inline?.type === 'image' ? inline.image : undefined, media };
  }

  it('are kept with their bytes, their size and the size they are shown in', async () => {
    const data = png(40, 30);
    const { image, media } = await readImage(data);
    expect(media).toMatchObject([{ mime: 'image/png', width: 40, height: 30 }]);
    expect(media[0]?.base64).toBe(data.toString('base64'));
    expect(image).toMatchObject({ sha256: media[0]?.sha256, alt: 'a cat', width: 100, height: 50 });
  });

  it.each(Object.entries(smallImages))(
    'are recognised by their content: %s',
    async (mime, data) => {
      expect((await readImage(data)).media).toMatchObject([{ mime, width: 3, height: 2 }]);
    },
  );

  it('are flagged and not kept when their bytes are of no picture at all', async () => {
    const { image, media } = await readImage(Buffer.from('<html>no picture</html>'));
    expect(media).toEqual([]);
    expect(image).toMatchObject({ sha256: null, file: null, fault: 'IMAGE_FORMAT' });
  });

  it.each([
    ['image/wmf', wmf(1000, 500), wmf(1000, 500)],
    ['image/emf', emf(2540, 1270), emf(2540, 1270)],
    ['image/emf', gzipSync(emf(2540, 1270)), emf(2540, 1270)],
  ])('that browsers cannot show are kept as files and flagged: %s', async (mime, data, kept) => {
    const { image, media } = await readImage(data);
    expect(media).toMatchObject([{ mime, width: 96, height: 48 }]);
    expect(media[0]?.base64).toBe(kept.toString('base64'));
    expect(image).toMatchObject({ sha256: media[0]?.sha256, file: mime, fault: 'IMAGE_FORMAT' });
  });

  it('that unpack to more than any picture are not kept', async () => {
    const { image } = await readImage(gzipSync(Buffer.alloc(30 * 1024 * 1024)));
    expect(image).toMatchObject({ sha256: null, fault: 'IMAGE_FORMAT' });
  });

  it('are refused when they claim to be of 50 000 × 50 000 pixels', async () => {
    await expect(readImage(png(50_000, 50_000))).rejects.toMatchObject({ code: 'DOC_LIMIT' });
  });

  it('that are only linked are flagged and never fetched', async () => {
    const bytes = rawDocx({
      body: paragraph(drawing('rId9', 'link')),
      relationships: { rId9: ['image', 'http://127.0.0.1:9/cat.png'] },
    });
    const [only] = (await readDocx(bytes)).paragraphs;
    expect(only?.inlines[0]).toMatchObject({ image: { sha256: null, fault: 'IMAGE_EXTERNAL' } });
  });

  /** The pictures of a body whose `png`, `svg` and `wmf` are what they are called. */
  async function imagesOf(body: string, svg = drawingOf('<path d="M0 0"/>')) {
    const docx: RawDocx = {
      body: paragraph(body),
      relationships: {
        png: ['image', '/word/media/image1.png'],
        svg: ['image', 'media/image2.svg'],
        wmf: ['image', 'media/image3.wmf'],
      },
      extra: [
        { name: 'word/media/image1.png', data: png(8, 4) },
        { name: 'word/media/image2.svg', data: svg },
        { name: 'word/media/image3.wmf', data: wmf(100, 100) },
      ],
    };
    const { paragraphs, media } = await readDocx(rawDocx(docx));
    const images = paragraphs.flatMap(({ inlines }) =>
      inlines.flatMap((inline) => (inline.type === 'image' ? [inline.image] : [])),
    );
    return { images, mimes: media.map(({ mime }) => mime) };
  }

  const drawingOf = (inside: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4">${inside}</svg>`;
  const withSvg = `<w:r><w:drawing><wp:inline><a:blip r:embed="png"><a:extLst><a:ext><asvg:svgBlip r:embed="svg"/></a:ext></a:extLst></a:blip></wp:inline></w:drawing></w:r>`;
  const object = (inside: string, picture: string): string =>
    `<w:r><w:object><v:shape style="width:30pt;height:15pt"><v:imagedata r:id="${picture}"/></v:shape>${inside}</w:object></w:r>`;

  it('are shown as the drawing (SVG) beside them where that is whole and safe', async () => {
    expect((await imagesOf(withSvg)).mimes).toEqual(['image/svg+xml']);
  });

  it('are shown as they are where the drawing beside them is not', async () => {
    for (const svg of [drawingOf('<script/>'), '<!DOCTYPE svg><svg/>', 'nonsense']) {
      const { images, mimes } = await imagesOf(withSvg, svg);
      expect(mimes).toContain('image/png');
      expect(images).toMatchObject([{ fault: null, file: null }]);
    }
  });

  it('of the old VML kind are found too, whatever shape they fill', async () => {
    for (const shape of ['shape', 'rect', 'roundrect', 'oval']) {
      const body = `<w:r><w:pict><v:group><v:${shape} style="width:30pt;height:15pt"><v:imagedata r:id="png"/></v:${shape}></v:group></w:pict></w:r>`;
      const { images } = await imagesOf(body);
      expect(images).toMatchObject([{ fault: null, width: 40, height: 20, embedded: false }]);
    }
  });

  it('of embedded objects are their previews and say so', async () => {
    const preview = object('<o:OLEObject ProgID="Equation.DSMT4" r:id="x"/>', 'wmf');
    expect((await imagesOf(preview)).images).toMatchObject([
      { file: 'image/wmf', fault: 'IMAGE_FORMAT', embedded: true, width: 40 },
    ]);
    const bare = '<w:r><w:object><o:OLEObject ProgID="x" r:id="x"/></w:object></w:r>';
    expect((await imagesOf(bare)).images).toMatchObject([
      { sha256: null, fault: 'IMAGE_FORMAT', embedded: true },
    ]);
  });

  it('are not the circles of form controls and not lines across the page', async () => {
    const rule = '<w:r><w:pict><v:rect o:hr="t"><v:imagedata r:id="png"/></v:rect></w:pict></w:r>';
    expect((await imagesOf(object('<w:control r:id="x"/>', 'wmf') + rule)).images).toEqual([]);
  });

  it('that only Word itself can draw, such as charts, are flagged', async () => {
    const chart =
      '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="c" title="Sales"/><a:graphic><c:chart r:id="x"/></a:graphic></wp:inline></w:drawing></w:r>';
    expect((await imagesOf(chart)).images).toMatchObject([
      { sha256: null, fault: 'IMAGE_FORMAT', alt: 'Sales' },
    ]);
  });
});
