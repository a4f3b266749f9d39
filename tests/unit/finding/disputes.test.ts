/** What the room is of two minds about is for the leader to decide; what is clear, or decided, is not. */
import { expect, test } from 'vitest';
import { disputes } from '../../../src/lib/domain/finding/disputes.ts';
import { ANNA, BERIT, CARL, Room } from './room.ts';

const SIZES = { nav: 3, motor: 1, spindel: 1, karta: 2 };
const DAVID = 'person-david';
const ELSA = 'person-elsa';
const all = (room: Room) => disputes(room.ground());
const pairs = (room: Room) => all(room).map(({ cluster, other }) => `${cluster} ${other}`);

test('given answers both ways, the pair is disputed, the smaller of the two first, with how many said what', () => {
  const room = new Room(SIZES).same(ANNA, 'nav', 'spindel').same(BERIT, 'spindel', 'nav');
  room.says(CARL, 'spindel', 'apart', 'nav').says(DAVID, 'nav', 'apart', 'spindel');
  expect(all(room)).toEqual([{ cluster: 'spindel', other: 'nav', yes: 2, no: 2 }]);
});

test('given somebody holds one of the two to be like no other, that is a word against', () => {
  const room = new Room(SIZES, { spindel: [ANNA] })
    .same(BERIT, 'spindel', 'nav')
    .says(ANNA, 'spindel', 'own');
  expect(all(room)).toEqual([{ cluster: 'spindel', other: 'nav', yes: 1, no: 1 }]);
});

test('given all who answered agree, nothing is disputed', () => {
  const room = new Room(SIZES).same(ANNA, 'spindel', 'nav').says(BERIT, 'motor', 'apart', 'karta');
  expect(all(room.says(CARL, 'motor', 'unsure', 'nav'))).toEqual([]);
});

test('given somebody changes their mind, the last word counts', () => {
  const room = new Room(SIZES).same(ANNA, 'spindel', 'nav').says(BERIT, 'spindel', 'apart', 'nav');
  expect(all(room.same(BERIT, 'spindel', 'nav'))).toEqual([]);
});

test('given most of them clearly say two, one stray answer makes no dispute', () => {
  const room = new Room(SIZES).same(ANNA, 'spindel', 'nav');
  for (const who of [BERIT, CARL]) room.says(who, 'spindel', 'apart', 'nav');
  expect(all(room)).toHaveLength(1);
  expect(all(room.says(DAVID, 'spindel', 'apart', 'nav'))).toEqual([]);
});

test('given most of them say one, yet one of its parts is held apart, it is disputed still', () => {
  const room = new Room(SIZES).same(ANNA, 'motor', 'spindel').same(BERIT, 'motor', 'spindel');
  room.says(ELSA, 'spindel', 'apart', 'nav');
  room.join();
  for (const who of [ANNA, BERIT, CARL, DAVID]) room.same(who, 'motor', 'nav');
  expect(room.join()).toEqual([]);
  expect(all(room)).toMatchObject([{ other: 'nav', yes: 4, no: 1 }]);
});

test('given they have come together, or a leader keeps them apart, nothing is left to decide', () => {
  const room = new Room(SIZES).says(DAVID, 'spindel', 'apart', 'nav');
  for (const who of [ANNA, BERIT, CARL]) room.same(who, 'spindel', 'nav');
  expect(all(room)).toHaveLength(1);
  room.apart.push(['nav', 'spindel']);
  expect(all(room)).toEqual([]);
  const joined = new Room(SIZES).says(DAVID, 'motor', 'apart', 'nav');
  for (const who of [ANNA, BERIT, CARL, ELSA]) joined.same(who, 'motor', 'nav');
  joined.join();
  expect(all(joined)).toEqual([]);
});

test('what concerns most cards comes first, then what is most even, then what stands first', () => {
  const room = new Room(SIZES);
  const contested = (a: string, b: string) => room.same(ANNA, a, b).says(BERIT, b, 'apart', a);
  contested('motor', 'spindel');
  contested('nav', 'spindel');
  contested('nav', 'motor').says(CARL, 'nav', 'apart', 'motor');
  contested('nav', 'karta');
  expect(pairs(room)).toEqual(['karta nav', 'spindel nav', 'motor nav', 'spindel motor']);
});

test('a cluster whose cards have gone is in no dispute', () => {
  const room = new Room({ nav: 3 }).same(ANNA, 'spindel', 'nav').says(BERIT, 'nav', 'apart', 'spindel');
  expect(all(room)).toEqual([]);
});
