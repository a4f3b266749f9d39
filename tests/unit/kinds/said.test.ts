/** All that an answer says, as it is read, never as it is kept. */
import { expect, test } from 'vitest';
import { saidIn } from '../../../src/lib/i18n/field-lines.ts';
import { baseLocale, overwriteGetLocale } from '../../../src/lib/paraglide/runtime.js';

overwriteGetLocale(() => baseLocale);

test('a quote says what was said and by whom, not what was chosen of it', () => {
  const fields = {
    text: 'Jag kan allt utom att börja.',
    speaker: 'other',
    speakerName: 'Gudrun',
    speakerTitle: 'besökare',
    printed: 'name'
  };
  expect(saidIn('quote', fields)).toBe('Jag kan allt utom att börja.\nGudrun, besökare');
  expect(saidIn('quote', { text: 'Nej.', speaker: 'me' })).toBe('Nej.');
});

test('other kinds name their fields, and what a choice is called', () => {
  expect(saidIn('role-card', { text: 'Nav', explanation: 'Håller ihop.' })).toBe('Nav\nHåller ihop.');
  expect(saidIn('milestone', { text: 'Invandrarverket', years: '1969' })).toMatch(
    /^Invandrarverket\n.*1969$/
  );
  expect(saidIn('perspective', { text: 'Ta ledningen!', kind: 'municipality', role: '5' })).not.toMatch(
    /municipality/
  );
});
