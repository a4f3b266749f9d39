/** What one person may say in a vote, and what it says when what was voted on has changed since. */
import { describe, expect, test } from 'vitest';
import { ballotFault, ballotNow, NO_LIMIT, SCALE } from '../../../src/lib/domain/voting/ballot.ts';
import type { Ballot } from '../../../src/lib/domain/voting/ballot.ts';

const options = new Set(['nav', 'motor', 'bro']);
const fault = (kind: string, ballot: Ballot, { votes = 3, stack = false } = {}) =>
  ballotFault(ballot, { kind, options, votes, stack });

describe('a ballot (R91)', () => {
  test.each(['choice', 'dots', 'ranking', 'points', 'scale'])('of %s that is empty takes back', (kind) => {
    expect(fault(kind, {})).toBeUndefined();
  });

  test('gives no more dots than there are, and one each where they may not be stacked', () => {
    expect(fault('dots', { nav: 1, motor: 1, bro: 1 })).toBeUndefined();
    expect(fault('dots', { nav: 2 })).toBe('too-many-votes');
    expect(fault('dots', { nav: 2, bro: 1 }, { stack: true })).toBeUndefined();
    expect(fault('dots', { nav: 2, bro: 2 }, { stack: true })).toBe('too-many-votes');
  });

  test('ticks each alternative once, at most so many where they are counted', () => {
    expect(fault('choice', { nav: 1, motor: 1, bro: 1 }, { votes: NO_LIMIT })).toBeUndefined();
    expect(fault('choice', { nav: 1, motor: 1 }, { votes: 1 })).toBe('too-many-votes');
    expect(fault('choice', { nav: 2 }, { votes: NO_LIMIT, stack: true })).toBe('too-many-votes');
    expect(ballotNow({ kind: 'choice', stack: false }, { nav: 1, motor: 1 }, () => 'nav')).toEqual({
      nav: 1
    });
  });

  test('shares out no more points than there are, as many as one likes on one', () => {
    expect(fault('points', { nav: 7, bro: 3 }, { votes: 10 })).toBeUndefined();
    expect(fault('points', { nav: 7, bro: 4 }, { votes: 10 })).toBe('too-many-votes');
  });

  test('names places from the first on, each once', () => {
    expect(fault('ranking', { bro: 1, nav: 2 })).toBeUndefined();
    expect(fault('ranking', { bro: 1, nav: 1 })).toBe('ballot-wrong');
    expect(fault('ranking', { bro: 2, nav: 3 })).toBe('ballot-wrong');
  });

  test('gives nothing to what is not there, nor nothing to what is', () => {
    expect(fault('dots', { tratt: 1 })).toBe('option-unknown');
    expect(fault('points', { nav: 0 })).toBe('ballot-wrong');
  });

  test('of a scale is one number from 0 to 10', () => {
    expect(fault('scale', { [SCALE]: 0 })).toBeUndefined();
    expect(fault('scale', { [SCALE]: 10 })).toBeUndefined();
    expect(fault('scale', { [SCALE]: 11 })).toBe('ballot-wrong');
    expect(fault('scale', { nav: 5 })).toBe('ballot-wrong');
    expect(fault('scale', { [SCALE]: 5, nav: 5 })).toBe('ballot-wrong');
  });
});

describe('a ballot as it counts now (R90)', () => {
  const now = (id: string) => ({ nav: 'nav', navet: 'nav', motor: 'motor' })[id];
  const counts = (kind: string, ballot: Ballot, stack = false) => ballotNow({ kind, stack }, ballot, now);

  test('adds up what has been laid together', () => {
    expect(counts('points', { nav: 3, navet: 4, motor: 1 })).toEqual({ nav: 7, motor: 1 });
    expect(counts('dots', { nav: 1, navet: 2 }, true)).toEqual({ nav: 3 });
  });

  test('keeps one dot of two that may not be stacked', () => {
    expect(counts('dots', { nav: 1, navet: 1, motor: 1 })).toEqual({ nav: 1, motor: 1 });
  });

  test('leaves out what is gone', () => {
    expect(counts('dots', { bro: 1, motor: 1 })).toEqual({ motor: 1 });
  });

  test('takes the best place of two, and lets those behind a gap move up', () => {
    expect(counts('ranking', { bro: 1, motor: 2, navet: 3, nav: 4 })).toEqual({ motor: 1, nav: 2 });
  });

  test('may be cast again as it is', () => {
    const again = counts('ranking', { bro: 1, nav: 2, navet: 3, motor: 4 });
    expect(fault('ranking', again)).toBeUndefined();
  });
});
