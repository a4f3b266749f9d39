/** Everybody is asked where their word helps, and nobody for nothing. */
import { describe, expect, test } from 'vitest';
import { Outlook } from '../../../src/lib/domain/finding/outlook.ts';
import { ANNA, BERIT, CARL, Room, nextQuestion } from './room.ts';

const PRIORS = [{ a: 'spindel', b: 'nav', likeness: 0.9 }];
const roles = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`role-${at}`, 1]));

describe('whom what is asked', () => {
  test('given a card that stands alone, its author is asked which it is, the likeliest first', () => {
    const room = new Room({ spindel: 1, nav: 5, motor: 5 }, { spindel: [ANNA] });
    expect(nextQuestion(room.ground(), ANNA, PRIORS)).toEqual({
      kind: 'own',
      cluster: 'spindel',
      likely: ['nav', 'motor']
    });
  });

  test('somebody else is asked which means the same', () => {
    const room = new Room({ spindel: 1, nav: 5, motor: 5 }, { spindel: [ANNA] });
    expect(nextQuestion(room.ground(), BERIT, [])).toMatchObject({ kind: 'which' });
  });

  test('given somebody has said it, another is asked yes or no', () => {
    const room = new Room({ spindel: 1, nav: 5, motor: 5 }).same(ANNA, 'spindel', 'nav');
    const question = nextQuestion(room.ground(), BERIT, PRIORS);
    expect(question?.kind).toBe('pair');
    expect(Object.values(question!)).toEqual(expect.arrayContaining(['spindel', 'nav']));
  });

  test('given no language hints at it, what others picked is among the likely', () => {
    const sizes = { blåslampa: 1, pådrivare: 1, ...roles(40) };
    const room = new Room(sizes, { blåslampa: [BERIT] }).same(ANNA, 'blåslampa', 'pådrivare');
    expect(nextQuestion(room.ground(), BERIT, [])).toMatchObject({
      kind: 'own',
      cluster: 'blåslampa',
      likely: ['pådrivare', 'role-0', 'role-1', 'role-2', 'role-3']
    });
  });

  test('45 phones that ask at once get many different questions', () => {
    const outlook = new Outlook(new Room(roles(90)).ground(), []);
    const asked = Array.from({ length: 45 }, (_, at) => outlook.ask(`person-${at}`)?.cluster);
    expect(new Set(asked).size).toBeGreaterThan(20);
  });

  test('a question is the same however often it is asked for', () => {
    const ground = new Room(roles(20)).ground();
    expect(nextQuestion(ground, ANNA, PRIORS)).toEqual(nextQuestion(ground, ANNA, PRIORS));
  });
});

describe('when there is nothing to ask', () => {
  test('one cluster', () => {
    expect(nextQuestion(new Room({ nav: 4 }).ground(), ANNA, [])).toBeUndefined();
  });

  test('no clusters', () => {
    expect(nextQuestion(new Room({}).ground(), ANNA, [])).toBeUndefined();
  });

  test('given two hold a card to be like no other, nobody is asked about it', () => {
    const room = new Room({ spindel: 1, nav: 1 });
    for (const by of [ANNA, BERIT]) room.says(by, 'spindel', 'own').says(by, 'nav', 'own');
    expect(nextQuestion(room.ground(), CARL, PRIORS)).toBeUndefined();
  });

  test('given its author says it is its own, one more is asked and then nobody', () => {
    const room = new Room({ spindel: 1, nav: 1 }, { spindel: [ANNA], nav: [ANNA] });
    room.says(ANNA, 'spindel', 'own').says(ANNA, 'nav', 'own');
    expect(nextQuestion(room.ground(), BERIT, PRIORS)).toBeDefined();
    room.same(BERIT, 'spindel', 'nav').same('person-dag', 'nav', 'spindel');
    expect(nextQuestion(room.ground(), CARL, PRIORS)).toBeUndefined();
  });

  test('given the leader keeps the only two apart', () => {
    const room = new Room({ spindel: 1, nav: 1 });
    room.apart.push(['nav', 'spindel']);
    expect(nextQuestion(room.ground(), ANNA, PRIORS)).toBeUndefined();
  });

  test('given the leader has named the only two', () => {
    const room = new Room({ spindel: 1, nav: 1 });
    expect(nextQuestion({ ...room.ground(), named: ['nav', 'spindel'] }, ANNA, PRIORS)).toBeUndefined();
  });

  test('given somebody holds a card to be like no other, they are not asked whether another is like it', () => {
    const room = new Room({ spindel: 1, nav: 1 }).says(ANNA, 'spindel', 'own').same(BERIT, 'nav', 'spindel');
    expect(nextQuestion(room.ground(), ANNA, PRIORS)).toBeUndefined();
  });

  test('given somebody has answered for a pair, it is not asked the other way round', () => {
    const room = new Room({ spindel: 1, nav: 1 }).same(ANNA, 'spindel', 'nav');
    expect(nextQuestion(room.ground(), ANNA, PRIORS)).toBeUndefined();
  });
});
