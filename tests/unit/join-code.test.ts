import { describe, expect, test } from 'vitest';
import { CODE_LENGTH, CODE_LETTERS, readCode, showCode } from '../../src/lib/domain/join-code.ts';

describe('a join code', () => {
  test('has no letter that can be taken for another one', () => {
    expect(CODE_LETTERS).not.toMatch(/[01OILU]/);
    expect(new Set(CODE_LETTERS).size).toBe(CODE_LETTERS.length);
    expect(CODE_LETTERS.length ** CODE_LENGTH).toBeGreaterThan(500_000_000);
  });

  test.each([
    'K7M2PQ',
    'k7m2pq',
    'K7M 2PQ',
    ' k7m  2pq ',
    'K7M-2PQ',
    'k7m\u20132pq',
    'K7M\u00A02PQ',
    'K.7.M.2.P.Q'
  ])('is read from %j', (typed) => {
    expect(readCode(typed)).toBe('K7M2PQ');
  });

  test.each([
    '',
    'K7M2P',
    'K7M2PQ9',
    'K7M2P0',
    'K7M2PI',
    'KÖM2PQ',
    'K7M2P\u0000',
    '٣٤٥٦٧٨',
    'k7m2ıq',
    'x'.repeat(10_000)
  ])('is not read from %j', (typed) => {
    expect(readCode(typed)).toBeUndefined();
  });

  test('is shown in two groups, which are read again', () => {
    expect(showCode('K7M2PQ')).toBe('K7M 2PQ');
    expect(readCode(showCode('K7M2PQ'))).toBe('K7M2PQ');
  });
});
