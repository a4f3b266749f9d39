/** What is left of a time, as it is shown and said. */
import { afterEach, expect, test } from 'vitest';
import { sayLeft, showLeft, showLength } from '../../src/lib/i18n/left.ts';
import { overwriteGetLocale } from '../../src/lib/paraglide/runtime.js';

afterEach(() => overwriteGetLocale(() => 'sv'));
overwriteGetLocale(() => 'sv');

test.each([
  [20 * 60_000, '20:00'],
  [372_000, '06:12'],
  [371_001, '06:12'],
  [1, '00:01'],
  [0, '00:00'],
  [-999, '00:00'],
  [-1_000, '+00:01'],
  [-83_400, '+01:23'],
  [3_900_000, '1:05:00']
])('%i ms are shown as %s', (milliseconds, shown) => {
  expect(showLeft(milliseconds)).toBe(shown);
});

test('in English', () => {
  overwriteGetLocale(() => 'en');
  expect(showLeft(372_000)).toBe('06:12');
  expect(sayLeft(61_000)).toBe('1 minute and 1 second');
  expect(showLength(20 * 60_000)).toBe('20 min');
});

test('said in words, without what is nothing', () => {
  expect(sayLeft(372_000)).toBe('6 minuter och 12 sekunder');
  expect(sayLeft(-60_000)).toBe('1 minut');
  expect(sayLeft(0)).toBe('0 sekunder');
  expect(sayLeft(3_661_000)).toBe('1 timme, 1 minut och 1 sekund');
});

test('how long it was to be', () => {
  expect(showLength(90_000)).toBe('1 min 30 s');
  expect(showLength(21 * 60_000)).toBe('21 min');
});
