/** Searching among what came in. */
import { expect, test } from 'vitest';
import type { NoteView } from '../../../src/lib/domain/meeting/view.ts';
import { found, isSought, organisationsOf } from '../../../src/lib/meeting/console/search.ts';

const note = (id: string, fields: NoteView['fields'], by?: NoteView['by']): NoteView => ({
  id,
  prompt: 'prompt-1',
  fields,
  by
});
const NOTES = [
  note('a', { text: 'Rådgivare' }, { name: 'Åsa Öst', organisation: 'Region Älvmark' }),
  note('b', { text: 'Nav', explanation: 'där  alla\nmöts' }, { organisation: 'Hällby kommun' }),
  note('c', { text: 'Vänta inte', speaker: 'other', speakerName: 'Gun Ek', speakerTitle: 'strateg' }),
  note('d', { text: 'Radar' }, { name: 'Bo', organisation: 'Region Älvmark' })
];
const ids = (text: string, organisation = '') => found(NOTES, { text, organisation }).map(({ id }) => id);

test('it finds text, explanation, name, organisation and who is quoted', () => {
  expect(ids('nav')).toEqual(['b']);
  expect(ids('ALLA MÖTS')).toEqual(['b']);
  expect(ids('åsa')).toEqual(['a']);
  expect(ids('älvmark')).toEqual(['a', 'd']);
  expect(ids('gun strateg')).toEqual(['c']);
});

test('å is not a, however it was typed, and case does not matter', () => {
  expect(ids('rad')).toEqual(['d']);
  expect(ids('RA\u030AD')).toEqual(['a']);
});

test('what is typed in the fields that nobody reads is not found', () => {
  expect(ids('other')).toEqual([]);
});

test('one organisation alone, with or without words', () => {
  expect(organisationsOf(NOTES)).toEqual(['Hällby kommun', 'Region Älvmark']);
  expect(ids('', 'Region Älvmark')).toEqual(['a', 'd']);
  expect(ids('radar', 'Region Älvmark')).toEqual(['d']);
});

test('nothing sought leaves everything, in its order', () => {
  expect(ids('  \u200b ')).toEqual(['a', 'b', 'c', 'd']);
  expect(isSought({ text: ' ', organisation: '' })).toBe(false);
  expect(isSought({ text: '', organisation: 'Hällby kommun' })).toBe(true);
});
