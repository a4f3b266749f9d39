/** Screen, SVG, PNG and PDF show one wall: every line of the layout where it put it. */
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, test } from 'vitest';
import { outlineOf } from '../../../server/exports/outlines.ts';
import { pdfOf } from '../../../server/exports/wall-pdf.ts';
import { pngOf } from '../../../server/exports/wall-png.ts';
import { FACES } from '../../../src/lib/domain/wall/layout/lettering.ts';
import { lettersOf } from '../../../src/lib/domain/wall/drawing/letters.ts';
import { sceneOf } from '../../../src/lib/domain/wall/drawing/scene.ts';
import { svgOf } from '../../../src/lib/domain/wall/drawing/svg.ts';
import { contentOf, placesInPdf, placesInScene, placesInSvg } from '../../fixtures/drawn-places.ts';
import type { Place } from '../../fixtures/drawn-places.ts';
import { WORDS, wall } from './walls.ts';

const WORDING = { language: 'sv', untitled: 'Ordvägg' };
const AT = new Date('2026-03-02T09:00:00Z');

function expectSame(places: readonly Place[], wanted: readonly Place[]): void {
  expect(places).toHaveLength(wanted.length);
  places.forEach(({ x, y, size }, at) => {
    expect(Math.abs(x - wanted[at]!.x)).toBeLessThan(0.02);
    expect(Math.abs(y - wanted[at]!.y)).toBeLessThan(0.02);
    expect(Math.abs(size - wanted[at]!.size)).toBeLessThan(0.02);
  });
}

describe.each(FACES)('in %s', (face) => {
  const layout = wall(WORDS, { face });
  const scene = sceneOf(layout, WORDS, { face });
  const svg = svgOf(scene, outlineOf, WORDING);
  const wanted = placesInScene(scene);

  test('SVG has every line at its place', () => {
    expectSame(placesInSvg(svg), wanted);
  });

  test('PDF has every line at its place', async () => {
    expectSame(placesInPdf(await pdfOf(scene, WORDING, AT)), wanted);
  });

  test('PNG is as large as the wall, with ink in every word’s box and nowhere else', () => {
    const png = Buffer.from(pngOf(svg));
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1920, 1080]);
    const { pixels, width } = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
    const paper = pixels.subarray(0, 3).join();
    const inked = new Set<string>();
    let astray = 0;
    const { centre } = layout;
    for (let at = 0; at < pixels.length; at += 4) {
      if (pixels.subarray(at, at + 3).join() === paper) continue;
      const [x, y] = [(at / 4) % width, Math.floor(at / 4 / width)];
      // Letters lean a little out of their advance widths, and brushes are rough.
      const home = layout.words.find((box) => {
        const lean = box.size * 0.12;
        return (
          x >= box.x - lean &&
          x < box.x + box.width + lean &&
          y >= box.y - lean &&
          y < box.y + box.height + lean
        );
      });
      if (home) inked.add(home.id);
      else if (Math.abs(x - centre!.x) > centre!.rx + 4 || Math.abs(y - centre!.y) > centre!.ry + 4) astray++;
    }
    expect([...inked].sort()).toEqual(layout.words.map(({ id }) => id));
    expect(astray).toBe(0);
  });

  test('letters stand as they were measured', () => {
    for (const { size, lines } of scene.texts) {
      for (const { text } of lines) {
        const last = lettersOf(text, face, outlineOf).at(-1)!;
        expect(last.x * size).toBeGreaterThanOrEqual(0);
        expect(last.path).toMatch(/^M/);
      }
    }
  });
});

describe('a picture', () => {
  const scene = sceneOf(wall(WORDS), WORDS, { face: 'caveat-brush' });

  test('is told in words, and stays XML whatever stands in them', () => {
    const svg = svgOf(scene, outlineOf, WORDING);
    expect(svg).toContain('<title id="wall-title">Vem är du?</title>');
    expect(svg).toMatch(/<desc id="wall-desc">Samordnare \(9\), .*R&amp;D &lt;chef&gt; \(1\).*<\/desc>/);
    const odd = { ...scene, title: 'a\u0000b\ud800c\ufffe"' };
    expect(svgOf(odd, outlineOf, WORDING)).toContain('<title id="wall-title">abc&quot;</title>');
    expect(() => pngOf(svgOf(odd, outlineOf, WORDING))).not.toThrow();
  });

  test('is the same bytes every time, and holds no text that a font would change', async () => {
    const svg = svgOf(scene, outlineOf, WORDING);
    expect(svgOf(scene, outlineOf, WORDING)).toBe(svg);
    expect(svg).not.toMatch(/<text|font-family/);
    const [one, other] = [await pdfOf(scene, WORDING, AT), await pdfOf(scene, WORDING, AT)];
    expect(Buffer.compare(one, other)).toBe(0);
    expect(contentOf(one)).not.toMatch(/\bTj\b/);
  });

  test('as PDF has a title, a language and a size in points', async () => {
    const pdf = Buffer.from(await pdfOf(scene, WORDING, AT)).toString('latin1');
    expect(pdf).toMatch(/\/Lang \(sv\)/);
    expect(pdf).toMatch(/\/DisplayDocTitle true/);
    expect(pdf).toMatch(/\/MediaBox \[0 0 1440 810\]/);
    expect(pdf).toMatch(/\/Title /);
    expect(pdf).toMatch(/\/S \/Figure/);
  });

  test('shows a box for a letter that no face has, and the fallback’s letter for one that it has', () => {
    expect(outlineOf('🤷', 'caveat-brush')).toBeUndefined();
    expect(outlineOf('ẞ', 'caveat-brush')).toMatch(/^M/);
    expect(lettersOf('你', 'caveat-brush', outlineOf)).toEqual([
      { letter: '你', x: 0, path: expect.stringMatching(/^M80 0V-700H920V0Z/) as string }
    ]);
    // Marks have no width, and get no box.
    expect(lettersOf('🤷🏽', 'caveat-brush', outlineOf)).toHaveLength(1);
  });
});
