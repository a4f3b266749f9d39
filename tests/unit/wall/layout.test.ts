/** The plain wall: whatever is written, every word stands on it once, on its own, within the box. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blanksAround } from '../../../src/lib/domain/wall/blanks.ts';
import { BOX, ellipseFor, layOut, sizeOf } from '../../../src/lib/domain/wall/layout.ts';
import type { Layout, Placed } from '../../../src/lib/domain/wall/layout.ts';
import { wordsOf } from '../../../src/lib/domain/wall/words.ts';
import type { Word } from '../../../src/lib/domain/wall/words.ts';

const LONG = 'Livsmedelsberedskapssamordnare och kompetensförsörjningsplan';

function note(id: number, text: string) {
  return { id: `note-${id}`, fields: { text } };
}

/** A wall's words from texts, as often as they stand there. */
function words(...texts: string[]): Word[] {
  return wordsOf(texts.map((text, index) => note(index, text)));
}

/** Top and bottom of a word's letters, without the air of its row. */
function frame({ x, y, width, size }: Placed) {
  return { left: x, right: x + width, top: y - size * 0.72, bottom: y + size * 0.2 };
}

function overlap(a: ReturnType<typeof frame>, b: ReturnType<typeof frame>): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function expectSound(layout: Layout, all: readonly Word[]): void {
  expect(layout.words.map(({ word }) => word.key).sort()).toEqual(all.map(({ key }) => key).sort());
  const frames = layout.words.map(frame);
  for (const [index, one] of frames.entries()) {
    expect(one.left).toBeGreaterThanOrEqual(0);
    expect(one.right).toBeLessThanOrEqual(BOX.width);
    expect(one.top).toBeGreaterThanOrEqual(0);
    expect(one.bottom).toBeLessThanOrEqual(BOX.height - 80);
    expect(frames.slice(index + 1).some((other) => overlap(one, other))).toBe(false);
    const { ellipse } = layout;
    const within =
      one.left < ellipse.x + ellipse.rx &&
      one.right > ellipse.x - ellipse.rx &&
      one.top < ellipse.y + ellipse.ry &&
      one.bottom > ellipse.y - ellipse.ry;
    expect(within).toBe(false);
  }
}

describe('the plain wall', () => {
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

  test('an empty wall has its question alone', () => {
    expect(layOut([], 'Vem är du?').words).toEqual([]);
  });

  test('a word meant by more is larger, by the square root', () => {
    expect(sizeOf(1, 12)).toBe(38);
    expect(sizeOf(12, 12)).toBe(100);
    expect(sizeOf(4, 12) - 38).toBeGreaterThan((100 - 38) * (3 / 11));
  });

  test('the question stands in the same place with blank notes and with words', () => {
    expect(layOut(words('Nav', 'Nav', LONG), 'Vem är du?').ellipse).toEqual(ellipseFor('Vem är du?'));
  });

  test.each([1, 7, 40, 90, 250])('%i words of every length: none dropped, none on another', (count) => {
    const texts = Array.from(
      { length: count },
      (_, index) => `${LONG.slice(0, 3 + ((index * 17) % 57))}${index}`
    ).flatMap((text, index) => Array.from({ length: 1 + ((count - index) % 9) }, () => text));
    const all = words(...texts);
    expectSound(
      layOut(all, 'Vilken roll har en region när ingen har gett den någon, och vad gör den då?'),
      all
    );
  });

  test('any texts at all', () => {
    const text = fc.oneof(
      fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }),
      fc.constantFrom('Nav', LONG, 'W'.repeat(60), '😀😀😀', 'i')
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 70 }), fc.string({ maxLength: 120 }), (texts, question) => {
        const all = words(...texts);
        expectSound(layOut(all, question || '?'), all);
      }),
      { numRuns: 60 }
    );
  });

  test.each([0, 1, 45, 120, 600])('%i blank notes: as many as there are, none on another', (count) => {
    const ellipse = ellipseFor('Vem är du?');
    const blanks = blanksAround(count, ellipse);
    expect(blanks).toHaveLength(count);
    const frames = blanks.map(({ x, y, width, height }) => ({
      left: x,
      right: x + width,
      top: y,
      bottom: y + height
    }));
    for (const [index, one] of frames.entries()) {
      expect(one.left).toBeGreaterThanOrEqual(0);
      expect(one.right).toBeLessThanOrEqual(BOX.width);
      expect(one.bottom).toBeLessThanOrEqual(BOX.height);
      expect(frames.slice(index + 1).some((other) => overlap(one, other))).toBe(false);
    }
  });
});
