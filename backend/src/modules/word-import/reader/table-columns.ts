import { limits } from './limits.js';
import { child, childValue, type XmlElement } from './xml-tree.js';

/** A cell and the column of its table that it stands in, from 0. */
interface PlacedCell {
  cell: XmlElement;
  column: number;
}

function cellsOf(element: XmlElement): XmlElement[] {
  return element.children.flatMap((inner) => {
    if (inner.name === 'w:tc') return [inner];
    return inner.name === 'w:tbl' ? [] : cellsOf(inner);
  });
}

function spanOf(properties: XmlElement | undefined, name: string): number | null {
  const columns = Number(childValue(properties, name));
  return Number.isInteger(columns) && columns > 0 ? columns : null;
}

/** The cells of a row by the columns of the grid, wide cells taking up several. */
function onGrid(row: XmlElement, cells: readonly XmlElement[]): PlacedCell[] {
  let next = spanOf(child(row, 'w:trPr'), 'w:gridBefore') ?? 0;
  return cells.map((cell) => {
    const column = next;
    next += spanOf(child(cell, 'w:tcPr'), 'w:gridSpan') ?? 1;
    return { cell, column };
  });
}

/**
 * The cells of each row with their columns. Rows of equally many cells are counted cell by cell: edges that a
 * hand moved a little make grid columns of their own, which nobody sees.
 */
export function cellsByColumn(rows: readonly XmlElement[]): PlacedCell[][] {
  const cells = rows.map(cellsOf);
  if (cells.some(({ length }) => length !== cells[0]?.length)) {
    const placed = rows.map((row, at) => onGrid(row, cells[at] ?? []));
    if (placed.flat().every(({ column }) => column < limits.tableColumns)) return placed;
  }
  return cells.map((row) => row.map((cell, column) => ({ cell, column })));
}
