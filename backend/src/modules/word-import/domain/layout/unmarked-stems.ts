import type { Readings } from '../readings.js';
import type { LineRole, Role, Roles } from '../roles.js';

/** Lines without a sign between two groups of options, and what the groups hold. */
interface Group {
  options: number;
  right: number;
}

interface Gap {
  before: Group;
  lines: number[];
}

const longestStem = 2;
const isWhole = ({ options, right }: Group): boolean => options > 1 && right === 1;

/** A role for one line of a paragraph, beside those its other lines have already. */
function withLine(former: Role | undefined, line: number, role: LineRole): Role {
  const lines = former?.kind === 'lines' ? [...former.lines] : [];
  while (lines.length <= line) lines.push(null);
  lines[line] = role;
  return { kind: 'lines', lines };
}

/**
 * Where questions and options carry signs, a question whose own sign was forgotten: one or two plain lines
 * between a whole group of options (one of them right) and another. Without this, the options of both would
 * be those of one question.
 */
export function unmarkedStems(readings: Readings): Roles {
  const roles = new Map<number, Role>();
  let group: Group = { options: 0, right: 0 };
  let gap: Gap | null = null;
  const settle = (): void => {
    if (gap && isWhole(gap.before) && isWhole(group)) declareStem(readings, gap.lines, roles);
    gap = null;
  };
  for (let at = 0; at < readings.length; at += 1) {
    const reading = readings.at(at);
    if (!reading || reading.blank) continue;
    if (reading.question || reading.heading || reading.role) {
      settle();
      group = { options: 0, right: 0 };
    } else if (reading.option) {
      group.options += 1;
      if (reading.option.marked) group.right += 1;
    } else if (gap !== null && group.options === 0) gap.lines.push(at);
    else if (group.options > 0) {
      settle();
      gap = { before: group, lines: [at] };
      group = { options: 0, right: 0 };
    }
  }
  settle();
  return roles;
}

function declareStem(readings: Readings, lines: readonly number[], roles: Map<number, Role>): void {
  if (lines.length > longestStem) return;
  lines.forEach((at, position) => {
    const span = readings.at(at)?.span;
    if (!span) return;
    const { index } = span.paragraph;
    const role: LineRole =
      position === 0 ? { kind: 'question', number: 0, label: '', from: 0 } : { kind: 'stem' };
    roles.set(index, withLine(roles.get(index), readings.lineOf(at), role));
  });
}
