import type { Buffer } from 'node:buffer';
import { buildZip, type ZipEntry } from './zip-builder.js';

const OOXML = 'http://schemas.openxmlformats.org';
const namespaces = [
  `xmlns:w="${OOXML}/wordprocessingml/2006/main"`,
  `xmlns:r="${OOXML}/officeDocument/2006/relationships"`,
  `xmlns:a="${OOXML}/drawingml/2006/main"`,
  `xmlns:wp="${OOXML}/drawingml/2006/wordprocessingDrawing"`,
  `xmlns:m="${OOXML}/officeDocument/2006/math"`,
  `xmlns:mc="${OOXML}/markup-compatibility/2006"`,
  `xmlns:c="${OOXML}/drawingml/2006/chart"`,
  'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ');
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

export interface RawDocx {
  /** XML inside `w:body`. */
  body: string;
  /** XML inside `w:styles` and `w:numbering`. */
  styles?: string;
  numbering?: string;
  /** Relationships of the main part: id to [last word of the type, target]; `http…` is external. */
  relationships?: Record<string, [type: string, target: string]>;
  /** Everything before the root element of the main part, such as a DOCTYPE. */
  prolog?: string;
  mainPart?: string;
  extra?: ZipEntry[];
}

const part = (root: string, xml: string): string =>
  `${declaration}<w:${root} ${namespaces}>${xml}</w:${root}>`;

function relationshipsXml(relationships: Record<string, [string, string]>): string {
  const items = Object.entries(relationships).map(([id, [type, target]]) => {
    const mode = /^\w+:/.test(target) ? ' TargetMode="External"' : '';
    return `<Relationship Id="${id}" Type="${OOXML}/officeDocument/2006/relationships/${type}" Target="${target}"${mode}/>`;
  });
  return `${declaration}<Relationships xmlns="${OOXML}/package/2006/relationships">${items.join('')}</Relationships>`;
}

const contentTypes = `${declaration}<Types xmlns="${OOXML}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`;

/** The parts of a document, before they are zipped: tests replace or add what they are about. */
export function docxEntries(docx: RawDocx): ZipEntry[] {
  const { body, styles, numbering, relationships = {}, prolog = '', extra = [] } = docx;
  const main = docx.mainPart ?? 'word/document.xml';
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const name = main.slice(folder.length);
  const own: Record<string, [string, string]> = { ...relationships };
  if (styles !== undefined) own['rIdStyles'] = ['styles', 'styles.xml'];
  if (numbering !== undefined) own['rIdNumbering'] = ['numbering', 'numbering.xml'];
  const document = part('document', `<w:body>${body}</w:body>`);
  return [
    { name: '[Content_Types].xml', data: contentTypes },
    { name: '_rels/.rels', data: relationshipsXml({ rId1: ['officeDocument', main] }) },
    { name: main, data: document.replace(declaration, declaration + prolog) },
    { name: `${folder}_rels/${name}.rels`, data: relationshipsXml(own) },
    ...(styles === undefined
      ? []
      : [{ name: `${folder}styles.xml`, data: part('styles', styles) }]),
    ...(numbering === undefined
      ? []
      : [{ name: `${folder}numbering.xml`, data: part('numbering', numbering) }]),
    ...extra,
  ];
}

/** A .docx of hand-written XML. */
export const rawDocx = (docx: RawDocx): Buffer => buildZip(docxEntries(docx));

/** A run; `properties` is the XML inside `w:rPr`. */
export const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A paragraph of runs or of plain text; `properties` is the XML inside `w:pPr`. */
export const paragraph = (content: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${content.startsWith('<') ? content : run(content)}</w:p>`;

/** Paragraph properties of a list item. */
export const listItem = (numId: number, level = 0): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`;

/** A level of a list: its format and its label, such as `decimal` and `%1.`. */
export const level = (index: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;

export const abstractList = (id: number, ...levels: string[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;

export const list = (numId: number, abstractId: number, overrides = ''): string =>
  `<w:num w:numId="${numId}"><w:abstractNumId w:val="${abstractId}"/>${overrides}</w:num>`;
