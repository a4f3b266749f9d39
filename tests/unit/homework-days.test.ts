/** Homework by its days, in summer and in winter, whatever the clock of the machine says. */
import { expect, test } from 'vitest';
import { dayAfter, startOfDay } from '../../src/lib/i18n/dates.ts';
import { betweenDays, daysOf, proposedDays } from '../../src/lib/i18n/homework.ts';

test('a day begins at midnight where meetings are held, also on the two days on which the clock is set', () => {
  expect(new Date(startOfDay('2027-01-15')).toISOString()).toBe('2027-01-14T23:00:00.000Z');
  expect(new Date(startOfDay('2027-07-15')).toISOString()).toBe('2027-07-14T22:00:00.000Z');
  expect(startOfDay('2027-03-29') - startOfDay('2027-03-28')).toBe(23 * 3_600_000);
  expect(startOfDay('2027-11-01') - startOfDay('2027-10-31')).toBe(25 * 3_600_000);
  expect(dayAfter('2027-02-28')).toBe('2027-03-01');
});

test('the last day belongs to it, and days come back as they were chosen', () => {
  const days = { first: '2027-03-20', last: '2027-04-14' };
  expect(betweenDays(days).until).toBe(startOfDay('2027-04-15'));
  expect(daysOf(betweenDays(days))).toEqual(days);
  expect(betweenDays({ first: '', last: '' })).toEqual({ from: null, until: null });
});

test('proposed is tomorrow until the day before the meeting', () => {
  expect(proposedDays('2027-04-01', '2027-04-15')).toEqual({ first: '2027-04-02', last: '2027-04-14' });
  expect(proposedDays('2027-04-14', '2027-04-15')).toEqual({ first: '2027-04-14', last: '2027-04-14' });
  for (const day of [null, '2027-04-14', '2027-04-01'])
    expect(proposedDays('2027-04-14', day)).toEqual({ first: '', last: '' });
});
