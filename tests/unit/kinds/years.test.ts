/** Years as people write them. */
import { describe, expect, test } from 'vitest';
import { keptYears, parseYears } from '../../../src/lib/domain/kinds/years.ts';

describe('years', () => {
  test.each([
    ['1969', 1969, 1969],
    [' 1850–1930 ', 1850, 1930],
    ['1850 - 1930', 1850, 1930],
    ['1850 till 1930', 1850, 1930],
    ['1975-76', 1975, 1976],
    ['1970-talet', 1970, 1979],
    ['1970s', 1970, 1979],
    ['the 1970s', 1970, 1979],
    ['1900-talet', 1900, 1999],
    ['98', 98, 98],
    ['2200', 2200, 2200]
  ])('%s', (text, from, to) => {
    expect(parseYears(text)).toEqual({ from, to });
  });

  test.each([
    ['', 'years-unreadable'],
    ['förr i tiden', 'years-unreadable'],
    ['19699', 'years-unreadable'],
    ['1969, 1975', 'years-unreadable'],
    ['-5', 'years-unreadable'],
    ['0', 'years-outside'],
    ['0-1930', 'years-outside'],
    ['2201', 'years-outside'],
    ['1975-1969', 'years-backwards'],
    ['1975-69', 'years-backwards']
  ])('%j is told', (text, fault) => {
    expect(parseYears(text)).toBe(fault);
  });

  test('are kept in one way', () => {
    expect(['1969', '1850 – 1930', '1969-1969'].map((text) => keptYears(parseYears(text) as never))).toEqual([
      '1969',
      '1850-1930',
      '1969'
    ]);
  });
});
