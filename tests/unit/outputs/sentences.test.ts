/** What the report's page says of a meeting, whole and in part. */
import { expect, test } from 'vitest';
import { allowed, choicesIn, filtered, refusedOf } from '../../../src/lib/domain/outputs/filtered.ts';
import { overwriteGetLocale } from '../../../src/lib/paraglide/runtime.js';
import { openingOf } from '../../../src/lib/review/opening.ts';
import { outcomeOf, promptWhat } from '../../../src/lib/review/wording.ts';
import { noneText } from '../../../src/routes/meeting/[id]/review/parting.ts';
import { MANS } from '../meeting/log.ts';
import { meetingWith, review } from './meeting.ts';

overwriteGetLocale(() => 'sv');

const FACTS = {
  organisations: [
    { name: 'Region Älvmark', kind: 'region', participants: 1 },
    { name: '', kind: 'none', participants: 1 }
  ],
  participants: 2
};
const all = review(meetingWith('sticky-note', [{ text: 'Tid' }, { by: MANS, text: 'Mod' }]), FACTS);

test('what may not be quoted is counted wherever answers are, and it is said how many may be', () => {
  const [prompt] = all.prompts;
  const [first, ...rest] = prompt!.notes;
  const kept = { ...prompt!, people: undefined, notes: rest, uncited: [first!] };
  expect(promptWhat(kept)).toBe('2 lappar, 1 får citeras');
  expect(outcomeOf([kept])).toBe('2 lappar');
  expect(promptWhat({ ...kept, notes: prompt!.notes, uncited: [] })).toBe('2 lappar');
});

test('a part says whose it is, from its first sentence on', () => {
  const opening = (filter: object) => openingOf(filtered(all, filter), filter).before.join(' ');
  expect(opening({})).toMatch(/^På plats var 2 personer/);
  expect(opening({ organisation: 'Region Älvmark' })).toBe(
    'Från Region Älvmark var en person på plats. Därifrån kom 1 lapp.'
  );
  expect(opening({ kind: 'region' })).toMatch(/^Från regioner var en person på plats\./);
});

test('where a part has no answers nobody is said to have kept silent but those asked for', () => {
  expect(noneText({ organisation: 'Tornvik' })).toBe('Ingen från Tornvik svarade.');
  expect(noneText({ kind: 'employment-service' })).toBe('Ingen från Arbetsförmedlingen svarade.');
  expect(noneText({ organisation: 'Tornvik', kind: 'region' })).toMatch(/^Inget svar här stämmer med allt/);
});

test('what is asked for in vain is told', () => {
  const asked = { organisation: 'Region Ingenstans', kind: 'region' };
  const filter = allowed(asked, choicesIn(all));
  expect(filter).toMatchObject({ organisation: undefined, kind: 'region' });
  expect(refusedOf(asked, filter)).toEqual({
    organisation: 'Region Ingenstans',
    kind: undefined,
    group: undefined
  });
});
