import { expect, test } from 'vitest';
import { excerptOf } from '../../../src/lib/domain/outputs/excerpt.ts';
import { allowed, choicesIn, filtered, partingOf } from '../../../src/lib/domain/outputs/filtered.ts';
import type { Outputs } from '../../../src/lib/domain/outputs/outputs.ts';
import { wordsOf } from '../../../src/lib/domain/wall/words.ts';
import { MANS } from '../meeting/log.ts';
import { meetingWith, noteId, review, themedMeeting } from './meeting.ts';

const FACTS = {
  organisations: [
    { name: 'Region Älvmark', kind: 'region', participants: 1 },
    { name: '', kind: 'none', participants: 1 }
  ]
};
const BERITS = { organisation: 'Region Älvmark' };

const first = ({ prompts }: Outputs) => prompts[0]!;

test('one organisation’s cards alone are left, and words are counted anew under the names that they have on the wall', () => {
  const log = meetingWith('role-card', [
    { text: 'Samordnare' },
    { by: MANS, text: 'samordnare' },
    { by: MANS, text: 'Nav' }
  ]);
  const all = review(log, FACTS);
  const prompt = first(filtered(all, BERITS));
  expect(prompt.notes.map(({ text }) => text)).toEqual(['Samordnare']);
  expect(prompt.words).toMatchObject([
    { text: 'Samordnare', count: 1, notes: [noteId(0)], variants: [{ text: 'Samordnare', count: 1 }] }
  ]);
  expect(prompt.people).toBeUndefined();
  expect(filtered(all, BERITS).meeting).toMatchObject({
    participants: 1,
    organisations: [{ kind: 'region' }]
  });
  expect(partingOf(first(all), BERITS)).toEqual({ by: 'parted', of: 3, without: 2 });
  expect(first(filtered(all, { kind: 'agency' })).notes).toEqual([]);
  expect(first(filtered(all, { kind: 'region' })).notes).toHaveLength(1);
});

test('themes are counted anew, and those without a note are left out', () => {
  const prompt = first(filtered(review(themedMeeting(), FACTS), BERITS));
  expect(prompt.themes).toEqual([{ text: 'Mötas *oftare*', count: 2, notes: [noteId(0), noteId(2)] }]);
});

test('a question whose answers bear no organisation is not parted, and nobody’s answers are guessed', () => {
  const log = meetingWith('sticky-note', [{ text: 'Tid' }], { pledge: 'anonymous' });
  const all = review(log, { ...FACTS, organisations: [FACTS.organisations[0]!], participants: 1 });
  expect(partingOf(first(all), BERITS)).toEqual({ by: 'no-organisation' });
  expect(first(filtered(all, BERITS)).notes).toEqual([]);
  expect(choicesIn(all)).toEqual({ organisations: [], kinds: [], groups: [] });
});

test('a vote is told all together or not at all', () => {
  const all = review(meetingWith('sticky-note', [{ text: 'Ja' }]), FACTS);
  const vote = { voters: 2, votes: 1, stack: false, low: '', high: '', options: [] };
  const voted = { ...all, prompts: [{ ...first(all), kind: 'choice', vote }] };
  expect(partingOf(first(voted), BERITS)).toEqual({ by: 'votes' });
  expect(first(filtered(voted, BERITS)).vote).toBeUndefined();
});

test('only what some answer bears may be chosen; anything else in the address is passed over', () => {
  const choices = choicesIn(review(meetingWith('role-card', [{ text: 'Nav' }]), FACTS));
  expect(choices).toEqual({ organisations: ['Region Älvmark'], kinds: ['region'], groups: [] });
  expect(allowed({ organisation: 'Nämnden', kind: 'region' }, choices)).toEqual({ kind: 'region' });
});

test('of a long question the report has the first answers, and the numbers of all', () => {
  const log = meetingWith('quote', [{ text: 'Ett.', speaker: 'me' }]);
  const prompt = first(review(log, FACTS));
  const note = prompt.notes[0]!;
  const many = Array.from({ length: 20_000 }, (_, at) => ({
    ...note,
    id: `note-${at}`,
    text: `Citat ${at}`
  }));
  const quotes = excerptOf({ ...prompt, notes: many });
  expect([quotes.notes, quotes.prompt.notes.length, quotes.whole]).toEqual([20_000, 6, false]);
  const words = wordsOf(many.map(({ id, text }, at) => ({ id, fields: { text: at % 2 ? 'Nav' : text } })));
  const wall = excerptOf({ ...prompt, outcome: 'wall', notes: many, words });
  expect(wall.prompt.words[0]).toMatchObject({ text: 'Nav', count: 10_000 });
  expect(wall.prompt.words[0]!.notes.length).toBeLessThan(50);
  expect(wall.prompt.notes.length).toBeLessThanOrEqual(1_200);
  expect(wall.words).toBe(10_001);
  const kept = new Set(wall.prompt.notes.map(({ id }) => id));
  expect(wall.prompt.words.flatMap((word) => word.notes).every((id) => kept.has(id))).toBe(true);
});
