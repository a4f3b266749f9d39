/** A wall as it is drawn: inks, strokes and texts where the layout put them. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { INKS, PALETTES, ROOMS, inksOf } from '../../../src/lib/domain/wall/drawing/inks.ts';
import { READING_FACE } from '../../../src/lib/domain/wall/layout/lettering.ts';
import { zonesFor } from '../../../src/lib/domain/wall/layout/zones.ts';
import { layoutWall } from '../../../src/lib/domain/wall/layout/layout-wall.ts';
import { sceneOf } from '../../../src/lib/domain/wall/drawing/scene.ts';
import { WORDS, wall } from './walls.ts';

/** As WCAG counts it. */
function contrast(one: string, other: string): number {
  const [light, dark] = [one, other].map(luminance).sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

describe('inks', () => {
  test('are those of the tokens, light and dark', () => {
    const css = readFileSync('src/lib/ui/tokens.css', 'utf8');
    const [light = '', dark = ''] = css.split("[data-room='dark']");
    for (const room of ROOMS) {
      const tokens = room === 'light' ? light : dark;
      for (const [name, value] of Object.entries(PALETTES[room]))
        expect(tokens.toLowerCase(), `${room} ${name}`).toContain(`--${name}: ${value};`);
    }
  });

  test.each(ROOMS)('can be read from afar: at least 7:1 in a %s room', (room) => {
    const { paper, ...inks } = PALETTES[room];
    for (const [name, ink] of Object.entries(inks))
      expect(contrast(ink, paper), name).toBeGreaterThanOrEqual(7);
  });

  test('are as many as the zones of the fullest wall', () => {
    expect(zonesFor(1_500)).toBe(INKS.length);
  });

  test.each([1, 2, 3, 5, 6, 7])('of %i zones: each has its own', (count) => {
    const words = Array.from({ length: count * 20 }, (_, at) => ({
      id: `w${at}`,
      text: `ord ${at}`,
      count: 1,
      group: `${at % count}`
    }));
    const { zones } = wall(words);
    const inks = inksOf(zones.slice(0, count));
    expect(inks).toHaveLength(count);
    expect(new Set(inks).size).toBe(count);
  });
});

describe('a scene', () => {
  const layout = wall(WORDS);

  test('has every line of the layout at its place, in the ink of its zone, the question first', () => {
    const inks = inksOf(layout.zones);
    const [question, ...texts] = sceneOf(layout, WORDS, { face: 'caveat-brush' }).texts;
    expect(question).toMatchObject({ size: layout.centre!.size, ink: PALETTES.light.ink });
    expect(texts).toEqual(
      layout.words.flatMap(({ id, size, zone, lines, count }) => {
        const ink = PALETTES.light[inks[zone]!];
        const word = {
          id,
          size,
          face: 'caveat-brush',
          ink,
          lines: lines.map(({ text, x, y }) => ({ text, x, baseline: y }))
        };
        if (!count) return [word];
        const { text, x, y } = count;
        const behind = { id, part: 'count', size: count.size, face: READING_FACE, ink };
        return [word, { ...behind, lines: [{ text, x, baseline: y }] }];
      })
    );
    expect(texts.filter(({ part }) => part === 'count')).toHaveLength(6);
  });

  test('is told in words, the most common first', () => {
    const { title, description } = sceneOf(layout, WORDS, { face: 'caveat-brush' });
    expect(title).toBe('Vem är du?');
    expect(description).toMatch(/^Samordnare \(9\), Möjliggörare \(7\), /);
    for (const { text, count } of WORDS) expect(description).toContain(`${text} (${count})`);
  });

  test('has two strokes around the question, inside what words keep clear of', () => {
    const { strokes } = sceneOf(layout, WORDS, { face: 'caveat-brush' });
    expect(strokes).toHaveLength(2);
    const { x, y, rx, ry } = layout.centre!;
    for (const { path } of strokes) {
      const numbers = path.match(/-?[\d.]+/g)!.map(Number);
      numbers.forEach((value, at) => {
        const [middle, half] = at % 2 === 0 ? [x, rx] : [y, ry];
        expect(Math.abs(value - middle)).toBeLessThanOrEqual(half + 0.01);
      });
    }
  });

  test('is bright on dark in a dark room, at the same places', () => {
    const [light, dark] = ROOMS.map((room) => sceneOf(layout, WORDS, { face: 'caveat-brush', room }));
    expect(dark!.background).toBe('#171614');
    const places = (scene: typeof light) => scene!.texts.map(({ lines, size }) => ({ lines, size }));
    expect(places(dark)).toEqual(places(light));
    dark!.texts.forEach(({ ink }, at) => expect(ink).not.toBe(light!.texts[at]!.ink));
  });

  test('without a question has no ellipse; without words it is paper', () => {
    const bare = layoutWall({
      words: [],
      links: [],
      face: 'caveat-brush',
      area: layout.area,
      mode: 'fresh'
    });
    expect(sceneOf(bare, [], { face: 'caveat-brush' })).toEqual({
      area: layout.area,
      title: '',
      description: '',
      background: '#fdfcf7',
      strokes: [],
      texts: []
    });
  });
});
