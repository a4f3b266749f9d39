import { expect, test } from 'vitest';
import { ordersOf, PAGE, pageOf, pagesOf, sectionsOf } from '../../../src/lib/domain/outputs/sections.ts';
import { MANS } from '../meeting/log.ts';
import { gatheredMeeting, meetingWith, review, themedMeeting } from './meeting.ts';

test('quotes by who spoke and by organisation, those without a name last', () => {
  const quotes = meetingWith('quote', [
    { text: 'Utan namn.', speaker: 'anonymous' },
    { text: 'Med namn.', speaker: 'me' },
    { by: MANS, text: 'Också.', speaker: 'other', speakerName: 'Ronja' }
  ]);
  const prompt = review(quotes).prompts[0]!;
  expect(ordersOf(prompt)).toEqual(['time', 'speaker', 'organisation']);
  expect(sectionsOf(prompt, 'speaker').map(({ name, count }) => [name, count])).toEqual([
    ['Berit', 1],
    ['Ronja', 1],
    ['', 1]
  ]);
});

test('a wall word by word, with how else each was written; notes theme by theme, those in none last', () => {
  const wall = review(gatheredMeeting()).prompts[0]!;
  expect(sectionsOf(wall, ordersOf(wall)[0]!)).toMatchObject([
    { name: 'Samordnare', count: 3, forms: ['Koordinator'] },
    { name: 'Nav', count: 1 }
  ]);
  const notes = review(themedMeeting()).prompts[0]!;
  expect(sectionsOf(notes, 'theme').map(({ name }) => name)).toEqual(['Mötas *oftare*', 'Kartor', '']);
});

test('a section that goes over two pages stands on both, and no answer is lost', () => {
  const prompt = review(meetingWith('sticky-note', [{ text: 'Tid' }])).prompts[0]!;
  const notes = Array.from({ length: PAGE * 2 + 5 }, (_, at) => ({
    ...prompt.notes[0]!,
    id: `note-${at}`,
    theme: at < PAGE + 10 ? 'Stort' : 'Litet'
  }));
  const themes = ['Stort', 'Litet'].map((text) => ({ text, count: 0, notes: [] }));
  const sections = sectionsOf({ ...prompt, notes, themes }, 'theme');
  expect(pagesOf(sections)).toBe(3);
  const pages = [1, 2, 3].map((page) => pageOf(sections, page));
  expect(pages.map((page) => page.map(({ name }) => name))).toEqual([
    ['Stort'],
    ['Stort', 'Litet'],
    ['Litet']
  ]);
  expect(pages.flat().flatMap((one) => one.notes)).toHaveLength(notes.length);
  expect(pageOf(sections, 4)).toEqual([]);
});
