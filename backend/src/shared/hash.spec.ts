import { describe, expect, it } from 'vitest';
import { canonicalJson, sha256Hex } from './hash.js';

describe('canonical JSON', () => {
  it('is the same for equal values, in whatever order they were built', () => {
    const one = { b: [1, { d: 1, c: 2 }], a: 'x' };
    const other = { a: 'x', b: [1, { c: 2, d: 1 }] };
    expect(canonicalJson(one)).toBe(canonicalJson(other));
    expect(JSON.parse(canonicalJson(one))).toEqual(one);
  });

  it('differs where the order means something, and where a field is there or not', () => {
    expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
    expect(canonicalJson({ a: null })).not.toBe(canonicalJson({}));
    expect(canonicalJson({ a: undefined })).toBe(canonicalJson({}));
  });
});

describe('SHA-256', () => {
  it('is that of the UTF-8 bytes', () => {
    const known = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(sha256Hex('abc')).toBe(known);
    expect(sha256Hex(new TextEncoder().encode('abc'))).toBe(known);
  });
});
