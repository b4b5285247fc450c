import type { ParserResult } from './parser-messages.js';

const itemsPerPart = 500;

function* listParts(items: readonly unknown[]): Generator<string> {
  yield '[';
  for (let at = 0; at < items.length; at += itemsPerPart) {
    const part = JSON.stringify(items.slice(at, at + itemsPerPart)).slice(1, -1);
    yield at === 0 ? part : `,${part}`;
  }
  yield ']';
}

/** The JSON of a result in parts of bounded size: its long lists are never one string. */
export function* jsonParts(result: ParserResult): Generator<string> {
  if (!result.ok) {
    yield JSON.stringify(result);
    return;
  }
  yield '{"ok":true,"quiz":{';
  let separator = '';
  for (const [name, value] of Object.entries(result.quiz)) {
    yield `${separator}${JSON.stringify(name)}:`;
    separator = ',';
    if (Array.isArray(value)) yield* listParts(value);
    else yield JSON.stringify(value);
  }
  yield '}}';
}
