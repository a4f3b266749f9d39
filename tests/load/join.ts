/**
 * `npm run bench -- join [--json]`: when the join pages stand there (largest contentful paint) on a phone with a slow processor and a
 * slow net, beside a bare page of the same words: no style, no picture, no server of ours. The build is measured.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { chromium, devices } from '@playwright/test';
import type { Browser, CDPSession, Page } from '@playwright/test';
import { findBrowser } from '../../scripts/browser.js';
import { startDemo } from '../e2e/demo.ts';
import { percentile } from './burst.ts';

const { values: options } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } });
const ROUNDS = 5;
/** Of a phone on a poor mobile net. */
const NET = { bits: 1_600_000, rtt: 150 };
const CPU = 4;
/** LCP, milliseconds. */
const BAR = 2_000;
/** After the load: nothing larger is painted any more. */
const SETTLE_MS = 700;

interface Visit {
  lcp: number;
  bytes: number;
  requests: number;
}

interface Figures {
  page: string;
  lcp: number;
  worst: number;
  ratio: number;
  kilobytes: number;
  requests: number;
}

const demo = await startDemo();
const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
const bare = createServer((_, response) => response.setHeader('content-type', 'text/html').end(words));
let words = '';
try {
  const pages = {
    'code page': `${demo.server.origin}/`,
    'name page': `${demo.server.origin}/join/${demo.code}`
  };
  bare.listen(0, '127.0.0.1');
  await once(bare, 'listening');
  const reference = `http://127.0.0.1:${(bare.address() as AddressInfo).port}/`;
  const visits = new Map<string, Visit[]>();
  const noted = async (name: string, url: string) =>
    visits.set(name, [...(visits.get(name) ?? []), await visit(browser, url)]);
  // One after the other in each round, so that a busy moment of the machine meets all of them.
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, url] of Object.entries(pages)) {
      await noted(name, url);
      words = await bareWords(browser, url);
      await noted(`${name}, bare`, reference);
    }
  }
  const figures = [...visits].map(([name, seen]) => figuresOf(name, seen, visits.get(bareOf(name))!));
  process.stdout.write(options.json ? `${JSON.stringify(figures, null, 2)}\n` : table(figures));
} finally {
  bare.close();
  await browser.close();
  await demo.server.stop();
}

/** The first visit of a phone: nothing is kept of an earlier one. */
async function visit(on: Browser, url: string): Promise<Visit> {
  const { defaultBrowserType: _type, ...phone } = devices['Pixel 7'];
  const context = await on.newContext({ ...phone, locale: 'sv-SE' });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  const throughput = NET.bits / 8;
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: NET.rtt,
    downloadThroughput: throughput,
    uploadThroughput: throughput
  });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU });
  const loaded = counted(cdp);
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(SETTLE_MS);
  const lcp = await largestPaint(page);
  await context.close();
  return { lcp, ...loaded };
}

/** What comes over the wire, heads and all; counts on while the page loads. */
function counted(cdp: CDPSession): { bytes: number; requests: number } {
  const sum = { bytes: 0, requests: 0 };
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
    sum.bytes += encodedDataLength;
    // What is written into the page itself ("data:") has no length.
    if (encodedDataLength > 0) sum.requests++;
  });
  return sum;
}

function largestPaint(page: Page): Promise<number> {
  return page.evaluate(
    `new Promise((resolve) => new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime))
      .observe({ type: 'largest-contentful-paint', buffered: true }))`
  );
}

async function bareWords(on: Browser, url: string): Promise<string> {
  const page = await on.newPage({ locale: 'sv-SE' });
  await page.goto(url);
  const text = await page.locator('body').innerText();
  await page.close();
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><p>${escaped.split('\n').join('<p>')}`;
}

function bareOf(name: string): string {
  return name.endsWith(', bare') ? name : `${name}, bare`;
}

function figuresOf(page: string, seen: readonly Visit[], reference: readonly Visit[]): Figures {
  const lcps = (visits: readonly Visit[]) => visits.map(({ lcp }) => lcp).sort((a, b) => a - b);
  const [own, other] = [lcps(seen), lcps(reference)];
  return {
    page,
    lcp: Math.round(percentile(own, 0.5)),
    worst: Math.round(own.at(-1)!),
    ratio: Math.round((percentile(own, 0.5) / percentile(other, 0.5)) * 100) / 100,
    kilobytes: Math.round((Math.max(...seen.map(({ bytes }) => bytes)) / 1_024) * 10) / 10,
    requests: Math.max(...seen.map(({ requests }) => requests))
  };
}

function table(figures: readonly Figures[]): string {
  const head = `${NET.bits / 1e6} Mbit/s, ${NET.rtt} ms, processor ${CPU} times slower, ${ROUNDS} rounds; LCP, median, at most ${BAR} ms\n`;
  const rows = figures.map(
    ({ page, lcp, worst, ratio, kilobytes, requests }) =>
      `${page.padEnd(18)}${`${lcp} ms`.padStart(9)}  worst ${`${worst} ms`.padStart(8)}  x ${ratio.toFixed(2)} of bare  ${kilobytes.toFixed(1).padStart(6)} KB  ${requests} requests  ${lcp <= BAR ? 'within' : 'OVER'}`
  );
  return `${head}${rows.join('\n')}\n`;
}
