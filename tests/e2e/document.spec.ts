/** A meeting as a file to read: one page that needs nothing else, and the picture of each step. */
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { expectAccess, expectNoSideways } from './access.ts';
import { demoLeader, startDemo } from './demo.ts';
import type { Demo } from './demo.ts';

let demo: Demo;
test.beforeAll(async () => {
  demo = await startDemo();
});
test.afterAll(async () => {
  await demo.server.stop();
});

/** What a meeting left, and where its files are. */
interface Kept {
  address: string;
  prompts: { id: string; kind: string; title: string }[];
}

/** Of the leader’s projects, all meetings that left something, the fullest first. */
async function meetings(page: Page): Promise<Kept[]> {
  const hrefs = (selector: string) =>
    page
      .locator(selector)
      .evaluateAll((all) => all.map((one) => new URL((one as HTMLAnchorElement).href).pathname));
  const projects = new Set(
    (await hrefs('a[href^="/projects/"]')).filter((path) => /^\/projects\/[\w-]+$/.test(path))
  );
  const found = new Set<string>();
  for (const project of projects) {
    await page.goto(project);
    for (const path of await hrefs('a[href$="/review"]')) found.add(path.replace('/review', '/export'));
  }
  const all = await Promise.all(
    [...found].map(async (path) => {
      const address = demo.server.origin + path;
      const answer = await page.request.get(`${address}/json`);
      return { address, prompts: answer.ok() ? ((await answer.json()) as Kept).prompts : [] };
    })
  );
  return all.filter(({ prompts }) => prompts.length > 0).sort((a, b) => b.prompts.length - a.prompts.length);
}

test('each meeting is one HTML file that asks for nothing, and can be read by all', async ({ browser }) => {
  const leader = await demoLeader(browser, demo);
  const all = await meetings(leader);
  expect(new Set(all.flatMap(({ prompts }) => prompts.map(({ kind }) => kind))).size).toBeGreaterThan(7);
  const context = await browser.newContext({ locale: 'sv-SE' });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  for (const { address } of all) {
    const answer = await leader.request.get(`${address}/html`);
    expect(answer.headers()).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-disposition': expect.stringMatching(/^attachment; .*\.html/) as string
    });
    const html = await answer.text();
    await page.setContent(html);
    expect(await page.title()).toMatch(/^Träff \d/);
    await expect(page.locator('h1')).toHaveCount(1);
    await page.setViewportSize({ width: 320, height: 600 });
    await expectNoSideways(page);
    await page.setViewportSize({ width: 1280, height: 800 });
    // One of them stands for all: it takes a while.
    if (address === all[0]!.address) await expectAccess(page);
  }
  expect(asked).toEqual([]);
  await context.close();
  await leader.close();
});

test('a step’s picture is taken home in print size; one that has none is not there', async ({ browser }) => {
  const leader = await demoLeader(browser, demo);
  const all = await meetings(leader);
  const pictured = ['milestone', 'perspective', 'actor', 'choice'];
  for (const kind of pictured) {
    const { address, prompt } = all
      .flatMap(({ address, prompts }) => prompts.map((prompt) => ({ address, prompt })))
      .find(({ prompt }) => prompt.kind === kind)!;
    const file = async (format: string) => leader.request.get(`${address}/${format}?prompt=${prompt.id}`);
    const svg = await (await file('svg')).text();
    expect(svg).toContain(`<title id="wall-title">${prompt.title}</title>`);
    const png = await (await file('png')).body();
    expect(png.readUInt32BE(16)).toBe(2_000);
    expect((await (await file('pdf')).body()).subarray(0, 5).toString()).toBe('%PDF-');
  }
  const { address, prompts } = all.find((one) => one.prompts.some(({ kind }) => kind === 'quote'))!;
  const quotes = prompts.find(({ kind }) => kind === 'quote')!;
  expect((await leader.request.get(`${address}/svg?prompt=${quotes.id}`)).status()).toBe(404);
  await leader.close();
});
