/** How many have voted, of how many. */
import { expect, test } from 'vitest';
import { turnoutText } from '../../../src/lib/meeting/vote/turnout.ts';
import { overwriteGetLocale } from '../../../src/lib/paraglide/runtime.js';

overwriteGetLocale(() => 'sv');

test('of those who are here', () => {
  expect(turnoutText(0, 4)).toBe('0 av 4 har röstat');
});

test('never more than all: who voted and left still counts', () => {
  expect(turnoutText(5, 4)).toBe('5 av 5 har röstat');
});
