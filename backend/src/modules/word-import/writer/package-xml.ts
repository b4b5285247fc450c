import { NO_PICTURE_ID } from './picture-xml.js';
import { escapeText, namespaces, xmlPart } from './xml.js';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const typeOf = (extension: string): string =>
  ({ svg: 'image/svg+xml', emf: 'image/x-emf', wmf: 'image/x-wmf' })[extension] ??
  `image/${extension}`;

/** `[Content_Types].xml` for pictures with these extensions. */
export function contentTypesXml(extensions: readonly string[]): string {
  const defaults = [
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
    ...[...new Set(extensions)].map((extension) => [extension, typeOf(extension)]),
  ].map(([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`);
  const parts = [
    ['/word/document.xml', `${WORD}.document.main+xml`],
    ['/word/styles.xml', `${WORD}.styles+xml`],
    ['/word/numbering.xml', `${WORD}.numbering+xml`],
    ['/word/settings.xml', `${WORD}.settings+xml`],
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ].map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`);
  const all = [...defaults, ...parts].join('');
  return xmlPart(`<Types xmlns="${PACKAGE}/content-types">${all}</Types>`);
}

const relationship = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;

/** `_rels/.rels`. */
export const packageRelationshipsXml = xmlPart(
  `<Relationships xmlns="${PACKAGE}/relationships">${relationship('rId1', `${OFFICE}/officeDocument`, 'word/document.xml')}${relationship('rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml')}</Relationships>`,
);

/** `word/_rels/document.xml.rels`; with `hasGaps`, pictures that are nowhere point outside, at nothing. */
export function documentRelationshipsXml(
  pictures: readonly { id: string; part: string }[],
  hasGaps: boolean,
): string {
  const all = [
    relationship('rIdStyles', `${OFFICE}/styles`, 'styles.xml'),
    relationship('rIdNumbering', `${OFFICE}/numbering`, 'numbering.xml'),
    relationship('rIdSettings', `${OFFICE}/settings`, 'settings.xml'),
    ...pictures.map(({ id, part }) => relationship(id, `${OFFICE}/image`, part)),
    ...(hasGaps
      ? [
          `<Relationship Id="${NO_PICTURE_ID}" Type="${OFFICE}/image" Target="about:blank" TargetMode="External"/>`,
        ]
      : []),
  ];
  return xmlPart(`<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`);
}

/** `docProps/core.xml`. */
export const coreXml = (title: string, language: string): string =>
  xmlPart(
    `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeText(title)}</dc:title><dc:language>${language}</dc:language></cp:coreProperties>`,
  );

/** `word/settings.xml`: without it Word opens a document in the ways of 2007. */
export const settingsXml = xmlPart(
  `<w:settings ${namespaces}><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`,
);

/** A4 with margins of 2 cm. */
const section =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>';

/** `word/document.xml` around its body, before and after. */
export const documentFrame: readonly [string, string] = [
  xmlPart(`<w:document ${namespaces}><w:body>`),
  `${section}</w:body></w:document>`,
];
