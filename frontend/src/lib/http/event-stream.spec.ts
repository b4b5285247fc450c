import { describe, expect, it } from 'vitest';
import { eventReader, type ServerEvent } from './event-stream';

function readInPieces(text: string, size: number): ServerEvent[] {
  const events: ServerEvent[] = [];
  const read = eventReader((event) => events.push(event));
  for (let from = 0; from < text.length; from += size) read(text.slice(from, from + size));
  return events;
}

describe('the reader of server events', () => {
  const stream =
    'retry: 2000\nevent: ready\ndata: {}\n\n: still here\n\nevent: attempt-time\ndata: {"a":"b"}\n\nevent: half';

  it.each([1, 3, 7, 1000])('finds the same events in pieces of %i characters', (size) => {
    expect(readInPieces(stream, size)).toEqual([
      { type: 'ready', data: {} },
      { type: 'attempt-time', data: { a: 'b' } },
    ]);
  });

  it('does not stumble over what is no JSON', () => {
    expect(readInPieces('event: odd\ndata: {\n\n', 5)).toEqual([{ type: 'odd', data: null }]);
  });
});
