import { formStyles, type FormRole } from '../domain/form/form-styles.js';
import { escapeAttribute, namespaces, xmlPart } from './xml.js';

const idOf = (role: FormRole): string => formStyles[role].replaceAll(' ', '');
/** The ids of the form's paragraph styles in the package. */
export const styleIds: Readonly<Record<FormRole, string>> = {
  question: idOf('question'),
  text: idOf('text'),
  option: idOf('option'),
  field: idOf('field'),
};

interface StyleForm {
  role: FormRole;
  /** The style that Word gives the paragraph after it. */
  next: FormRole;
  /** Level of the list whose numbers it shows. */
  level?: number;
  /** `w:keepNext` and what Word orders before the numbering, then what it orders after. */
  before: string;
  after: string;
}

const indent = (left: number, hanging = 0): string =>
  `<w:ind w:left="${left}"${hanging > 0 ? ` w:hanging="${hanging}"` : ''}/>`;
const spacing = (before: number, after: number): string =>
  `<w:spacing w:before="${before}" w:after="${after}"/>`;

/** Lengths in twentieths of a point. Nothing here may look like a mark: no bold, colour or underline. */
const forms: readonly StyleForm[] = [
  {
    role: 'question',
    next: 'option',
    level: 0,
    before: '<w:keepNext/>',
    after: spacing(280, 60) + indent(425, 425),
  },
  { role: 'text', next: 'text', before: '', after: spacing(0, 60) + indent(425) },
  {
    role: 'option',
    next: 'option',
    level: 1,
    before: '<w:keepNext/>',
    after: spacing(0, 40) + indent(850, 425),
  },
  { role: 'field', next: 'field', before: '', after: spacing(40, 40) + indent(425) },
];

function styleXml({ role, next, level, before, after }: StyleForm): string {
  const list =
    level === undefined ? '' : `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`;
  const name = escapeAttribute(formStyles[role]);
  return `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${styleIds[role]}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="${styleIds[next]}"/><w:qFormat/><w:pPr>${before}${list}${after}</w:pPr></w:style>`;
}

const border = (side: string): string =>
  `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`;
const tableStyle = `<w:style w:type="table" w:customStyle="1" w:styleId="QuizMasterTable"><w:name w:val="QuizMaster Table"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblInd w:w="425" w:type="dxa"/><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('')}</w:tblBorders></w:tblPr></w:style>`;
const standard = [
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
  `<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:next w:val="${styleIds.field}"/><w:qFormat/><w:pPr>${spacing(0, 160)}</w:pPr><w:rPr><w:sz w:val="40"/><w:szCs w:val="40"/></w:rPr></w:style>`,
];

/** `word/styles.xml`; `language` is a tag such as `en-US`, for Word's spelling. */
export function stylesXml(language: string): string {
  const fonts = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Arial"/>';
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="${language}"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`;
  const styles = [...standard, ...forms.map(styleXml), tableStyle].join('');
  return xmlPart(`<w:styles ${namespaces}>${defaults}${styles}</w:styles>`);
}

function levelXml(level: number, role: FormRole, format: string, left: number): string {
  return `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:pStyle w:val="${styleIds[role]}"/><w:lvlText w:val="%${level + 1}."/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${left}" w:hanging="425"/></w:pPr></w:lvl>`;
}

/** `word/numbering.xml`: one list whose letters start again under each number. */
export const numberingXml = xmlPart(
  `<w:numbering ${namespaces}><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>${levelXml(0, 'question', 'decimal', 425)}${levelXml(1, 'option', 'upperLetter', 850)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
);
