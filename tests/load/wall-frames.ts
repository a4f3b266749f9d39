/**
 * `npm run bench -- frames [--json]`: frames per second of a wall of 60 words while all of it settles, in a real browser; beside it
 * the same words as positioned HTML that plain CSS transitions move.
 */
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { findBrowser } from '../../scripts/browser.js';
import { layoutWall } from '../../src/lib/domain/wall/layout/layout-wall.ts';
import type { WallLayout, WallWord } from '../../src/lib/domain/wall/layout/wall-layout.ts';
import { serveWallPage } from '../fixtures/wall-page/serve.ts';
import { percentile } from './burst.ts';
import { Growing, streamOf } from './wall-words.ts';

const { values: options } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } });
const WORDS = 60;
const SCREENS = [
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 }
];
const TIMES = 5;
const SECOND = 1_000;

interface Walls {
  words: readonly WallWord[];
  one: WallLayout;
  other: WallLayout;
}

const walls = wallsOf();
const served = await serveWallPage();
const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
try {
  const figures = [];
  for (const screen of SCREENS) {
    for (const way of ['picture', 'transitions'] as const) {
      const page = await browser.newPage({ viewport: screen });
      await page.goto(served.url);
      // tsx gives every function its name by a helper that the page lacks.
      await page.evaluate('globalThis.__name = (named) => named');
      const frames = await (way === 'picture' ? inPicture(page) : inHtml(page));
      figures.push({ screen: `${screen.width}x${screen.height}`, way, ...told(frames) });
      await page.close();
    }
  }
  process.stdout.write(options.json ? `${JSON.stringify(figures, null, 2)}\n` : table(figures));
} finally {
  await browser.close();
  await served.close();
}

/** Two walls of the same words that all stand elsewhere: kin to others. */
function wallsOf(): Walls {
  const { arrivals, priors } = streamOf(WORDS, 7);
  const growing = new Growing(priors);
  for (const arrival of arrivals) growing.take(arrival);
  const input = growing.input();
  return {
    words: input.words,
    one: layoutWall({ ...input, mode: 'fresh' }),
    other: layoutWall({ ...input, links: [], mode: 'fresh' })
  };
}

/** Times of the frames of each glide, ms. */
async function inPicture(page: Page): Promise<number[][]> {
  await page.evaluate(
    ({ words, one }) => window.page.picture({ layout: one, words, face: 'patrick-hand', room: 'light' }),
    walls
  );
  const all: number[][] = [];
  for (let time = 0; time < TIMES; time++) {
    const layout = time % 2 === 0 ? walls.other : walls.one;
    all.push(
      await page.evaluate(
        ([layout, second]) => {
          window.page.change({ layout });
          return window.page.frames(second);
        },
        [layout, SECOND] as const
      )
    );
    await page.waitForTimeout(300);
  }
  return all;
}

async function inHtml(page: Page): Promise<number[][]> {
  await page.evaluate(({ one, words }) => {
    const wall = document.getElementById('wall')!;
    const scale = innerWidth / one.area.width;
    for (const { id, x, y, size } of one.words) {
      const word = document.createElement('div');
      word.id = `word-${id}`;
      word.textContent = words.find((one) => one.id === id)!.text;
      word.style.cssText =
        `position: absolute; left: 0; top: 0; white-space: nowrap; font: ${size * scale}px / 1 'Patrick Hand'; transform-origin: 0 0;` +
        `transform: translate(${x * scale}px, ${y * scale}px); transition: transform 1s ease-in-out`;
      word.dataset.size = String(size);
      wall.append(word);
    }
    return window.page.fonts();
  }, walls);
  const all: number[][] = [];
  for (let time = 0; time < TIMES; time++) {
    const layout = time % 2 === 0 ? walls.other : walls.one;
    all.push(
      await page.evaluate(
        ([layout, second]) => {
          const scale = innerWidth / layout.area.width;
          for (const { id, x, y, size } of layout.words) {
            const word = document.getElementById(`word-${id}`)!;
            word.style.transform = `translate(${x * scale}px, ${y * scale}px) scale(${size / Number(word.dataset.size)})`;
          }
          return window.page.frames(second);
        },
        [layout, SECOND] as const
      )
    );
    await page.waitForTimeout(300);
  }
  return all;
}

function told(glides: readonly number[][]) {
  const gaps = glides.flatMap((times) => times.slice(1).map((time, at) => time - times[at]!));
  return {
    fps: (1_000 * gaps.length) / gaps.reduce((sum, gap) => sum + gap, 0),
    gapP95: percentile(gaps, 0.95),
    longest: Math.max(...gaps)
  };
}

function table(figures: readonly ({ screen: string; way: string } & ReturnType<typeof told>)[]): string {
  const rows = figures.map(
    ({ screen, way, fps, gapP95, longest }) =>
      `${screen.padEnd(12)}${way.padEnd(14)}${fps.toFixed(1).padStart(8)}${gapP95.toFixed(1).padStart(12)}${longest.toFixed(1).padStart(12)}`
  );
  return `${'60 words'.padEnd(26)}${'fps'.padStart(8)}${'p95 ms'.padStart(12)}${'longest ms'.padStart(12)}\n${rows.join('\n')}\n`;
}
