/** Words of a wall from cards, and blank notes while they are hidden. */
import { expect, test } from 'vitest';
import { overlap } from '../../../src/lib/domain/wall/layout/box.ts';
import { blanksAround } from '../../../src/lib/domain/wall/screens/blanks.ts';
import { centreOf, coverOf } from '../../../src/lib/domain/wall/layout/centre.ts';
import { WALL_AREA } from '../../../src/lib/domain/wall/kept-wall.ts';
import { letteringOf } from '../../../src/lib/domain/wall/layout/lettering.ts';
import { wordsOf } from '../../../src/lib/domain/wall/words.ts';

function words(...texts: string[]) {
  return wordsOf(texts.map((text, index) => ({ id: `note-${index}`, fields: { text } })));
}

test('case and spaces do not make another word; å ä ö do', () => {
  const found = words('Samordnare', ' samordnare', 'SAMORDNARE', 'Samordnåre');
  expect(found.map(({ text, count }) => [text, count])).toEqual([
    ['Samordnare', 3],
    ['Samordnåre', 1]
  ]);
});

test('of equally common forms one with a capital is shown', () => {
  expect(words('mäklare', 'Mäklare')[0]!.text).toBe('Mäklare');
  expect(words('nav', 'nav', 'Nav')[0]!.text).toBe('nav');
});

test.each([0, 1, 45, 120, 600])(
  '%i blank notes: as many as there are, none on another, none on the question',
  (count) => {
    const centre = centreOf('Vem är du?', WALL_AREA, letteringOf('caveat-brush'))!;
    const blanks = blanksAround(count, centre, WALL_AREA);
    expect(blanks).toHaveLength(count);
    const boxes = [...blanks, ...coverOf(centre)];
    blanks.forEach((one, at) => {
      expect(one.x).toBeGreaterThanOrEqual(0);
      expect(one.x + one.width).toBeLessThanOrEqual(WALL_AREA.width);
      expect(one.y).toBeGreaterThanOrEqual(0);
      expect(one.y + one.height).toBeLessThanOrEqual(WALL_AREA.height);
      expect(boxes.slice(at + 1).filter((other) => overlap(one, other))).toEqual([]);
    });
  }
);
