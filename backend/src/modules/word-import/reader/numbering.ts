import type { SourceNumbering } from '../domain/source-document.js';
import { formatNumber } from './number-format.js';
import {
  readAbstract,
  readInstance,
  type AbstractList,
  type Level,
  type ListInstance,
} from './numbering-definitions.js';
import type { NumberingReference, ResolvedStyle } from './styles.js';
import { isSymbolFont, symbolFontText } from './symbols.js';
import type { XmlElement } from './xml-tree.js';

/** A check box or tick of a symbol font says something; other signs are bullets like any. */
function bulletGlyph({ text, font }: Level): string {
  const sign = symbolFontText(font, text);
  if (/^[☐☑☒✓✗]$/.test(sign)) return sign;
  return text === '' || isSymbolFont(font) || /[\uE000-\uF8FF]/.test(text) ? '•' : text;
}

/** The counting of every list of a document, in the order of its paragraphs. */
export class NumberingCounter {
  private readonly abstracts = new Map<number, AbstractList>();
  private readonly byStyle = new Map<string, number>();
  private readonly instances = new Map<number, ListInstance>();
  /** Counters by abstract list: lists of one kind count on in each other. */
  private readonly counters = new Map<number, (number | undefined)[]>();
  private readonly started = new Set<string>();

  constructor(elements: readonly XmlElement[]) {
    for (const element of elements) {
      if (element.name === 'w:abstractNum') {
        const abstract = readAbstract(element);
        this.abstracts.set(abstract.id, abstract);
        if (abstract.styleLink !== undefined) this.byStyle.set(abstract.styleLink, abstract.id);
      }
      if (element.name === 'w:num') {
        const instance = readInstance(element);
        this.instances.set(instance.id, instance);
      }
    }
  }

  /** The label of the next paragraph of a list, or null when the reference leads nowhere. */
  next(reference: NumberingReference | null, style: ResolvedStyle): SourceNumbering | null {
    const instance = this.instances.get(reference?.listId ?? 0);
    const abstract = this.abstractOf(instance);
    if (!reference || !instance || !abstract) return null;
    const index = reference.level ?? this.levelOfStyle(abstract, style) ?? 0;
    const level = this.levelAt(instance, abstract, index);
    if (!level) return null;
    const counters = this.advance(instance, abstract, index, level);
    return {
      label: this.labelOf(instance, abstract, level, counters),
      format: level.format,
      value: counters[index] ?? level.start,
      level: index,
      list: `${abstract.id}`,
    };
  }

  private abstractOf(instance: ListInstance | undefined): AbstractList | undefined {
    const abstract = this.abstracts.get(instance?.abstractId ?? -1);
    const linked = this.byStyle.get(abstract?.numStyleLink ?? '');
    return linked === undefined ? abstract : this.abstracts.get(linked);
  }

  private levelOfStyle(abstract: AbstractList, style: ResolvedStyle): number | undefined {
    for (const id of style.lineage) {
      for (const [index, level] of abstract.levels) if (level.style === id) return index;
    }
    return undefined;
  }

  private levelAt(
    instance: ListInstance,
    abstract: AbstractList,
    index: number,
  ): Level | undefined {
    return instance.overrides.get(index)?.level ?? abstract.levels.get(index);
  }

  private advance(
    instance: ListInstance,
    abstract: AbstractList,
    index: number,
    level: Level,
  ): (number | undefined)[] {
    const counters = this.counters.get(abstract.id) ?? [];
    this.counters.set(abstract.id, counters);
    const restart = instance.overrides.get(index)?.start;
    const key = `${instance.id}:${index}`;
    const restarts = restart !== undefined && !this.started.has(key);
    this.started.add(key);
    const before = counters[index];
    if (restarts) counters[index] = restart;
    else counters[index] = before === undefined ? level.start : before + 1;
    for (let deeper = index + 1; deeper < counters.length; deeper += 1) {
      const restartAfter = this.levelAt(instance, abstract, deeper)?.restartAfter;
      if (restartAfter !== 0 && (restartAfter === undefined || index < restartAfter)) {
        counters[deeper] = undefined;
      }
    }
    return counters;
  }

  private labelOf(
    instance: ListInstance,
    abstract: AbstractList,
    level: Level,
    counters: readonly (number | undefined)[],
  ): string {
    if (level.format === 'bullet') return bulletGlyph(level);
    return level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const shown = this.levelAt(instance, abstract, index);
      const value = counters[index] ?? shown?.start ?? 1;
      return formatNumber(value, level.legal ? 'decimal' : (shown?.format ?? 'decimal'));
    });
  }
}
