/** What the room says is one comes together, and a slip of the finger brings nothing together. */
import { describe, expect, test } from 'vitest';
import { joins } from '../../../src/lib/domain/finding/joins.ts';
import { ANNA, BERIT, CARL, Room } from './room.ts';

const SIZES = { nav: 3, motor: 1, spindel: 1 };
const all = (room: Room) => joins(room.ground());

describe('two people agree', () => {
  test('given one says that two clusters are one, they stay two', () => {
    expect(all(new Room(SIZES).same(ANNA, 'spindel', 'nav'))).toEqual([]);
  });

  test('given its author alone says so, it stays alone', () => {
    expect(all(new Room(SIZES, { spindel: [ANNA] }).same(ANNA, 'spindel', 'nav'))).toEqual([]);
  });

  test('given two say so, the smaller joins the larger', () => {
    const room = new Room(SIZES).same(ANNA, 'spindel', 'nav').same(BERIT, 'nav', 'spindel');
    expect(all(room)).toEqual([{ cluster: 'spindel', into: 'nav', yes: 2, of: 2 }]);
  });

  test('given two say so of a whole row of clusters, all of it comes together at once', () => {
    const row = Array.from({ length: 40 }, (_, index) => `cluster-${index}`);
    const room = new Room(Object.fromEntries(row.map((id) => [id, 1])));
    for (const [index, id] of row.slice(1).entries()) {
      for (const who of [ANNA, BERIT, CARL]) room.same(who, id, row[index]!);
    }
    expect(all(room).length).toBeGreaterThan(30);
  });

  test('given one person says so twice, also the other way round, it counts once', () => {
    const room = new Room(SIZES, { spindel: [ANNA] });
    expect(all(room.same(ANNA, 'spindel', 'nav').same(ANNA, 'nav', 'spindel'))).toEqual([]);
  });

  test('given somebody changes their mind, the later word counts', () => {
    const room = new Room(SIZES).same(ANNA, 'spindel', 'nav').same(BERIT, 'spindel', 'nav');
    expect(all(room.says(ANNA, 'nav', 'apart', 'spindel'))).toEqual([]);
  });

  test('given somebody does not know any more, the word is taken back', () => {
    const room = new Room(SIZES).same(ANNA, 'spindel', 'nav').same(BERIT, 'spindel', 'nav');
    expect(all(room.says(ANNA, 'spindel', 'unsure', 'nav'))).toEqual([]);
  });

  test('given somebody says later that it is its own, their word for a pair is taken back', () => {
    const room = new Room(SIZES).same(ANNA, 'spindel', 'nav').same(BERIT, 'spindel', 'nav');
    expect(all(room.says(ANNA, 'spindel', 'own'))).toEqual([]);
  });

  test('given two large clusters, two words are not enough and four are', () => {
    const room = new Room({ nav: 12, brobyggare: 11 });
    room.same(ANNA, 'nav', 'brobyggare').same(BERIT, 'nav', 'brobyggare');
    expect(all(room)).toEqual([]);
    room.same(CARL, 'nav', 'brobyggare').same('person-dag', 'nav', 'brobyggare');
    expect(all(room)).toMatchObject([{ cluster: 'brobyggare', into: 'nav', yes: 4 }]);
  });

  test('given words about parts of what has come together, they count for the whole', () => {
    const room = new Room(SIZES).same(ANNA, 'spindel', 'motor').same(BERIT, 'spindel', 'nav');
    room.same(ANNA, 'motor', 'nav').same(CARL, 'motor', 'nav');
    // Motor joins Nav; then Anna and Berit agree about Spindel.
    expect(all(room)).toEqual([
      { cluster: 'motor', into: 'nav', yes: 2, of: 2 },
      { cluster: 'spindel', into: 'nav', yes: 2, of: 2 }
    ]);
  });
});

describe('contrary words', () => {
  test("an author's no weighs more than another's", () => {
    const yes = (room: Room) =>
      room.same(BERIT, 'spindel', 'nav').same(CARL, 'spindel', 'nav').same('person-dag', 'spindel', 'nav');
    expect(all(yes(new Room(SIZES)).says(ANNA, 'spindel', 'own'))).toHaveLength(1);
    expect(all(yes(new Room(SIZES, { spindel: [ANNA] })).says(ANNA, 'spindel', 'own'))).toEqual([]);
  });

  test('given most kept two apart, a third does not bring them together', () => {
    const room = new Room({ nav: 1, motor: 1, spindel: 1 });
    room.says(ANNA, 'nav', 'apart', 'motor').says(BERIT, 'nav', 'apart', 'motor').same(CARL, 'nav', 'motor');
    for (const by of [ANNA, BERIT, CARL]) room.same(by, 'nav', 'spindel').same(by, 'motor', 'spindel');
    room.join();
    expect(room.rootOf('nav')).not.toBe(room.rootOf('motor'));
  });

  test('given a leader keeps two apart, nobody brings them together, by no way round', () => {
    const room = new Room({ nav: 1, motor: 1, spindel: 1 });
    room.apart.push(['motor', 'nav']);
    for (const by of [ANNA, BERIT, CARL]) {
      room.same(by, 'nav', 'motor').same(by, 'nav', 'spindel').same(by, 'motor', 'spindel');
    }
    room.join();
    expect(room.rootOf('nav')).not.toBe(room.rootOf('motor'));
    expect(room.rootOf('spindel')).not.toBe('spindel');
  });

  test('given a card that four hold to be its own has come to another, it brings along nothing that two alone saw in it', () => {
    const room = new Room({ nav: 1, motor: 2, spindel: 1 });
    const people = Array.from({ length: 12 }, (_, number) => `person-${number}`);
    for (const by of people.slice(0, 4)) room.says(by, 'nav', 'own');
    for (const by of people.slice(4, 6)) room.same(by, 'nav', 'spindel');
    for (const by of people.slice(6)) room.same(by, 'nav', 'motor');
    expect(room.join()).toMatchObject([{ yes: 6, of: 10 }]);
    expect(room.rootOf('nav')).toBe(room.rootOf('motor'));
    expect(room.rootOf('spindel')).toBe('spindel');
  });

  test('nor where a leader has brought the two together', () => {
    const room = new Room({ nav: 1, motor: 2, spindel: 1 });
    for (const by of ['person-1', 'person-2', 'person-3']) room.says(by, 'nav', 'own');
    for (const by of [ANNA, BERIT]) room.same(by, 'nav', 'spindel');
    room.merge('nav', 'motor');
    expect(room.join()).toEqual([]);
  });

  test('who holds a card to be its own and then like one other keeps it apart from the rest', () => {
    const room = new Room({ nav: 1, motor: 2, spindel: 1 });
    for (const by of ['person-1', 'person-2', 'person-3'])
      room.says(by, 'nav', 'own').same(by, 'nav', 'motor');
    for (const by of [ANNA, BERIT]) room.same(by, 'nav', 'spindel');
    room.join();
    expect(room.rootOf('nav')).toBe(room.rootOf('motor'));
    expect(room.rootOf('spindel')).toBe('spindel');
  });

  test('a word for a pair is taken back by "its own" about either of the two', () => {
    const room = new Room(SIZES).same(ANNA, 'spindel', 'nav').same(BERIT, 'spindel', 'nav');
    expect(all(room.says(ANNA, 'nav', 'own'))).toEqual([]);
  });

  test('one who holds a part to be its own does not keep the whole from all others', () => {
    const room = new Room({ nav: 1, motor: 2, spindel: 1 }).says('person-1', 'nav', 'own');
    for (const by of [ANNA, BERIT, CARL]) room.same(by, 'nav', 'motor');
    room.join();
    for (const by of [ANNA, BERIT, CARL]) room.same(by, room.rootOf('nav'), 'spindel');
    expect(room.join()).toMatchObject([{ yes: 3, of: 4 }]);
  });
});
