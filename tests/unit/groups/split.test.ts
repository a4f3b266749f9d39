/** The room split: everybody in exactly one part, as even as was asked, the same again with the same seed. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mixed, partsFor, spread, together } from '../../../src/lib/domain/groups/split.ts';
import type { Part, Splittable } from '../../../src/lib/domain/groups/split.ts';

const people = fc
  .array(fc.constantFrom('', 'Region Älvmark', 'Hällby kommun', 'Länsstyrelsen', 'Folkhögskolan'), {
    maxLength: 60
  })
  .map((list) => list.map((organisation, at): Splittable => ({ id: `person-${at}`, organisation })));
const parts = fc.integer({ min: 1, max: 12 });
const seed = fc.integer({ min: 0, max: 2 ** 31 });

const idsIn = (split: readonly Part[]) => split.flatMap((part) => part.people.map(({ id }) => id));
const sizesOf = (split: readonly Part[]) => split.map((part) => part.people.length);
const organisationOf = ({ organisation }: Splittable) => organisation || undefined;

test('everybody is in exactly one part, however the room is split', () => {
  fc.assert(
    fc.property(people, parts, seed, (room, count, chance) => {
      for (const split of [mixed(room, count, chance), together(room, count, organisationOf)]) {
        expect(split).toHaveLength(count);
        expect(idsIn(split).sort()).toEqual(room.map(({ id }) => id).sort());
      }
    })
  );
});

test('at random, sizes differ by one at most, and so does the number of any one organisation in each', () => {
  fc.assert(
    fc.property(people, parts, seed, (room, count, chance) => {
      const split = mixed(room, count, chance);
      expect(Math.max(...sizesOf(split)) - Math.min(...sizesOf(split))).toBeLessThanOrEqual(1);
      for (const name of new Set(room.map(({ organisation }) => organisation).filter(Boolean))) {
        const there = split.map((part) => part.people.filter((one) => one.organisation === name).length);
        expect(Math.max(...there) - Math.min(...there)).toBeLessThanOrEqual(1);
      }
    })
  );
});

test('the same seed makes the same parts, another one others', () => {
  const room = Array.from({ length: 30 }, (_, at) => ({ id: `person-${at}`, organisation: `org ${at % 7}` }));
  expect(mixed(room, 5, 7)).toEqual(mixed(room, 5, 7));
  expect(mixed(room, 5, 7)).not.toEqual(mixed(room, 5, 8));
});

test('by organisation, nobody who has room beside the own colleagues is parted from them', () => {
  fc.assert(
    fc.property(people, parts, (room, count) => {
      const split = together(room, count, organisationOf);
      const share = Math.ceil(room.length / count);
      const names = new Set(room.map(({ organisation }) => organisation).filter(Boolean));
      // Where there are more parts than things to put into them, something is cut for the sake of the empty ones.
      const units = names.size + room.filter(({ organisation }) => !organisation).length;
      if (units < count) return;
      for (const name of names) {
        const all = room.filter(({ organisation }) => organisation === name).length;
        const in_ = split.filter((part) => part.people.some(({ organisation }) => organisation === name));
        if (all <= share) expect(in_).toHaveLength(1);
      }
      // The largest is no larger than an even share and the largest piece that could come on top of it.
      expect(Math.max(...sizesOf(split))).toBeLessThan(2 * share + 1);
    })
  );
});

test('no part stays empty where there are people enough', () => {
  fc.assert(
    fc.property(people, parts, seed, (room, count, chance) => {
      if (room.length < count) return;
      for (const split of [mixed(room, count, chance), together(room, count, organisationOf)])
        expect(Math.min(...sizesOf(split))).toBeGreaterThan(0);
    })
  );
});

test('what all of a part have in common is told, and nothing of people without it', () => {
  const one = (id: string, organisation: string) => ({ id, organisation });
  const room = [one('a', 'Region'), one('b', 'Region'), one('c', 'Kommun'), one('d', '')];
  const [first, second] = together(room, 2, organisationOf);
  expect(first).toEqual({ people: [room[0], room[1]], common: 'Region' });
  expect(second?.common).toBeUndefined();
  expect(together([one('d', '')], 1, organisationOf)[0]?.common).toBeUndefined();
});

test('who comes later goes where there are fewest', () => {
  fc.assert(
    fc.property(people, parts, seed, (room, count, chance) => {
      const to = spread(
        room,
        Array.from({ length: count }, (_, at) => ({ id: `group-${at}`, size: 0 })),
        chance
      );
      const sizes = Array.from(
        { length: count },
        (_, at) => Object.values(to).filter((group) => group === `group-${at}`).length
      );
      expect(Object.keys(to)).toHaveLength(room.length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    })
  );
  const parted = spread(
    [{ id: 'a', organisation: '' }],
    [
      { id: 'full', size: 4 },
      { id: 'free', size: 3 }
    ],
    1
  );
  expect(parted).toEqual({ a: 'free' });
  expect(spread([{ id: 'a', organisation: '' }], [], 1)).toEqual({});
});

test('a size asks for as many parts as it takes', () => {
  expect([partsFor(45, 4), partsFor(45, 5), partsFor(0, 4), partsFor(3, 0)]).toEqual([12, 9, 1, 3]);
});
