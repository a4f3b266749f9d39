/** A laid wall in a real browser: drawn as it was measured, where all other drawings have it, and moved only where something moved. */
import { expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { outlineOf } from '../../server/exports/outlines.ts';
import { pdfOf } from '../../server/exports/wall-pdf.ts';
import { pngOf } from '../../server/exports/wall-png.ts';
import { layoutWall } from '../../src/lib/domain/wall/layout/layout-wall.ts';
import { READING_FACE, FACES, letteringOf } from '../../src/lib/domain/wall/layout/lettering.ts';
import type { FaceName } from '../../src/lib/domain/wall/layout/lettering.ts';
import { reportOf } from '../../src/lib/domain/wall/layout/report.ts';
import { sceneOf } from '../../src/lib/domain/wall/drawing/scene.ts';
import { svgOf } from '../../src/lib/domain/wall/drawing/svg.ts';
import type {
  SetWord,
  WallInput,
  WallLayout,
  WallWord
} from '../../src/lib/domain/wall/layout/wall-layout.ts';
import { PACKED as CAVEAT_BRUSH } from '../../src/lib/domain/wall/layout/faces/caveat-brush.ts';
import { PACKED as FALLBACK } from '../../src/lib/domain/wall/layout/faces/atkinson-hyperlegible-next.ts';
import { PACKED as PATRICK_HAND } from '../../src/lib/domain/wall/layout/faces/patrick-hand.ts';
import { shuffled } from '../fixtures/clustered.ts';
import { placesInPdf, placesInScene, placesInSvg } from '../fixtures/drawn-places.ts';
import type { Place } from '../fixtures/drawn-places.ts';
import { PICTURED, TROUBLE } from '../fixtures/wall-pictures.ts';
import { serveWallPage } from '../fixtures/wall-page/serve.ts';
import type { WallPage } from '../fixtures/wall-page/serve.ts';
import { Growing, streamOf } from '../load/wall-words.ts';
import { expectAccess, expectNoSideways } from './access.ts';

const AREA = { width: 1920, height: 1080 };
const QUESTION = 'Vem är du?';

let served: WallPage;
test.beforeAll(async () => {
  served = await serveWallPage();
});
test.afterAll(() => served.close());

async function openWall(browser: Browser, more: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: AREA, locale: 'sv-SE', ...more });
  const page = await context.newPage();
  await page.goto(served.url);
  return page;
}

function wallOf(words: readonly WallWord[], more: Partial<WallInput> = {}): WallLayout {
  return layoutWall({
    words,
    links: [],
    face: 'caveat-brush',
    area: AREA,
    centre: QUESTION,
    mode: 'fresh',
    ...more
  });
}

async function show(page: Page, layout: WallLayout, words: readonly WallWord[]): Promise<void> {
  await page.evaluate((props) => window.page.picture(props), {
    layout,
    words,
    face: layout.face!,
    room: 'light' as const
  });
}

/** Each text of the picture as the browser has set it: its width and its place, in px of the wall. */
function textsOn(page: Page): Promise<(Place & { text: string; width: number; family: string })[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<SVGTextElement>('svg text')].map((text) => {
      const { x, y } = text.getStartPositionOfChar(0).matrixTransform(text.getScreenCTM()!);
      const { fontSize, fontFamily } = getComputedStyle(text);
      return {
        text: text.textContent,
        width: text.getComputedTextLength(),
        x,
        y,
        size: parseFloat(fontSize),
        family: fontFamily
      };
    })
  );
}

/** Words that stand nowhere in particular, in letters of 1,000 px: for measuring. */
function standing(texts: readonly string[], face: FaceName): WallLayout {
  const words = texts.map((text, at): SetWord => ({
    id: `w${at}`,
    zone: 0,
    size: 1_000,
    x: 0,
    y: 0,
    width: 1,
    height: 1,
    lines: [{ text, x: 0, y: 0 }]
  }));
  return { face, area: AREA, scale: 1_000, most: 6, zones: [{ x: 0, y: 0 }], words, full: false };
}

for (const face of FACES) {
  test.describe(`in ${face}`, () => {
    /** At 1,000 px, where the browser rounds nothing. */
    async function widest(browser: Browser, texts: readonly string[]): Promise<Record<string, number>> {
      const page = await openWall(browser);
      await show(page, standing(texts, face), []);
      const off: Record<string, number> = {};
      for (const { text, width } of await textsOn(page)) {
        const measured = letteringOf(face).extent(text).width / 10;
        if (Math.abs(width / measured - 1) > 0.0005) off[text] = (width / measured - 1) * 100;
      }
      await page.context().close();
      return off;
    }

    test('words are drawn as wide as they were measured, to 0.05 %', async ({ browser }) => {
      const lines = [...PICTURED, ...TROUBLE].map(({ text }) => text);
      expect(await widest(browser, lines)).toEqual({});
    });

    test('so is every letter that the hand or its fallback has', async ({ browser }) => {
      const packs = [face === 'patrick-hand' ? PATRICK_HAND : CAVEAT_BRUSH, FALLBACK];
      const letters = new Set(
        packs.flatMap(({ advances }) => Object.values(advances).flatMap((all) => [...all]))
      );
      // Alone, marks and what nobody sees are drawn in ways of their own.
      const visible = [...letters].filter((letter) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(letter));
      expect(visible.length).toBeGreaterThan(400);
      expect(
        await widest(
          browser,
          visible.map((letter) => letter.repeat(8))
        )
      ).toEqual({});
    });

    test('screen, SVG, PNG and PDF show each line at one place', async ({ browser }) => {
      const words = [...PICTURED, ...TROUBLE];
      const layout = wallOf(words, { face });
      const scene = sceneOf(layout, words, { face });
      const wording = { language: 'sv', untitled: 'Ordvägg' };
      const svg = svgOf(scene, outlineOf, wording);
      const page = await openWall(browser);
      await show(page, layout, words);
      const wanted = placesInScene(scene);
      expectSame(await textsOn(page), wanted);
      expectSame(placesInSvg(svg), wanted);
      expectSame(placesInPdf(await pdfOf(scene, wording, new Date(0))), wanted);

      const seen = await inkOn(page, await page.screenshot(), pngOf(svg), layout.words);
      expect(seen).toEqual({ bare: [], astray: 0 });
      await page.context().close();
    });
  });
}

function expectSame(places: readonly Place[], wanted: readonly Place[]): void {
  expect(places).toHaveLength(wanted.length);
  places.forEach(({ x, y, size }, at) => {
    expect(Math.abs(x - wanted[at]!.x)).toBeLessThan(0.02);
    expect(Math.abs(y - wanted[at]!.y)).toBeLessThan(0.02);
    expect(Math.abs(size - wanted[at]!.size)).toBeLessThan(0.02);
  });
}

/**
 * Two pictures of a wall, px by px: the words whose boxes have no ink in one of them, and how many px have ink in one while there is
 * none in the other, not beside it either.
 */
function inkOn(page: Page, one: Uint8Array, other: Uint8Array, boxes: readonly SetWord[]) {
  return page.evaluate(
    async ({ pictures, boxes }) => {
      const [one, other] = await Promise.all(
        pictures.map(async (png) => {
          const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
          const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
          const { width, height } = image;
          const canvas = new OffscreenCanvas(width, height).getContext('2d')!;
          canvas.drawImage(image, 0, 0);
          const { data } = canvas.getImageData(0, 0, width, height);
          /** How dark, 0 to 255. */
          const ink = (x: number, y: number) =>
            x < 0 || y < 0 || x >= width || y >= height
              ? 0
              : 255 - Math.min(...data.subarray(4 * (y * width + x), 4 * (y * width + x) + 3));
          return { width, height, ink };
        })
      );
      const { width, height } = one!;
      const beside = ({ ink }: typeof one & object, x: number, y: number) => {
        for (let down = -1; down <= 1; down++)
          for (let right = -1; right <= 1; right++) if (ink(x + right, y + down) > 40) return true;
        return false;
      };
      let astray = 0;
      for (let y = 0; y < height; y++) {
        for (let x = 0; x < width; x++) {
          if (one!.ink(x, y) > 128 && !beside(other!, x, y)) astray++;
          if (other!.ink(x, y) > 128 && !beside(one!, x, y)) astray++;
        }
      }
      const bare = boxes.flatMap(({ id, x, y, width, height }) => {
        const inked = ({ ink }: typeof one & object) => {
          for (let down = 0; down < height; down++)
            for (let right = 0; right < width; right++)
              if (ink(Math.floor(x + right), Math.floor(y + down)) > 128) return true;
          return false;
        };
        return inked(one!) && inked(other!) ? [] : [id];
      });
      return { bare, astray };
    },
    { pictures: [one, other].map((png) => Buffer.from(png).toString('base64')), boxes }
  );
}

test('counts are drawn in the face for reading, as wide as they were measured', async ({ browser }) => {
  const page = await openWall(browser);
  const words = PICTURED.map((word, at) => ({ ...word, count: 1_234_567_890 + at }));
  await show(page, wallOf(words), words);
  const counts = (await textsOn(page)).filter(({ text }) => /^\d+$/.test(text));
  expect(counts).toHaveLength(words.length);
  for (const { text, width, size, family } of counts) {
    expect(family).toContain('Atkinson');
    const measured = (letteringOf(READING_FACE).extent(text).width / 10_000) * size;
    expect(Math.abs(width / measured - 1)).toBeLessThan(0.002);
  }
  await page.context().close();
});

test('an emoji keeps to the room that was measured for it, and what follows stands right', async ({
  browser
}) => {
  const page = await openWall(browser);
  const text = 'Nav 🤷🏽‍♀️ och 你好';
  await show(page, standing([text], 'caveat-brush'), []);
  const drawn = await textsOn(page);
  expect(drawn.map(({ text }) => text)).toEqual(['Nav ', '🤷🏽‍♀️', 'och ', '你好']);
  const lettering = letteringOf('caveat-brush');
  expect(drawn[2]!.x).toBeCloseTo(lettering.extent('Nav 🤷🏽‍♀️ ').width / 10, 1);
  const before = lettering.extent('Nav 🤷🏽‍♀️ och ').width / 10;
  expect(drawn[3]!.x).toBeGreaterThanOrEqual(before);
  expect(drawn[3]!.x + drawn[3]!.width).toBeLessThanOrEqual(before + 2_000);
  await page.context().close();
});

for (const count of [60, 200]) {
  test(`${count} words are laid out alike here and in the browser, whatever their order`, async ({
    browser
  }) => {
    const { arrivals, priors } = streamOf(count + 10, 3);
    const growing = new Growing(priors);
    let at = 0;
    while (growing.size < count) growing.take(arrivals[at++]!);
    const before = growing.input();
    for (const arrival of arrivals.slice(at, at + 20)) growing.take(arrival);
    const after = growing.input();
    const fresh: WallInput = { ...before, mode: 'fresh' };
    const previous = layoutWall(fresh);
    const inputs: WallInput[] = [
      fresh,
      { ...after, previous, mode: 'update' },
      { ...after, previous, mode: 'settle' }
    ];
    const page = await openWall(browser);
    for (const [turn, input] of inputs.entries()) {
      const mixed = {
        ...input,
        words: shuffled(input.words, turn + 1),
        links: shuffled(input.links, turn + 1)
      };
      const here = reportOf(layoutWall(input), input.words).hash;
      expect(await page.evaluate((given) => window.page.hash(given), mixed), input.mode).toBe(here);
    }
    await page.context().close();
  });
}

test.describe('one card more', () => {
  const words = PICTURED.slice(0, 27);
  const one = wallOf(words);
  /** A word that was said before, and one that is new. */
  const more = [
    ...words.map((word, at) => (at === 20 ? { ...word, count: word.count + 1 } : word)),
    { id: 'new', text: 'Nykomling', count: 1 }
  ];
  const two = wallOf(more, { previous: one, mode: 'update' });
  const before = new Map(one.words.map((word) => [word.id, JSON.stringify(word)]));
  const changed = two.words
    .filter((word) => before.get(word.id) !== JSON.stringify(word))
    .map(({ id }) => id);

  test('only words that moved are touched, in one loop that ends', async ({ browser }) => {
    expect(changed.length).toBeGreaterThanOrEqual(2);
    expect(changed.length).toBeLessThan(20);
    const page = await openWall(browser);
    await show(page, one, words);
    const seen = await page.evaluate(
      async ({ layout, words }) => {
        const svg = document.querySelector('svg')!;
        const touched = new Set<string>();
        const others: string[] = [];
        const observer = new MutationObserver((records) => {
          for (const { target, addedNodes } of records) {
            const group = (target instanceof Element ? target : target.parentElement)?.closest('[data-word]');
            for (const one of group ? [group] : addedNodes) {
              if (one instanceof SVGElement && one.dataset.word) touched.add(one.dataset.word);
              else others.push(one.nodeName);
            }
          }
        });
        observer.observe(svg, { attributes: true, childList: true, characterData: true, subtree: true });
        let [frames, ahead, most] = [0, 0, 0];
        const original = window.requestAnimationFrame.bind(window);
        window.requestAnimationFrame = (callback) => {
          frames++;
          most = Math.max(most, ++ahead);
          return original((time) => {
            ahead--;
            callback(time);
          });
        };
        const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms));
        window.page.change({ layout, words });
        // Told twice, it still runs once.
        window.page.change({ words: [...words] });
        while (svg.querySelector('[transform], [opacity]')) await sleep(100);
        const atEnd = frames;
        await sleep(300);
        return {
          touched: [...touched].sort(),
          others,
          most,
          goesOn: frames - atEnd
        };
      },
      { layout: two, words: more }
    );
    expect(seen).toEqual({ touched: [...changed].sort(), others: [], most: 1, goesOn: 0 });
    expectSame(await textsOn(page), placesInScene(sceneOf(two, more, { face: 'caveat-brush' })));
    await page.context().close();
  });

  test('a word sets out from where it stood, and told otherwise goes on from where it is', async ({
    browser
  }) => {
    const page = await openWall(browser);
    await show(page, one, words);
    const moved = two.words.find(({ id }) => id === words[20]!.id)!.id;
    const [stood, began, midway, turned] = await page.evaluate(
      async ({ one, two, words, more, moved }) => {
        const box = () => {
          const text = document.querySelector<SVGTextElement>(`[data-word="${moved}"] text`)!;
          const at = text.getScreenCTM()!;
          const { x, y } = text.getStartPositionOfChar(0).matrixTransform(at);
          return { x, y, width: text.getComputedTextLength() * at.a };
        };
        const stood = box();
        window.page.change({ layout: two, words: more });
        const began = box();
        await new Promise((done) => setTimeout(done, 500));
        await new Promise(requestAnimationFrame);
        const midway = box();
        window.page.change({ layout: one, words });
        return [stood, began, midway, box()];
      },
      { one, two, words, more, moved }
    );
    for (const key of ['x', 'y', 'width'] as const) {
      expect(Math.abs(began![key] - stood![key])).toBeLessThan(0.2);
      // A frame may lie between the two.
      expect(Math.abs(turned![key] - midway![key])).toBeLessThan(0.05 * stood!.width);
    }
    expect(midway!.width).toBeGreaterThan(1.02 * stood!.width);
    // The new word fades away, and all stands as before.
    await expect(page.locator('[data-word="new"]')).toHaveCount(0);
    await expect(page.locator('[transform]')).toHaveCount(0);
    expectSame(await textsOn(page), placesInScene(sceneOf(one, words, { face: 'caveat-brush' })));
    await page.context().close();
  });

  for (const [how, context, props] of [
    ['whoever wants less motion', { reducedMotion: 'reduce' }, {}],
    ['a picture that is still', {}, { still: true }]
  ] as const) {
    test(`${how} has the end at once`, async ({ browser }) => {
      const page = await openWall(browser, context);
      await show(page, one, words);
      const moving = await page.evaluate(
        ({ layout, words, props }) => {
          let frames = 0;
          window.requestAnimationFrame = () => ++frames;
          window.page.change({ layout, words, view: { x: 0, y: 0, width: 960, height: 540 }, ...props });
          return { frames, left: document.querySelectorAll('svg [transform], svg [opacity]').length };
        },
        { layout: two, words: more, props }
      );
      expect(moving).toEqual({ frames: 0, left: 0 });
      await expect(page.locator('svg')).toHaveAttribute('viewBox', '0 0 960 540');
      const wanted = placesInScene(sceneOf(two, more, { face: 'caveat-brush' }));
      expectSame(
        await textsOn(page),
        wanted.map(({ x, y, size }) => ({ x: 2 * x, y: 2 * y, size }))
      );
      await page.context().close();
    });
  }
});

test('the camera glides to a part of the wall and back', async ({ browser }) => {
  const words = PICTURED.slice(0, 27);
  const page = await openWall(browser);
  await show(page, wallOf(words), words);
  const boxes = await page.evaluate(async () => {
    const svg = document.querySelector('svg')!;
    const seen: number[] = [];
    const observer = new MutationObserver(() => seen.push(svg.viewBox.baseVal.width));
    window.page.change({ view: { x: 960, y: 0, width: 960, height: 540 } });
    observer.observe(svg, { attributes: true, attributeFilter: ['viewBox'] });
    while (svg.viewBox.baseVal.width > 960) await new Promise((done) => setTimeout(done, 100));
    return seen;
  });
  expect(boxes.length).toBeGreaterThan(2);
  expect(boxes.every((width, at) => at === 0 || width <= boxes[at - 1]!)).toBe(true);
  expect(boxes.at(-1)).toBe(960);
  await page.evaluate(() => window.page.change({ view: undefined }));
  await expect(page.locator('svg')).toHaveAttribute('viewBox', '0 0 1920 1080');
  await page.context().close();
});

test.describe('a replay', () => {
  const words = PICTURED.slice(0, 27);
  const layout = wallOf(words);
  const cards = words
    .flatMap(({ id, count }) => Array.from({ length: count }, () => id))
    .map((word, at) => ({ word, at: Date.UTC(2026, 2, 2, 9) + at * 60_000 }));
  const all = cards.length;

  async function openReplay(browser: Browser, context = {}): Promise<Page> {
    const page = await openWall(browser, context);
    await page.evaluate((props) => window.page.replay(props), {
      layout,
      words,
      face: 'caveat-brush' as const,
      room: 'light' as const,
      cards
    });
    return page;
  }

  test('begins when asked to, grows, holds, and is gone through by keyboard', async ({ browser }) => {
    const page = await openReplay(browser);
    const slider = page.getByRole('slider', { name: 'Flytta i uppspelningen' });
    await expect(slider).toHaveAttribute(
      'aria-valuetext',
      new RegExp(`^${all} av ${all} kort, \\d\\d\\.\\d\\d$`)
    );
    await expect(page.locator('[data-word]')).toHaveCount(words.length);
    await page.getByRole('radio', { name: 'Snabbt' }).check();
    await page.getByRole('button', { name: 'Spela upp' }).click();
    await expect.poll(() => slider.inputValue().then(Number)).toBeLessThan(20);
    await expect.poll(() => slider.inputValue().then(Number)).toBeGreaterThan(2);
    await page.getByRole('button', { name: 'Pausa' }).click();
    await slider.focus();
    await page.keyboard.press('Home');
    await expect(page.locator('[data-word]')).toHaveCount(0);
    await page.keyboard.press('ArrowRight');
    await expect(slider).toHaveAttribute('aria-valuetext', `1 av ${all} kort, 10.00`);
    await expect(page.locator('[data-word]')).toHaveCount(1);
    await page.keyboard.press('End');
    await expect(page.locator('[data-word]')).toHaveCount(words.length);
    await expectAccess(page);
    await page.context().close();
  });

  test('goes step by step for whoever wants less motion', async ({ browser }) => {
    const page = await openReplay(browser, {
      reducedMotion: 'reduce',
      viewport: { width: 320, height: 640 }
    });
    await expect(page.getByRole('button', { name: 'Spela upp' })).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Nästa kort' })).toBeDisabled();
    await page.getByRole('button', { name: 'Ett kort tillbaka' }).click();
    await expect(page.getByText(`${all - 1} av ${all} kort`)).toBeVisible();
    await page.getByRole('button', { name: 'Nästa kort' }).click();
    await expect(page.getByText(`${all} av ${all} kort`)).toBeVisible();
    await expectNoSideways(page);
    await page.context().close();
  });
});
