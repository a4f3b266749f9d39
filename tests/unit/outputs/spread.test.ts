/** Where the words of a report stand on its picture. */
import { expect, test } from 'vitest';
import { wordsOf } from '../../../src/lib/domain/wall/words.ts';
import { cardsOf, spreadOf } from '../../../src/routes/meeting/[id]/review/spread.ts';
import { pictureOf } from '../../../src/routes/meeting/[id]/review/walls.ts';
import { LEADER } from '../meeting/log.ts';
import { wall } from '../wall/walls.ts';
import { meetingWith, noteId, PROMPT, review } from './meeting.ts';

const cards = ['Nav', 'Motor', 'nav', 'Karta', 'NAV', 'Motor'].map((text) => ({ text }));
const prompt = review(meetingWith('role-card', cards)).prompts[0]!;
const asWall = prompt.words.map(({ key: id, text, count }) => ({ id, text, count }));
const layout = wall(asWall.slice(0, 2), { area: { width: 1920, height: 1000 } });

test('a word stands where the picture has it, in per cent, in its zone’s ink', () => {
  const { zones } = spreadOf(prompt.words, layout);
  const placed = zones.flatMap(({ words }) => words);
  expect(placed.map(({ word, index }) => [word.text, index]).sort()).toEqual([
    ['Motor', 1],
    ['Nav', 0]
  ]);
  for (const { word, box } of placed) {
    const set = layout.words.find(({ id }) => id === word.key)!;
    expect(box.left).toBeCloseTo(set.x / 19.2, 2);
    expect(box.top).toBeCloseTo(set.y / 10, 2);
    expect(box.width).toBeCloseTo(set.width / 19.2, 2);
    expect(box.height).toBeCloseTo(set.height / 10, 2);
  }
  expect(zones.map(({ ink }) => ink)).toEqual(expect.arrayContaining(['brick']));
});

test('zones go round clockwise, in each the most common word first; no word is lost', () => {
  const many = Array.from({ length: 24 }, (_, at) => ({ id: `w${at}`, text: `Ord ${at}`, count: 30 - at }));
  const words = wordsOf(
    many.flatMap(({ id, text, count }) =>
      Array.from({ length: count }, (_, at) => ({ id: `${id}-${at}`, fields: { text } }))
    )
  );
  const full = wall(words.map(({ key: id, text, count }) => ({ id, text, count })));
  const { zones, rest } = spreadOf(words, full);
  expect(rest).toEqual([]);
  expect(zones.length).toBeGreaterThan(2);
  expect(zones.flatMap((zone) => zone.words.map(({ index }) => index)).sort((a, b) => a - b)).toEqual(
    words.map((_, index) => index)
  );
  const middles = zones.map((zone) => {
    const set = full.words.find(({ id }) => id === zone.words[0]!.word.key)!;
    const { x, y } = full.zones[set.zone]!;
    return Math.atan2(y - 540, x - 960);
  });
  expect(middles).toEqual([...middles].sort((a, b) => a - b));
  for (const zone of zones) {
    const indices = zone.words.map(({ index }) => index);
    expect(indices).toEqual([...indices].sort((a, b) => a - b));
  }
});

test('a word without room on the picture is kept aside', () => {
  expect(spreadOf(prompt.words, layout).rest).toMatchObject([{ word: { text: 'Karta' }, index: 2 }]);
});

test('cards name their words in the order in which they came', () => {
  const [nav, motor, karta] = prompt.words.map(({ key }) => key);
  expect(cardsOf(prompt).map(({ word }) => word)).toEqual([nav, motor, nav, karta, nav, motor]);
});

test('R64 when a card came is told only where all bear a name', () => {
  expect(cardsOf(prompt)[0]).toHaveProperty('at', prompt.notes[0]!.at);
  for (const pledge of ['organisation', 'anonymous'] as const) {
    const [withheld] = review(meetingWith('role-card', [{ text: 'Nav' }], { pledge })).prompts;
    expect(cardsOf(withheld!)).toEqual([{ word: 'nav' }]);
  }
});

test('a wall from which all has been taken back is no picture', () => {
  const picture = { version: 1, seq: 1, face: 'caveat-brush' as const, layout, words: asWall };
  expect(pictureOf(prompt, { [PROMPT]: picture })).toBe(picture);
  expect(pictureOf(prompt, {})).toBeUndefined();
  expect(pictureOf(prompt, { [PROMPT]: { ...picture, layout: { ...layout, words: [] } } })).toBeUndefined();
  const log = meetingWith('role-card', [{ text: 'Nav' }]);
  log.do(LEADER, { name: 'HideNote', data: { note: noteId(0) } });
  expect(pictureOf(review(log).prompts[0]!, { [PROMPT]: picture })).toBeUndefined();
});
