/** Outcomes as drawings: whatever came in, all of it is within the sheet and can be read. */
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, test } from 'vitest';
import { outlineOf } from '../../../server/exports/outlines.ts';
import { pdfOf } from '../../../server/exports/wall-pdf.ts';
import type { Figure } from '../../../src/lib/domain/document/document.ts';
import { stepBlocks, stepPictures } from '../../../src/lib/domain/document/of-step.ts';
import { PAGE } from '../../../src/lib/domain/document/page.ts';
import { figureSvg, glyphsSvg } from '../../../src/lib/domain/document/svg-of.ts';
import { barsScene } from '../../../src/lib/domain/outcomes/drawn/bars.ts';
import { columnsScene } from '../../../src/lib/domain/outcomes/drawn/columns.ts';
import { widthOf } from '../../../src/lib/domain/outcomes/drawn/pen.ts';
import { coursesOf } from '../../../src/lib/domain/outcomes/roles/courses.ts';
import { drawColumns } from '../../../src/lib/domain/outcomes/roles/columns.ts';
import { READING_FACE } from '../../../src/lib/domain/wall/layout/lettering.ts';
import type { Scene } from '../../../src/lib/domain/wall/drawing/scene.ts';
import { svgOf } from '../../../src/lib/domain/wall/drawing/svg.ts';
import { WORDING } from '../outputs/meeting.ts';
import { reviewed } from './reviewed.ts';

/** Px: 6.75 points, as small as the smallest print of a book. */
const LEAST = 9;

function expectInside({ area, texts, strokes }: Scene): void {
  expect([area.width, area.height].every((side) => side > 0 && Number.isFinite(side))).toBe(true);
  for (const { size, lines } of texts) {
    for (const { text, x, baseline } of lines) {
      expect(x, text).toBeGreaterThan(-2);
      expect(x + widthOf(text, size), text).toBeLessThan(area.width + 2);
      expect(baseline - size * 0.7, text).toBeGreaterThan(-2);
      expect(baseline, text).toBeLessThan(area.height + 2);
    }
  }
  for (const { path } of strokes) expect(path).not.toMatch(/NaN|undefined|Infinity|e-/);
}

/** What of it is inked. */
function inked(svg: string): number {
  const { pixels } = new Resvg(svg, {
    font: { loadSystemFonts: false },
    fitTo: { mode: 'width', value: 480 }
  }).render();
  const paper = pixels.subarray(0, 3).join();
  let count = 0;
  for (let at = 0; at < pixels.length; at += 4) if (pixels.subarray(at, at + 3).join() !== paper) count++;
  return count;
}

describe.each([1, 3, 60])('of %i answers', (count) => {
  const { outputs, walls } = reviewed(count);
  const pictured = outputs.prompts.map(
    (prompt) =>
      [
        prompt.title,
        prompt,
        stepBlocks(prompt, walls[prompt.id], 'picture', [], WORDING, 'meeting-1') as Figure[]
      ] as const
  );

  test.each(pictured.filter(([, , figures]) => figures.length > 0))('%s', async (_title, prompt, figures) => {
    for (const { scene, alt } of figures) {
      if (prompt.outcome !== 'wall') {
        expectInside(scene);
        expect(scene.area.height).toBeLessThanOrEqual(PAGE.height);
        for (const { size, face } of scene.texts) {
          expect(size).toBeGreaterThanOrEqual(LEAST);
          expect(face).toBe(READING_FACE);
        }
      }
      expect(alt).not.toBe('');
      const svg = svgOf(scene, outlineOf, { language: 'sv', untitled: 'Bild' });
      expect(inked(svg)).toBeGreaterThan(300);
      expect((await pdfOf(scene, { language: 'sv', untitled: 'Bild' }, new Date(0))).length).toBeGreaterThan(
        1_000
      );
    }
  });

  test('as files of their own they are whole', () => {
    const whole = outputs.prompts.map((prompt) =>
      stepPictures(prompt, walls[prompt.id], WORDING, 'meeting-1')
    );
    expect(whole.map(({ length }) => length)).toEqual(
      pictured.map(([, , figures]) => Math.min(figures.length, 1))
    );
  });

  test('those that are offered are there', () => {
    expect(pictured.filter(([, , figures]) => figures.length > 0).map(([, { outcome }]) => outcome)).toEqual([
      'wall',
      'timeline',
      'perspectives',
      'actors',
      'result',
      'result',
      'result',
      'result'
    ]);
  });
});

test('a long timeline is parted over pages, and whole in a file of its own', () => {
  const { outputs } = reviewed(60);
  const prompt = outputs.prompts.find(({ outcome }) => outcome === 'timeline')!;
  const pages = stepBlocks(prompt, undefined, 'picture', [], WORDING, 'meeting-1') as Figure[];
  const [whole, ...more] = stepPictures(prompt, undefined, WORDING, 'meeting-1');
  const ids = ({ scene }: Figure) => new Set(scene.texts.flatMap(({ id }) => id ?? []));
  expect(pages.length).toBeGreaterThan(1);
  expect(more).toEqual([]);
  expect(new Set(pages.flatMap((page) => [...ids(page)]))).toEqual(ids(whole!));
  expect(ids(whole!).size).toBe(60);
});

test('an alternative with a name that never ends takes four lines, and its bar stays in the sheet', () => {
  const told = { title: '', description: '' };
  const bars = ['ord '.repeat(5_000), 'å'.repeat(20_000), '🤷🏽‍♀️'.repeat(60), ''].map((text, at) => ({
    text,
    value: at,
    label: String(at)
  }));
  const scenes = barsScene(bars, { ...told, width: PAGE.width, size: 13, height: 150, most: 3 });
  expect(scenes.length).toBeGreaterThan(1);
  for (const scene of scenes) {
    expectInside(scene);
    expect(scene.area.height).toBeLessThanOrEqual(150);
  }
});

test('roles over time: a column for each step', () => {
  const notes = (text: string, ...counts: number[]) => ({
    text,
    notes: counts.map((count, step) => Array.from({ length: count }, (_, at) => `${text}-${step}-${at}`))
  });
  const { courses } = coursesOf([
    notes('Samordnare', 5, 2),
    notes('Nav', 1, 6),
    notes('Lobbyist', 0, 2),
    notes('Mäklare', 2, 0)
  ]);
  const drawn = drawColumns(courses, {
    ...{ width: PAGE.width, size: PAGE.size, heads: ['Träff 2', 'Träff 4'], most: 10 },
    figure: ({ counts }, step) => String(counts[step])
  });
  const scene = columnsScene(drawn, { title: 'Rollerna', description: 'Rollerna' });
  expectInside(scene);
  expect(scene.strokes.filter(({ dash }) => dash)).toHaveLength(1);
  expect(scene.texts.map(({ lines }) => lines[0]!.text)).toContain('+ Lobbyist');
});

test('a figure in a page is outlines by hand and text to read, or text alone', () => {
  const { outputs, walls } = reviewed(3);
  const [figure] = stepPictures(outputs.prompts[0]!, walls['prompt-role-card'], WORDING, 'meeting-1');
  const glyphs = new Map<string, string>();
  const outlined = figureSvg(figure!, { outlineOf, glyphs });
  expect(outlined).toMatch(/<use href="#glyph-caveat-brush-53"/);
  expect(outlined).not.toContain('<text');
  expect(glyphsSvg(glyphs)).toContain('<path id="glyph-caveat-brush-53" d="M');
  expect(figureSvg(figure!, {})).toMatch(
    /<text [^>]*font-family="'Caveat Brush', cursive"[^>]*>Samordnare<\/text>/
  );
});
