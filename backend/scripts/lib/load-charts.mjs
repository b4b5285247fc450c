/**
 * Bars in groups, lying, as SVG text: readable on a light and a dark page.
 * @typedef {{ name: string, value: number }} Bar
 * @typedef {{ label: string, bars: Bar[], mark?: number }} BarGroup `mark`: a target, drawn as a line
 * @typedef {{ title: string, unit: string, groups: BarGroup[] }} BarChart
 */

const WIDTH = 760;
const LABEL_WIDTH = 190;
const VALUE_WIDTH = 90;
const BAR_HEIGHT = 15;
const GROUP_GAP = 14;
const TOP = 78;
const COLOURS = ['#9aa3b5', '#2f6fdb', '#1d9a6c'];
const INK = '#1b1e29';

/** @param {BarChart} chart @returns {string} */
export function barChart({ title, unit, groups }) {
  const values = groups.flatMap(({ bars, mark }) => [...bars.map(({ value }) => value), mark ?? 0]);
  const scale =
    (WIDTH - LABEL_WIDTH - VALUE_WIDTH) / Math.max(...values.filter(Number.isFinite), 1e-9);
  /** @type {string[]} */
  const parts = [];
  let top = TOP;
  for (const group of groups) {
    parts.push(...groupParts(group, top, scale, unit));
    top += group.bars.length * BAR_HEIGHT + GROUP_GAP;
  }
  const names = groups[0]?.bars.map(({ name }) => name) ?? [];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${top}" viewBox="0 0 ${WIDTH} ${top}" role="img" font-family="Helvetica, Arial, sans-serif" font-size="13" fill="${INK}"><title>${escaped(title)}</title>`,
    `<rect x="0.5" y="0.5" width="${WIDTH - 1}" height="${top - 1}" rx="6" fill="#ffffff" stroke="#c9ccd6"/>`,
    `<text x="20" y="28" font-size="16" font-weight="bold">${escaped(title)}</text>`,
    ...legend(names),
    ...parts,
    '</svg>\n',
  ].join('\n');
}

/** @param {BarGroup} group @param {number} top @param {number} scale @param {string} unit */
function groupParts({ label, bars, mark }, top, scale, unit) {
  const height = bars.length * BAR_HEIGHT;
  const parts = [
    `<text x="${LABEL_WIDTH - 10}" y="${top + height / 2 + 4}" text-anchor="end">${escaped(label)}</text>`,
  ];
  for (const [place, { value }] of bars.entries()) {
    const y = top + place * BAR_HEIGHT;
    const width = Number.isFinite(value) ? value * scale : 0;
    parts.push(
      `<rect x="${LABEL_WIDTH}" y="${y}" width="${width.toFixed(1)}" height="${BAR_HEIGHT - 2}" fill="${colour(place)}"/>`,
      `<text x="${(LABEL_WIDTH + width + 6).toFixed(1)}" y="${y + 11}" font-size="12">${shown(value)} ${escaped(unit)}</text>`,
    );
  }
  if (mark === undefined) return parts;
  const x = (LABEL_WIDTH + mark * scale).toFixed(1);
  const line = `<line x1="${x}" y1="${top - 3}" x2="${x}" y2="${top + height + 1}" stroke="#c2382b" stroke-width="2"/>`;
  return [...parts, line];
}

/** @param {string[]} names */
function legend(names) {
  return names.flatMap((name, place) => {
    const x = LABEL_WIDTH + place * 190;
    return [
      `<rect x="${x}" y="44" width="12" height="12" fill="${colour(place)}"/>`,
      `<text x="${x + 18}" y="55">${escaped(name)}</text>`,
    ];
  });
}

const colour = (/** @type {number} */ place) => COLOURS[place % COLOURS.length];

function shown(/** @type {number} */ value) {
  if (!Number.isFinite(value)) return '–';
  return value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2);
}

function escaped(/** @type {string} */ text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
