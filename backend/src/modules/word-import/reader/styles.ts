import { readRunProperties, type RunProperties } from './run-format.js';
import { child, childValue, integer, type XmlElement } from './xml-tree.js';

export interface NumberingReference {
  listId: number | undefined;
  level: number | undefined;
}

interface Style {
  /** In lower case: `heading 1`. */
  name: string;
  basedOn: string | undefined;
  run: RunProperties;
  numbering: NumberingReference | null;
}

/** A style with everything it inherits. */
export interface ResolvedStyle {
  name: string;
  run: RunProperties;
  numbering: NumberingReference | null;
  /** The styles it comes from, itself first: numbering levels name the style they belong to. */
  lineage: readonly string[];
}

const longestLineage = 20;

/** How links look says nothing about the text: they are read as the text they are. */
const linkStyles = /^(?:followed ?hyperlink|hyperlink|(?:visited )?internet link)$/;

/** Reads `w:numPr` of paragraph properties. */
export function readNumberingReference(
  paragraphProperties: XmlElement | undefined,
): NumberingReference | null {
  const element = child(paragraphProperties, 'w:numPr');
  if (!element) return null;
  return {
    listId: integer(childValue(element, 'w:numId')),
    level: integer(childValue(element, 'w:ilvl')),
  };
}

/** The styles of a document, each resolved along `basedOn` once. */
export class StyleSheet {
  private readonly styles = new Map<string, Style>();
  private readonly resolved = new Map<string, ResolvedStyle>();
  private defaultParagraphStyle: string | undefined;
  private defaultRun: RunProperties = {};

  constructor(elements: readonly XmlElement[]) {
    for (const element of elements) {
      if (element.name === 'w:style') this.addStyle(element);
      if (element.name === 'w:docDefaults') {
        const defaults = child(child(element, 'w:rPrDefault'), 'w:rPr');
        this.defaultRun = readRunProperties(defaults);
      }
    }
  }

  /** A paragraph's style by id, or the document's default one; document defaults included. */
  paragraphStyle(id: string | undefined): ResolvedStyle {
    const known = id !== undefined && this.styles.has(id) ? id : this.defaultParagraphStyle;
    const style = this.resolve(known);
    return { ...style, run: { ...this.defaultRun, ...style.run } };
  }

  /** What a character style adds to its paragraph's format. */
  characterStyle(id: string | undefined): RunProperties {
    if (id === undefined) return {};
    const { name, run } = this.resolve(id);
    return linkStyles.test(name) ? {} : run;
  }

  private addStyle(element: XmlElement): void {
    const id = element.attributes.get('w:styleId');
    if (id === undefined) return;
    const isDefault = /^(1|true|on)$/.test(element.attributes.get('w:default') ?? '');
    if (isDefault && element.attributes.get('w:type') === 'paragraph') {
      this.defaultParagraphStyle = id;
    }
    this.styles.set(id, {
      name: childValue(element, 'w:name')?.toLowerCase() ?? '',
      basedOn: childValue(element, 'w:basedOn'),
      run: readRunProperties(child(element, 'w:rPr')),
      numbering: readNumberingReference(child(element, 'w:pPr')),
    });
  }

  private resolve(id: string | undefined): ResolvedStyle {
    const key = id ?? '';
    const known = this.resolved.get(key);
    if (known) return known;
    const lineage = this.lineageOf(id);
    const chain = lineage.flatMap((ancestor) => this.styles.get(ancestor) ?? []);
    const style: ResolvedStyle = {
      name: chain[0]?.name ?? '',
      run: chain.reduceRight<RunProperties>((under, { run }) => ({ ...under, ...run }), {}),
      numbering: mergeReferences(chain.map((ancestor) => ancestor.numbering)),
      lineage,
    };
    this.resolved.set(key, style);
    return style;
  }

  private lineageOf(id: string | undefined): string[] {
    const lineage: string[] = [];
    let next = id;
    while (next !== undefined && lineage.length < longestLineage && !lineage.includes(next)) {
      lineage.push(next);
      next = this.styles.get(next)?.basedOn;
    }
    return lineage;
  }
}

/** The nearest list and the nearest level, which need not stand in the same style. */
export function mergeReferences(
  nearestFirst: readonly (NumberingReference | null)[],
): NumberingReference | null {
  const listId = nearestFirst.find((reference) => reference?.listId !== undefined)?.listId;
  if (listId === undefined) return null;
  return { listId, level: nearestFirst.find((r) => r?.level !== undefined)?.level };
}
