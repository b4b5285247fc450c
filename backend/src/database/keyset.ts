import type { Position } from '../shared/pagination.js';

type Order = 'asc' | 'desc';

/** How a list is read from a position on, the rows nearest to it first. */
export interface Way {
  /** Tells the statements of the three ways apart. */
  name: 'first' | 'after' | 'before';
  order: Order;
  /** What a row's sort values are to those of the position. */
  operator: '<' | '>';
}

/** The way through a list of this order to the page at a position; null: to the first page. */
export function wayTo(position: Position<unknown> | null, order: Order): Way {
  const onward = position?.side !== 'before';
  const taken = onward === (order === 'desc') ? 'desc' : 'asc';
  return {
    name: position?.side ?? 'first',
    order: taken,
    operator: taken === 'desc' ? '<' : '>',
  };
}

/**
 * The rows beyond a position in a list ordered by `field` and id, as a condition of Prisma. The first half alone says
 * nothing more, but it is a range of an index: without it every row before the position would be read.
 */
export function beyond<F extends string, V extends string | Date>(
  way: Way,
  field: F,
  [value, id]: readonly [V, string],
) {
  const further = way.order === 'desc' ? { lt: value } : { gt: value };
  const atMost = way.order === 'desc' ? { lte: value } : { gte: value };
  const later = way.order === 'desc' ? { lt: id } : { gt: id };
  return {
    ...only(field, atMost),
    OR: [only(field, further), { ...only(field, value), id: later }],
  };
}

function only<F extends string, C>(field: F, condition: C): Record<F, C> {
  return { [field]: condition } as Record<F, C>;
}

/** The values of a statement that is put together from parts. */
export class StatementValues {
  readonly all: unknown[] = [];

  /** Adds a value; returns what stands for it in the text. */
  add(value: unknown): string {
    return `$${this.all.push(value)}`;
  }
}
