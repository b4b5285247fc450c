import { describe, expect, it } from 'vitest';
import { commandOf } from './runner-keys';

const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...more,
});

describe('the keys of the runner', () => {
  it.each([
    ['1', 0],
    ['4', 3],
    ['a', 0],
    ['D', 3],
  ])('%s chooses option number %i (from 0)', (key, index) => {
    expect(commandOf(press(key), 4)).toEqual({ kind: 'choose', index });
  });

  it.each(['5', 'e', '0', 'z', 'Enter', 'Tab', ' '])('%s does nothing on four options', (key) => {
    expect(commandOf(press(key), 4)).toBeNull();
  });

  it.each([
    ['ArrowLeft', 'previous'],
    ['p', 'previous'],
    ['ArrowRight', 'next'],
    ['N', 'next'],
    ['f', 'flag'],
    ['?', 'help'],
  ])('%s means %s', (key, kind) => {
    expect(commandOf(press(key), 4)).toEqual({ kind });
  });

  it('lets F choose the sixth option where there is one, and Shift and F flag always', () => {
    expect(commandOf(press('f'), 6)).toEqual({ kind: 'choose', index: 5 });
    expect(commandOf(press('F', { shiftKey: true }), 6)).toEqual({ kind: 'flag' });
  });

  it('leaves the browser’s own combinations alone', () => {
    expect(commandOf(press('a', { ctrlKey: true }), 4)).toBeNull();
    expect(commandOf(press('ArrowLeft', { altKey: true }), 4)).toBeNull();
    expect(commandOf(press('1', { metaKey: true }), 4)).toBeNull();
  });
});
