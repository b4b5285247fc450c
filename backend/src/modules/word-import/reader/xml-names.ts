const OOXML = 'http://schemas.openxmlformats.org/';
const STRICT = 'http://purl.oclc.org/ooxml/';
const MICROSOFT = 'http://schemas.microsoft.com/office/word/';

/** Namespaces to the prefix the reader knows them by: transitional and strict documents alike. */
const prefixes = new Map<string, string>([
  [`${OOXML}wordprocessingml/2006/main`, 'w'],
  [`${STRICT}wordprocessingml/main`, 'w'],
  [`${OOXML}officeDocument/2006/relationships`, 'r'],
  [`${STRICT}officeDocument/relationships`, 'r'],
  [`${OOXML}drawingml/2006/main`, 'a'],
  [`${STRICT}drawingml/main`, 'a'],
  [`${OOXML}drawingml/2006/wordprocessingDrawing`, 'wp'],
  [`${STRICT}drawingml/wordprocessingDrawing`, 'wp'],
  [`${OOXML}drawingml/2006/picture`, 'pic'],
  [`${STRICT}drawingml/picture`, 'pic'],
  [`${OOXML}officeDocument/2006/math`, 'm'],
  [`${STRICT}officeDocument/math`, 'm'],
  [`${OOXML}markup-compatibility/2006`, 'mc'],
  [`${OOXML}package/2006/relationships`, 'rel'],
  [`${OOXML}package/2006/content-types`, 'ct'],
  [`${MICROSOFT}2010/wordprocessingShape`, 'wps'],
  [`${MICROSOFT}2010/wordml`, 'w14'],
  [`${OOXML}drawingml/2006/chart`, 'c'],
  [`${STRICT}drawingml/chart`, 'c'],
  [`${OOXML}drawingml/2006/diagram`, 'dgm'],
  [`${STRICT}drawingml/diagram`, 'dgm'],
  ['http://schemas.microsoft.com/office/drawing/2016/SVG/main', 'asvg'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
]);

/** `w:p` for a WordprocessingML paragraph whatever prefix the file uses; `?:x` for unknown namespaces. */
export function knownName(uri: string, local: string): string {
  if (uri === '') return local;
  return `${prefixes.get(uri) ?? '?'}:${local}`;
}
