/** What of SVG a picture may be made of. Everything else is left out with all inside it. */
export const allowedElements = new Set([
  ...['svg', 'g', 'a', 'defs', 'symbol', 'use', 'switch', 'title', 'desc', 'style', 'image'],
  ...['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon'],
  ...['text', 'tspan', 'textPath'],
  ...['linearGradient', 'radialGradient', 'stop', 'clipPath', 'mask', 'pattern'],
]);

/** Elements others refer to; what they refer to in turn could be a tree that grows without end. */
export const resources = new Set(['symbol', 'clipPath', 'mask', 'pattern']);
export const gradients = new Set(['linearGradient', 'radialGradient']);

export const allowedAttributes = new Set([
  ...['id', 'class', 'style', 'transform', 'viewBox', 'preserveAspectRatio', 'version', 'opacity'],
  ...['x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'fx', 'fy', 'fr', 'dx', 'dy'],
  ...['width', 'height', 'd', 'points', 'pathLength', 'rotate', 'textLength', 'lengthAdjust'],
  ...['fill', 'fill-opacity', 'fill-rule', 'clip-rule', 'clip-path', 'mask', 'color', 'overflow'],
  ...['stroke', 'stroke-width', 'stroke-opacity', 'stroke-linecap', 'stroke-linejoin'],
  ...['stroke-miterlimit', 'stroke-dasharray', 'stroke-dashoffset', 'vector-effect'],
  ...['offset', 'stop-color', 'stop-opacity', 'spreadMethod'],
  ...['gradientUnits', 'gradientTransform', 'clipPathUnits', 'maskUnits', 'maskContentUnits'],
  ...[
    'patternUnits',
    'patternContentUnits',
    'patternTransform',
    'startOffset',
    'method',
    'spacing',
  ],
  ...['font-family', 'font-size', 'font-style', 'font-weight', 'font-variant', 'font-stretch'],
  ...['text-anchor', 'text-decoration', 'letter-spacing', 'word-spacing', 'writing-mode'],
  ...['dominant-baseline', 'alignment-baseline', 'baseline-shift', 'direction', 'unicode-bidi'],
  ...['display', 'visibility', 'shape-rendering', 'text-rendering', 'image-rendering'],
]);

/** Elements that may refer to others by `href`. */
export const referring = new Set(['use', 'textPath', ...gradients, 'pattern']);

/** The ids that `url(#…)` in a value names; null when it could reach anything else. */
export function localReferences(value: string): string[] | null {
  if (/[\\@]|expression|javascript|-moz-binding|behavior|<|&/i.test(value)) return null;
  const names: string[] = [];
  for (const [, inner = ''] of value.matchAll(/url\s*\(([^)]*)\)?/gi)) {
    const local = /^\s*(["']?)#([\w.:-]+)\1\s*$/.exec(inner);
    if (!local) return null;
    names.push(local[2] ?? '');
  }
  return /src\s*\(|image\s*\(|image-set|cross-fade|element\s*\(/i.test(value) ? null : names;
}
