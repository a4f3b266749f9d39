/** What of a wall moves as one, and how its lines are drawn where a typeface lacks letters. */
import { describe, expect, test } from 'vitest';
import { layoutWall } from '../../../src/lib/domain/wall/layout/layout-wall.ts';
import { FACES } from '../../../src/lib/domain/wall/layout/lettering.ts';
import { sceneOf } from '../../../src/lib/domain/wall/drawing/scene.ts';
import { frameOf } from '../../../src/lib/meeting/wall/picture/frame.ts';
import { piecesOf } from '../../../src/lib/meeting/wall/picture/pieces.ts';
import { runsOf } from '../../../src/lib/meeting/wall/picture/runs.ts';
import { WORDS, wall } from './walls.ts';

describe.each(FACES)('in %s', (face) => {
  const layout = wall(WORDS, { face });
  const pieces = piecesOf(layout, sceneOf(layout, WORDS, { face }).texts, face);

  test('a word is one piece, with its lines and its count', () => {
    expect(pieces.map(({ id }) => id)).toEqual(layout.words.map(({ id }) => id));
    const texts = new Map(pieces.map(({ id, texts }) => [id, texts.map(({ text }) => text)]));
    expect(texts.get('w0')).toEqual(['Samordnare', '9']);
    expect(texts.get('w5')!.join(' ')).toBe('Håller ihop helheten när andra springer 2');
  });

  test('letters stay where they are when a count comes behind them', () => {
    const alone = { id: 'a', text: 'Bollplank', count: 1 };
    const one = wall([alone], { face, centre: '' });
    const more = [{ ...alone, count: 2 }];
    const two = layoutWall({
      words: more,
      links: [],
      face,
      area: one.area,
      previous: one,
      mode: 'update'
    });
    const [before, after] = [one, two].map(
      (layout) => piecesOf(layout, sceneOf(layout, more, { face }).texts, face)[0]!
    );
    expect(after!.texts).toHaveLength(2);
    const { x, y, size } = before!.home;
    // It grows, about its middle.
    expect(after!.home.size).toBeGreaterThan(size);
    expect(Math.abs(after!.home.x - x)).toBeLessThan(0.01);
    expect(Math.abs(after!.home.y - y)).toBeLessThan(size * 0.1);
  });
});

describe('runs', () => {
  const runs = (text: string) => runsOf(text, 'caveat-brush').map(({ text, foreign }) => [text, foreign]);

  test('a line whose letters the hand or its fallback has is one', () => {
    expect(runs('Länk till ẞ')).toEqual([['Länk till ẞ', false]]);
    expect(runsOf('12', 'atkinson-hyperlegible-next')).toMatchObject([{ text: '12', foreign: false }]);
  });

  test('letters that no typeface has are apart, with the marks on them, each where it was measured', () => {
    expect(runs('Nav 🤷🏽‍♀️ och 你好 ja')).toEqual([
      ['Nav ', false],
      ['🤷🏽‍♀️', true],
      ['och ', false],
      ['你好', true],
      ['ja', false]
    ]);
    // What stands on a letter stays with it.
    expect(runs('1\ufe0f\u20e3 a')).toEqual([['1\ufe0f\u20e3 a', false]]);
    const space = runsOf(' ', 'caveat-brush')[0]!.width;
    const [nav, shrug, och] = runsOf('Nav 🤷 och', 'caveat-brush');
    expect(shrug!.x).toBeCloseTo(nav!.width, 9);
    expect(och!.x).toBeCloseTo(shrug!.x + 1 + space, 9);
  });

  test('only marks, or nothing, is no run that stands in the way', () => {
    expect(runs('\u0301')).toHaveLength(1);
    expect(runs('你 好')).toEqual([
      ['你', true],
      ['好', true]
    ]);
  });
});

describe('what is seen', () => {
  const area = { width: 1920, height: 1080 };

  test('is all, where nothing else is asked for', () => {
    const all = { x: 0, y: 0, ...area };
    expect(frameOf(area)).toEqual(all);
    expect(frameOf(area, { x: 5, y: 5, width: 0, height: 9 })).toEqual(all);
  });

  test('holds the view, in its middle, in the proportions of the wall', () => {
    expect(frameOf(area, { x: 100, y: 100, width: 480, height: 100 })).toEqual({
      x: 100,
      y: 15,
      width: 480,
      height: 270
    });
    expect(frameOf(area, { x: 100, y: 100, width: 48, height: 270 })).toEqual({
      x: -116,
      y: 100,
      width: 480,
      height: 270
    });
  });
});
