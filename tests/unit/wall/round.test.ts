/** Quotes that take turns on the projector. */
import { describe, expect, test } from 'vitest';
import { TURN_MS, roundOf, slotAt, turnAt } from '../../../src/lib/domain/wall/screens/round.ts';
import type { Turn } from '../../../src/lib/domain/wall/screens/round.ts';

const QUOTES = ['a', 'b', 'c', 'd'];

/** What a projector shows turn after turn. */
function shown(turns: readonly { slot: number; notes?: readonly string[]; held?: string }[], before?: Turn) {
  let turn = before;
  return turns.map(({ slot, notes = QUOTES, held }) => (turn = turnAt(notes, slot, turn, held))?.note);
}

describe('quotes take turns', () => {
  test('one after the other, and from the first again, for twelve seconds each', () => {
    expect(shown([0, 1, 2, 3, 4, 5].map((slot) => ({ slot })))).toEqual(['a', 'b', 'c', 'd', 'a', 'b']);
    expect(slotAt(TURN_MS * 7 - 1)).toBe(6);
    expect(slotAt(TURN_MS * 7)).toBe(7);
  });

  test('in the same order for all, however they got them, and not in the order in which they came', () => {
    const mixed = ['c', 'a', 'd', 'b'];
    const slots = [0, 1, 2, 3].map((slot) => ({ slot }));
    expect(shown(slots.map((one) => ({ ...one, notes: mixed })))).toEqual(shown(slots));
    expect(turnAt(mixed, 2, { note: 'b', slot: 1 })?.note).toBe('c');
    expect(roundOf(mixed)).toEqual(QUOTES);
    expect(mixed).toEqual(['c', 'a', 'd', 'b']);
  });

  test('the same turn shows the same quote, however often it is asked', () => {
    const turn = turnAt(QUOTES, 6);
    expect(turnAt(QUOTES, 6, turn)).toEqual(turn);
  });

  test('two projectors that were opened at different times agree', () => {
    expect(shown([{ slot: 9 }, { slot: 10 }]).at(-1)).toBe(turnAt(QUOTES, 10)?.note);
  });

  test('a held one stays, and the round goes on from it', () => {
    const turns = [{ slot: 0 }, { slot: 1, held: 'c' }, { slot: 2, held: 'c' }, { slot: 3, held: 'c' }];
    expect(shown([...turns, { slot: 3 }, { slot: 4 }])).toEqual(['a', 'c', 'c', 'c', 'c', 'd']);
  });

  test('one that is held but gone is not waited for', () => {
    expect(turnAt(QUOTES, 1, undefined, 'gone')?.note).toBe('b');
  });

  test('a new quote joins the round without disturbing whose turn it is', () => {
    const more = ['cc', ...QUOTES];
    expect(
      shown([{ slot: 2 }, { slot: 2, notes: more }, { slot: 3, notes: more }, { slot: 4, notes: more }])
    ).toEqual(['c', 'c', 'cc', 'd']);
  });

  test('a quote that is taken back gives its turn away at once', () => {
    const fewer = ['a', 'c', 'd'];
    const note = shown([{ slot: 1 }, { slot: 1, notes: fewer }]).at(-1);
    expect(fewer).toContain(note);
  });

  test('at its end a round that was disturbed goes by the clock again', () => {
    const turn = { note: 'd', slot: 5 };
    expect(turnAt(QUOTES, 6, turn)?.note).toBe(turnAt(QUOTES, 6)?.note);
  });

  test('who slept goes by the clock, and a clock that is put back does not stop the round', () => {
    expect(turnAt(QUOTES, 1_002, { note: 'a', slot: 1 })?.note).toBe('c');
    expect(shown([{ slot: 500 }, { slot: 499 }], { note: 'b', slot: 1_000 })).toEqual(['b', 'b']);
    expect(turnAt(QUOTES, 500, { note: 'b', slot: 499 })?.note).toBe('c');
  });

  test('none, and one alone', () => {
    expect(turnAt([], 3)).toBeUndefined();
    expect(shown([{ slot: 1 }, { slot: 2 }].map((one) => ({ ...one, notes: ['a'] })))).toEqual(['a', 'a']);
  });
});
