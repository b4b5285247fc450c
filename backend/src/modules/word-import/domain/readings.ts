import { noConventions, type Conventions } from './conventions.js';
import { withMarkup } from './markup-convention.js';
import { readLine, type Reading } from './reading.js';
import { withRole } from './role-reading.js';
import { roleOfLine, type Role, type Roles } from './roles.js';
import { withArrow } from './arrow-answers.js';
import { withSigns } from './sign-convention.js';
import type { DocumentParagraph } from './source-document.js';
import { linesOf, sliceSpan } from './span.js';

/** More lines than are ever looked ahead. */
const remembered = 256;

/** A line that a teacher left out says nothing, whatever is written on it. */
function leftOut({ span, blank }: Reading): Reading {
  const empty = readLine(sliceSpan(span, 0, 0), null);
  return { ...empty, span, blank, heading: false, ignored: 'LEFT_OUT_BY_CHOICE' };
}

/**
 * The lines of a document by position, each read when it is asked for and soon forgotten: a document of
 * 100 000 lines would otherwise be in memory many times over.
 */
export class Readings {
  private readonly firstLines: number[] = [];
  private readonly owners: number[] = [];
  private readonly leftOut: ReadonlySet<number>;
  private readonly roles = new Map<number, Role>();
  private recent = new Map<number, Reading>();
  private older = new Map<number, Reading>();

  /** `leftOut` are paragraphs to ignore. */
  constructor(
    private readonly paragraphs: readonly DocumentParagraph[],
    readonly conventions: Conventions = noConventions,
    leftOut: readonly number[] = [],
  ) {
    this.leftOut = new Set(leftOut);
    paragraphs.forEach(({ inlines }, owner) => {
      this.firstLines.push(this.owners.length);
      this.owners.push(owner);
      for (const { type } of inlines) if (type === 'break') this.owners.push(owner);
    });
  }

  /** Declares what paragraphs are; of several declarations the first one stands. */
  declare(roles: Roles): void {
    for (const [paragraph, role] of roles) {
      if (!this.roles.has(paragraph)) this.roles.set(paragraph, role);
    }
    this.recent.clear();
    this.older.clear();
  }

  isLeftOut(paragraph: number): boolean {
    return this.leftOut.has(paragraph);
  }

  /** Which line of its paragraph a line is, from 0. */
  lineOf(index: number): number {
    return index - (this.firstLines[this.owners[index] ?? 0] ?? 0);
  }

  get length(): number {
    return this.owners.length;
  }

  at(index: number): Reading | undefined {
    const known = this.recent.get(index) ?? this.older.get(index);
    if (known) return known;
    const owner = this.owners[index];
    const paragraph = owner === undefined ? undefined : this.paragraphs[owner];
    if (!paragraph) return undefined;
    if (this.recent.size > remembered) {
      this.older = this.recent;
      this.recent = new Map();
    }
    const first = this.firstLines[owner ?? 0] ?? 0;
    linesOf(paragraph).forEach((span, line) => {
      const reading = readLine(span, line === 0 ? paragraph.numbering : null);
      this.recent.set(first + line, this.finish(reading, line));
    });
    return this.recent.get(index);
  }

  private finish(reading: Reading, line: number): Reading {
    if (this.leftOut.has(reading.span.paragraph.index)) {
      return leftOut(reading);
    }
    const declared = this.roles.get(reading.span.paragraph.index);
    const role = declared && roleOfLine(declared, line);
    if (role) return withRole(reading, role);
    const { signs, markup, arrows } = this.conventions;
    if (signs) return withSigns(reading);
    if (markup) return withMarkup(reading);
    return arrows ? withArrow(reading) : reading;
  }
}
