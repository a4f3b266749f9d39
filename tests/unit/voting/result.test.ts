/** What a vote comes to, and who is in front. */
import { describe, expect, test } from 'vitest';
import { SCALE } from '../../../src/lib/domain/voting/ballot.ts';
import type { Ballot } from '../../../src/lib/domain/voting/ballot.ts';
import { foremost, placed } from '../../../src/lib/domain/voting/places.ts';
import { resultOf } from '../../../src/lib/domain/voting/result.ts';

const OPTIONS = ['nav', 'motor', 'bro', 'tratt'].map((id) => ({ id, text: id }));
const count = (kind: string, ballots: readonly Ballot[], options = OPTIONS) =>
  resultOf({ kind, stack: true }, options, ballots, (id) =>
    options.some((option) => option.id === id) ? id : undefined
  );
const scores = (result: ReturnType<typeof count>) =>
  result.options.map(({ id, score, people }) => [id, score, people]);

describe('a result', () => {
  test('of dots and points: sums, and how many people gave', () => {
    const result = count('points', [{ nav: 2, bro: 1 }, { bro: 4 }, {}]);
    expect(result.ballots).toBe(2);
    expect(scores(result)).toEqual([
      ['bro', 5, 2],
      ['nav', 2, 1],
      ['motor', 0, 0],
      ['tratt', 0, 0]
    ]);
  });

  test('of a ranking: as many points as there are places from there on', () => {
    const result = count('ranking', [{ nav: 1, bro: 2 }, { bro: 1, nav: 2, motor: 3 }, { bro: 1 }]);
    expect(scores(result)).toEqual([
      ['bro', 3 + 4 + 4, 3],
      ['nav', 4 + 3, 2],
      ['motor', 2, 1],
      ['tratt', 0, 0]
    ]);
  });

  test('of a ranking whose first choice is gone: the next one is the first', () => {
    const three = OPTIONS.slice(0, 3);
    const result = count('ranking', [{ tratt: 1, nav: 2, bro: 3 }], three);
    expect(scores(result)).toEqual([
      ['nav', 3, 1],
      ['bro', 2, 1],
      ['motor', 0, 0]
    ]);
  });

  test('of equal sums: what more people gave to comes first', () => {
    expect(scores(count('dots', [{ nav: 2 }, { bro: 1 }, { bro: 1 }]))[0]).toEqual(['bro', 2, 2]);
  });

  test('of a scale: every number counted, and where the middle lies', () => {
    const { scale, ballots, options } = count(
      'scale',
      [0, 4, 5, 10].map((number) => ({ [SCALE]: number }))
    );
    expect({ ballots, options }).toEqual({ ballots: 4, options: [] });
    expect(scale).toEqual({
      counts: [1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 1],
      mean: 4.75,
      low: 3,
      median: 4.5,
      high: 6.25
    });
  });

  test('of a scale on which nobody voted: none', () => {
    expect(count('scale', [{}])).toEqual({ ballots: 0, options: [] });
  });
});

describe('places', () => {
  const of = (...numbers: number[]) =>
    numbers.map((score, index) => ({ id: `o${index}`, text: '', score, people: score }));

  test('equals share theirs, and those after them come later', () => {
    expect(placed(of(5, 3, 3, 1)).map(({ place }) => place)).toEqual([1, 2, 2, 4]);
  });

  test('the foremost, and who is level with the last of them', () => {
    const { first, level } = foremost(of(5, 4, 3, 3, 3, 1), 3);
    expect(first.map(({ id }) => id)).toEqual(['o0', 'o1', 'o2']);
    expect(level.map(({ id }) => id)).toEqual(['o3', 'o4']);
  });

  test('nobody is level where the places suffice, nor is what got nothing', () => {
    expect(foremost(of(5, 4, 3, 1), 3).level).toEqual([]);
    expect(foremost(of(2, 0, 0), 3)).toMatchObject({ first: [{ id: 'o0' }], level: [] });
    expect(foremost([], 3)).toEqual({ first: [], level: [] });
  });
});
