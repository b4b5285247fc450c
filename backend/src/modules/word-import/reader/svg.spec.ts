import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { png } from '../../../../test/docx/images.js';
import { limits } from './limits.js';
import { safeSvg } from './svg.js';

const NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';

const svg = (inside: string, attributes = 'width="40" height="20"'): Buffer =>
  Buffer.from(`<svg ${NAMESPACES} ${attributes}>${inside}</svg>`);

const written = (inside: string): string | undefined =>
  safeSvg(svg(inside))
    ?.bytes.toString('utf8')
    .replace(/^<svg[^>]*>/, '')
    .replace('</svg>', '');

describe('a drawing', () => {
  it('keeps its shapes, text and gradients, and knows its size', () => {
    const gradient =
      '<linearGradient id="g"><stop offset="0" stop-color="red"></stop></linearGradient>';
    const shapes = `${gradient}<g transform="scale(2)"><rect x="1" fill="url(#g)"></rect><text>a &lt; b</text></g>`;
    expect(written(shapes)).toBe(shapes);
    expect(safeSvg(svg(shapes))).toMatchObject({ width: 40, height: 20, whole: true });
  });

  it('has the size of its view box when it says no other', () => {
    expect(safeSvg(svg('', 'viewBox="0 0 300.4 80"'))).toMatchObject({ width: 300, height: 80 });
    expect(safeSvg(svg('', 'width="1in" height="36pt"'))).toMatchObject({ width: 96, height: 48 });
  });

  it.each([
    ['a script', '<script>alert(1)</script>'],
    [
      'foreign content',
      '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>',
    ],
    ['an animation', '<animate attributeName="href" to="javascript:alert(1)"/>'],
    ['a filter', '<filter id="f"><feImage href="http://127.0.0.1:9/x"/></filter>'],
    [
      'an element in disguise',
      '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>',
    ],
  ])('loses %s with all inside it, and is then not whole', (_, inside) => {
    expect(written(`${inside}<path d="M0 0"></path>`)).toBe('<path d="M0 0"></path>');
    expect(safeSvg(svg(inside))?.whole).toBe(false);
  });

  it.each([
    ['a handler', '<path onclick="alert(1)"/>'],
    ['an address in its paint', '<path fill="url(http://127.0.0.1:9/x#a)"/>'],
    ['an address in its style', '<path style="background: url(//127.0.0.1:9/x)"/>'],
    ['an escaped address', String.raw`<path style="fill: ur\6c(http://127.0.0.1:9)"/>`],
    ['an unknown attribute', '<path xml:base="http://127.0.0.1:9/" data-x="1" filter="url(#f)"/>'],
  ])('loses %s', (_, inside) => {
    expect(written(inside)).toBe(`<path></path>`);
  });

  it.each(['<g/>', '<title>x</title>', '<style/>'])(
    'has style sheets of text alone: %s hides none of their rules',
    (hidden) => {
      const outside = '@import url(http://127.0.0.1:9/x);';
      expect(written(`<style>${hidden}${outside}</style>`)).toBe('<style></style>');
      expect(written(`<style>@im${hidden}port url(http://127.0.0.1:9/x);</style>`)).toBe(
        '<style></style>',
      );
    },
  );

  it('refers to nothing but itself', () => {
    expect(written('<path id="p"/><use xlink:href="#p"/>')).toBe(
      '<path id="p"></path><use href="#p"></use>',
    );
    expect(written('<use href="http://127.0.0.1:9/x.svg#p"/>')).toBe('<use></use>');
    expect(written('<a href="javascript:alert(1)"><path/></a>')).toBe('<g><path></path></g>');
  });

  it('may carry a PNG picture inside, told by its content, and no other', () => {
    const inside = png(2, 2).toString('base64');
    expect(written(`<image href="data:image/png;base64,${inside}"/>`)).toContain(inside);
    for (const href of [
      `data:image/png;base64,${Buffer.from('<svg/>').toString('base64')}`,
      'data:image/svg+xml;base64,PHN2Zy8+',
      'data:text/html,x',
      'http://127.0.0.1:9/x.png',
    ]) {
      expect(written(`<image href="${href}"/>`)).toBe('<image></image>');
    }
  });

  it('keeps style rules, but none that load anything', () => {
    expect(written('<style>.a { fill: #123456 }</style>')).toBe(
      '<style>.a { fill: #123456 }</style>',
    );
    expect(written('<style>@import "http://127.0.0.1:9/x.css";</style>')).toBe('<style></style>');
  });

  it.each([
    ['a DOCTYPE', '<!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['no namespace', '<svg onload="alert(1)"/>'],
    ['another root', '<html xmlns="http://www.w3.org/1999/xhtml"/>'],
    ['an end too early', '<svg xmlns="http://www.w3.org/2000/svg">'],
    ['nothing in it', ''],
  ])('with %s is none', (_, source) => {
    expect(safeSvg(Buffer.from(source))).toBeNull();
  });

  it('that would multiply itself is none', () => {
    const levels = Array.from({ length: 8 }, (_, index) => {
      const copies = `<use href="#l${index}"/>`.repeat(10);
      return `<g id="l${index + 1}">${copies}</g>`;
    });
    expect(safeSvg(svg(`<path id="l0"/>${levels.join('')}<use href="#l8"/>`))).toBeNull();
    const patterns = '<pattern id="p"><rect fill="url(#q)"/></pattern><pattern id="q"/>';
    expect(safeSvg(svg(patterns))).toBeNull();
  });

  it('that is too large is none', () => {
    expect(safeSvg(svg('<g/>'.repeat(limits.svgElements)))).toBeNull();
    expect(safeSvg(svg('<g>'.repeat(100) + '</g>'.repeat(100)))).toBeNull();
    expect(safeSvg(svg(' '.repeat(limits.svgBytes)))).toBeNull();
  });
});
