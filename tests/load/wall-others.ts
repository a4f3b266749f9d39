/** The same words in the clouds that others use, d3-cloud and wordcloud2, at the same sizes, in the same typeface and area. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { findBrowser } from '../../scripts/browser.js';
import { FAR } from './wall-figures.ts';
import { AREA } from './wall-words.ts';

/** In the order in which a cloud is given them: the largest first, equals by their text. */
export interface Sized {
  id: string;
  text: string;
  /** Font size, px. */
  size: number;
}

export interface Other {
  name: string;
  words: number;
  dropped: number;
  /** Share of words moved more than 20 px, or gone, when one word is added. */
  far: number;
  ms: number;
}

/** Middles, px, by word; what was dropped is missing. */
type Placed = Record<string, { x: number; y: number }>;

const find = createRequire(import.meta.url).resolve;
const NAMES = ['d3-cloud', 'wordcloud2'] as const;

/** For each pair of walls, the second of which has one word more. */
export async function others(walls: readonly { words: Sized[]; more: Sized[] }[]): Promise<Other[]> {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: AREA });
    await prepare(page);
    const found: Other[] = [];
    for (const { words, more } of walls) {
      for (const name of NAMES) {
        const [before, after] = [await draw(page, name, words), await draw(page, name, more)];
        const moved = Object.entries(before.placed).filter(([id, was]) => {
          const is = after.placed[id];
          return !is || Math.hypot(was.x - is.x, was.y - is.y) > FAR;
        });
        const standing = Object.keys(before.placed).length;
        found.push({
          name,
          words: words.length,
          dropped: words.length - standing,
          far: moved.length / standing,
          ms: before.ms
        });
      }
    }
    return found;
  } finally {
    await browser.close();
  }
}

async function prepare(page: Page): Promise<void> {
  const font = readFileSync(
    join(dirname(find('@fontsource/patrick-hand/package.json')), 'files/patrick-hand-latin-400-normal.woff2')
  ).toString('base64');
  await page.setContent('<div id="cloud" style="position: relative; width: 1920px; height: 1080px"></div>');
  await page.addStyleTag({
    content: `body { margin: 0 } @font-face { font-family: Hand; src: url(data:font/woff2;base64,${font}) }`
  });
  await page.addScriptTag({ path: find('d3-cloud/build/d3.layout.cloud.js') });
  await page.addScriptTag({ path: find('wordcloud/src/wordcloud2.js') });
  // tsx gives every function its name by a helper that the page lacks.
  await page.evaluate('globalThis.__name = (named) => named');
  await page.evaluate(() => document.fonts.load('20px Hand'));
}

async function draw(
  page: Page,
  name: (typeof NAMES)[number],
  words: readonly Sized[]
): Promise<{ placed: Placed; ms: number }> {
  return page.evaluate(name === 'd3-cloud' ? inD3Cloud : inWordcloud2, { words: [...words], area: AREA });
}

interface Asked {
  words: Sized[];
  area: { width: number; height: number };
}

/* The two below run in the page: they may use nothing from outside. */

function inD3Cloud({ words, area }: Asked): Promise<{ placed: Placed; ms: number }> {
  /* eslint-disable-next-line @typescript-eslint/no-explicit-any -- comes without types */
  const cloud = (globalThis as any).d3.layout.cloud();
  // The same chance for both walls, so that what moves moves for the word that was added.
  let state = 7;
  const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
  const began = performance.now();
  return new Promise((resolve) => {
    cloud
      .size([area.width, area.height])
      .words(words.map((word) => ({ ...word })))
      .font('Hand')
      .fontSize((word: Sized) => word.size)
      .rotate(0)
      .padding(2)
      .random(random)
      .on('end', (placed: (Sized & { x: number; y: number })[]) =>
        resolve({
          placed: Object.fromEntries(placed.map(({ id, x, y }) => [id, { x, y }])),
          ms: performance.now() - began
        })
      )
      .start();
  });
}

function inWordcloud2({ words, area }: Asked): Promise<{ placed: Placed; ms: number }> {
  const element = document.getElementById('cloud')!;
  element.replaceChildren();
  let state = 7;
  const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
  Math.random = random;
  const began = performance.now();
  return new Promise((resolve) => {
    const stopped = () => {
      element.removeEventListener('wordcloudstop', stopped);
      const ms = performance.now() - began;
      const boxes = [...element.querySelectorAll('span[data-word]')].map((span) => {
        const { x, y, width, height } = span.getBoundingClientRect();
        return [span.getAttribute('data-word')!, { x: x + width / 2, y: y + height / 2 }] as const;
      });
      resolve({ placed: Object.fromEntries(boxes), ms });
    };
    element.addEventListener('wordcloudstop', stopped);
    /* eslint-disable-next-line @typescript-eslint/no-explicit-any -- comes without types */
    (globalThis as any).WordCloud(element, {
      list: words.map(({ id, text, size }) => ({
        word: text,
        weight: size,
        attributes: { 'data-word': id }
      })),
      fontFamily: 'Hand',
      gridSize: Math.max(2, Math.round(area.width / 480)),
      weightFactor: 1,
      rotateRatio: 0,
      wait: 0,
      drawOutOfBound: false,
      clearCanvas: true
    });
  });
}
