import { describe, expect, it } from 'vitest';
import { splitShared } from './shared-text';

describe('texts that begin alike', () => {
  it('are told once where they agree, and apart where they do not', () => {
    const texts = ['No option fits. The file says “E”.', 'No option fits. The file says “F”.'];
    expect(splitShared(texts)).toEqual({
      shared: 'No option fits.',
      rests: ['The file says “E”.', 'The file says “F”.'],
    });
    expect(splitShared(['Alone. And whole.'])).toEqual({
      shared: 'Alone. And whole.',
      rests: [''],
    });
  });
});
