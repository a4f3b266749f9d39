/** What is kept of the answers is enough to count them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/lib/domain/finding/answers.ts';
import { joins } from '../../../src/lib/domain/finding/joins.ts';
import { lastWords } from '../../../src/lib/domain/finding/last-words.ts';
import { Tally } from '../../../src/lib/domain/finding/tally.ts';
import { Room } from './room.ts';

const IDS = ['nav', 'motor', 'spindel', 'lots'];
const PEOPLE = ['person-0', 'person-1', 'person-2'];
const id = fc.constantFrom(...IDS);
const answers = fc.array(
  fc
    .record({
      by: fc.constantFrom(...PEOPLE),
      cluster: id,
      other: id,
      says: fc.constantFrom<Answer['says']>('same', 'apart', 'own', 'unsure'),
      author: fc.constant(false)
    })
    .filter(({ cluster, other }) => cluster !== other)
    .map(({ other, ...answer }): Answer => (answer.says === 'own' ? answer : { ...answer, other })),
  { maxLength: 40 }
);
const ground = (said: readonly Answer[]) => {
  const room = new Room({ nav: 4, motor: 2, spindel: 1, lots: 1 });
  return { ...room.ground(), answers: said };
};

describe('the last word of everybody about every pair', () => {
  test('is kept once, where it was said', () => {
    const says = (says: Answer['says'], other?: string): Answer => ({
      ...{ by: 'person-0', cluster: 'nav', says, author: false },
      ...(other ? { other } : {})
    });
    const said = [says('same', 'motor'), says('own'), says('unsure'), says('apart', 'motor'), says('own')];
    expect(lastWords(said)).toEqual([says('unsure'), says('apart', 'motor'), says('own')]);
  });

  test('is kept one by one as it would be of all', () => {
    fc.assert(
      fc.property(answers, (said) => {
        let kept: readonly Answer[] = [];
        for (const answer of said) kept = lastWords([...kept, answer]);
        expect(kept).toEqual(lastWords(said));
      })
    );
  });

  test('counts as all that was said does', () => {
    fc.assert(
      fc.property(answers, (said) => {
        const [all, kept] = [ground(said), ground(lastWords(said))];
        expect(joins(kept)).toEqual(joins(all));
        const [one, other] = [new Tally(all), new Tally(kept)];
        for (const a of IDS) {
          expect(other.own(a)).toEqual(one.own(a));
          expect(other.alone(a)).toEqual(one.alone(a));
          expect(other.barred(a)).toEqual(one.barred(a));
          expect(other.asked(a)).toEqual(one.asked(a));
          for (const b of IDS) expect(other.votes(a, b)).toEqual(one.votes(a, b));
        }
      })
    );
  });
});
