/** The report of a meeting: its wall as everybody saw it, each word a way to its cards, and the files that one takes home. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
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

/** The finished meeting in which 118 role cards were written. */
async function openReview(browser: Browser): Promise<Page> {
  const page = await demoLeader(browser, demo);
  await page.goto(`/projects/${demo.project}`);
  const links = page.locator('a[href$="/review"]');
  const path = (await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')))).at(-1)!;
  await page.goto(path);
  await expect(page.getByRole('heading', { name: 'Vem är du?', exact: true })).toBeVisible();
  return page;
}

const word = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name}\\b`) });
const cards = (page: Page) => page.getByRole('dialog');

test('each word of the picture opens its cards, where it stands; by keyboard alone too', async ({
  browser
}) => {
  const page = await openReview(browser);
  const drawn = page.locator('svg text', { hasText: /^Samordnare$/ });
  const samordnare = word(page, 'Samordnare').first();
  const [box, letters] = [await samordnare.boundingBox(), await drawn.boundingBox()];
  expect(Math.abs(box!.x - letters!.x)).toBeLessThan(8);
  // Its count stands behind it.
  expect(box!.width).toBeGreaterThan(letters!.width - 8);
  await expectAccess(page);
  await expect(samordnare).toHaveAccessibleName(/^Samordnare\s+\d+\s+kort$/);
  await samordnare.click();
  await expect(cards(page)).toContainText('Ser till att tre telefonlistor blir en.');
  await page.keyboard.press('Escape');
  await expect(cards(page)).toBeHidden();
  await expect(samordnare).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(cards(page)).toBeVisible();
  await expectAccess(page);
  await page.keyboard.press('Escape');
  await page.getByText('Visa som lista').click();
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Försörjningsplanerare' })
    .getByRole('button')
    .last()
    .click();
  await expect(cards(page)).toContainText('Vem äter vad, i tre veckor?');
  await expectAccess(page);
});

test('on a phone the words flow, and nothing runs out sideways', async ({ browser }) => {
  const page = await openReview(browser);
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 640 });
    await expectNoSideways(page);
    await expect(page.locator('svg text', { hasText: /^Samordnare$/ })).toBeHidden();
    const { height, width: wide } = (await word(page, 'Samordnare').first().boundingBox())!;
    expect(height).toBeGreaterThanOrEqual(44);
    expect(wide).toBeGreaterThan(90);
    await expectAccess(page);
  }
  await word(page, 'Samordnare').first().click();
  await expect(cards(page)).toContainText('Ser till att tre telefonlistor blir en.');
});

test('on paper the wall is the picture, uncut below its question, however narrow the sheet', async ({
  browser
}) => {
  const page = await openReview(browser);
  await page.setViewportSize({ width: 690, height: 900 });
  await page.emulateMedia({ media: 'print' });
  const drawn = page.locator('svg text', { hasText: /^Samordnare$/ });
  await expect(drawn).toBeVisible();
  await expect(word(page, 'Samordnare')).toHaveCount(0);
  const uncut = page.locator('section', { has: drawn });
  expect(await uncut.evaluate((section) => getComputedStyle(section).breakInside)).toBe('avoid');
  await expect(uncut).toContainText('Vem är du när maten tar slut?');
});

test('how the wall grew is shown when it is asked for', async ({ browser }) => {
  const page = await openReview(browser);
  const walls = page.locator('main svg', { has: page.locator('text') });
  await expect(walls).toHaveCount(1);
  await page.getByText('Se väggen växa fram').click();
  await expect(walls).toHaveCount(2);
  await expect(page.getByRole('slider').first()).toBeVisible();
  await expectAccess(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSideways(page);
});

test('the wall is taken home as SVG, PNG and PDF', async ({ browser }) => {
  const page = await openReview(browser);
  const files = new Map<string, Buffer>();
  for (const ending of ['SVG', 'PNG', 'PDF']) {
    await page.getByRole('button', { name: 'Ta med ut' }).click();
    const coming = page.waitForEvent('download');
    await page.getByRole('link', { name: `${ending}: Vem är du när maten tar slut?` }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toBe(
      `Träff 2, Vem är du när maten tar slut.${ending.toLowerCase()}`
    );
    files.set(ending, readFileSync(await download.path()));
  }
  const svg = await page.evaluate((text) => {
    const read = new DOMParser().parseFromString(text, 'image/svg+xml');
    const told = (name: string) => read.querySelector(`svg > ${name}`)?.textContent;
    return { title: told('title'), desc: told('desc'), broken: read.querySelector('parsererror') !== null };
  }, files.get('SVG')!.toString());
  expect(svg).toMatchObject({ title: 'Vem är du när maten tar slut?', broken: false });
  expect(svg.desc).toMatch(/^Samordnare \(\d+\), .*Larmklocka \(1\)/);
  const png = files.get('PNG')!;
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([3840, 2000]);
  const pdf = files.get('PDF')!.toString('latin1');
  expect(pdf).toMatch(/^%PDF-1\.7/);
  expect(pdf).toMatch(/\/Lang \(sv\)/);
  expect(pdf).toMatch(/\/MediaBox \[0 0 1440 750\]/);
  // Its own strings are UTF-16; what is told of it is XML.
  expect(files.get('PDF')!.toString()).toMatch(
    /<dc:title>[^]*Vem är du när maten tar slut\?[^]*<\/dc:title>/
  );
});

test('what else has a picture is taken home from the same list, which fits a phone', async ({ browser }) => {
  const page = await openReview(browser);
  await page.goto(`/projects/${demo.halfway}`);
  await page
    .getByRole('listitem')
    .filter({ hasText: '2. Vem är du?' })
    .locator('a[href$="/review"]')
    .last()
    .click();
  await expect(page).toHaveURL(/\/review/);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.getByRole('button', { name: 'Ta med ut' }).click();
  const pictures = page.getByRole('list', { name: 'Bilder' });
  await expect(pictures.getByRole('listitem')).toHaveCount(4);
  const last = page.getByRole('link', { name: 'PNG: Vilka vill du ha om ett år?' });
  await last.scrollIntoViewIfNeeded();
  await expect(last).toBeInViewport();
  await expectAccess(page);
  await page.screenshot({ path: test.info().outputPath('menu.png') });
  const coming = page.waitForEvent('download');
  await last.click();
  const png = readFileSync(await (await coming).path());
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect(png.readUInt32BE(16)).toBe(2000);
});

test('who may not review gets no picture either, and what has no wall has no file', async ({
  browser,
  request
}) => {
  const page = await openReview(browser);
  const file = (name: string) => page.url().replace('/review', `/export/${name}`);
  for (const name of ['csv', 'svg', 'png', 'pdf']) {
    const answer = await request.get(file(name), { maxRedirects: 0 });
    expect([name, answer.status()]).toEqual([name, 303]);
    expect(answer.headers().location).toContain('/sign-in');
    const elsewhere = await page.request.get(file(name).replace(/meeting\/[\w-]+/, 'meeting/nowhere'));
    expect([name, elsewhere.status()]).toEqual([name, 404]);
  }
  const quotes = await page.locator('main section[id^="prompt-"]').nth(1).getAttribute('id');
  for (const prompt of [quotes!.replace('prompt-', ''), 'nowhere']) {
    expect((await page.request.get(`${file('png')}?prompt=${prompt}`)).status()).toBe(404);
  }
  expect((await page.request.get(file('gif'))).status()).toBe(404);
});
