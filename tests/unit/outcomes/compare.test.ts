import { expect, test } from 'vitest';
import { compared, comparable, stepOf } from '../../../src/lib/domain/outcomes/compare/compared.ts';
import { isFew } from '../../../src/lib/domain/outcomes/compare/differences.ts';
import { readSide, writeSide } from '../../../src/lib/domain/outcomes/compare/side.ts';
import { wordId } from '../../../src/lib/domain/outcomes/roles/role-rows.ts';
import { filtered } from '../../../src/lib/domain/outputs/filtered.ts';
import type { PromptOutput } from '../../../src/lib/domain/outputs/outputs.ts';
import { MANS } from '../meeting/log.ts';
import { meetingWith, review, themedMeeting } from '../outputs/meeting.ts';

const cards = (...texts: string[]) => texts.map((text) => ({ text }));
const prompt = (...args: Parameters<typeof meetingWith>): PromptOutput =>
  review(meetingWith(...args)).prompts[0]!;

test('words of two walls are one where they are written alike, or where the machine says so', () => {
  const left = prompt('role-card', cards('Samordnare', 'Nav', 'Lots'));
  const right = { ...prompt('role-card', cards('samordnare', 'Koordinator', 'Vägvisare')), id: 'prompt-2' };
  const alike = new Map([
    [wordId(stepOf(left), left.words[2]!), 'lots'],
    [wordId(stepOf(right), right.words[2]!), 'lots']
  ]);
  expect(compared(left, right, alike)).toMatchObject({
    by: 'words',
    cards: [3, 3],
    differences: {
      onlyLeft: [{ text: 'Nav', left: 1, right: 0 }],
      onlyRight: [{ text: 'Koordinator', left: 0, right: 1 }],
      shared: 2
    }
  });
});

test('more is what is more cards and a larger part; one card more is not said', () => {
  const many = (text: string, count: number) => Array.from({ length: count }, () => text);
  const left = prompt('role-card', cards(...many('Samordnare', 2), ...many('Nav', 3), 'Lots', 'Spindel'));
  const right = {
    ...prompt('role-card', cards(...many('Samordnare', 8), ...many('Nav', 4), ...many('Lots', 2))),
    id: 'prompt-2'
  };
  expect(compared(left, right)).toMatchObject({
    differences: {
      moreRight: [{ text: 'Samordnare', left: 2, right: 8 }],
      moreLeft: [],
      onlyLeft: [{ text: 'Spindel' }]
    }
  });
});

test('two parts of one wall keep its words apart and together as they are', () => {
  const log = meetingWith('role-card', [
    { text: 'Nav' },
    { by: MANS, text: 'Nav' },
    { by: MANS, text: 'Lots' }
  ]);
  const all = review(log);
  const own = filtered(all, { organisation: 'Region Älvmark' }).prompts[0]!;
  expect(compared(own, all.prompts[0]!)).toMatchObject({
    cards: [1, 3],
    differences: { onlyRight: [{ text: 'Lots' }] }
  });
  expect(isFew(1, 3)).toBe(true);
});

test('sticky notes are compared by themes, and without any as they are', () => {
  const [themed] = review(themedMeeting()).prompts;
  expect(compared(themed!, { ...themed!, themes: themed!.themes.slice(0, 1) })).toMatchObject({
    by: 'themes',
    cards: [3, 2],
    differences: { onlyLeft: [{ text: 'Kartor', left: 1 }] }
  });
  const loose = prompt('sticky-note', cards('Tid'));
  expect(compared(loose, loose)).toMatchObject({ by: 'texts', left: [{ text: 'Tid' }] });
});

test('votes are compared in parts, since more may have voted the one time than the other', () => {
  const vote = (voters: number, ...people: number[]) => ({
    ...prompt('sticky-note', []),
    kind: 'choice',
    outcome: 'result' as const,
    vote: {
      ...{ voters, votes: 1, stack: false, low: '', high: '' },
      options: people.map((count, at) => ({
        id: `${at}`,
        text: ['Ja', 'Nej'][at]!,
        score: count,
        people: count,
        place: at + 1
      }))
    }
  });
  expect(compared(vote(10, 5, 5), vote(20, 15))).toMatchObject({
    by: 'shares',
    of: 'people',
    voters: [10, 20],
    rows: [
      { text: 'Ja', left: 0.5, right: 0.75 },
      { text: 'Nej', left: 0.5, right: null }
    ]
  });
  expect(comparable(vote(1), prompt('role-card', []))).toBe(false);
});

test('how others see us is compared kind by kind', () => {
  const view = (role: string, actorKind = 'municipality') => ({ text: 'Ta ledningen!', actorKind, role });
  const left = prompt('perspective', [view('8'), view('6')]);
  const right = prompt('perspective', [view('2'), view('4', 'university')]);
  expect(compared(left, right)).toMatchObject({
    by: 'perspectives',
    kinds: [
      { kind: 'municipality', left: { median: 7 }, right: { median: 2 }, answers: [2, 1] },
      { kind: 'university', right: { median: 4 }, answers: [0, 1] }
    ]
  });
});

test('a side is one word in the address, and what cannot be read is everybody', () => {
  for (const text of ['all', 'organisation:Region: Norr', 'kind:region', 'step:prompt-1'])
    expect(writeSide(readSide(text))).toBe(text);
  for (const text of [null, '', 'nobody:x', 'kind:']) expect(readSide(text)).toEqual({ by: 'all' });
});
