/** What one takes away from a meeting: one menu, files made in the background, called off, and kept from others. */
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

/** The finished meeting with the largest wall. */
async function openReview(browser: Browser): Promise<Page> {
  const page = await demoLeader(browser, demo);
  await page.goto(`/projects/${demo.project}`);
  const links = page.locator('a[href$="/review"]');
  const path = (await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')))).at(-1)!;
  await page.goto(path);
  await expect(page.getByRole('button', { name: 'Ta med ut' })).toBeVisible();
  return page;
}

const menu = (page: Page) => page.getByRole('button', { name: 'Ta med ut' });
const offered = (page: Page, name: string) =>
  page.getByRole('link', { name: new RegExp(`^${name}\\b`) }).first();

test('the meeting is taken away as PDF and DOCX, by keyboard alone', async ({ browser }) => {
  const page = await openReview(browser);
  for (const [name, begins] of [
    ['PDF', '%PDF-1.7'],
    ['DOCX', 'PK']
  ] as const) {
    await menu(page).focus();
    await page.keyboard.press('Enter');
    await expectAccess(page);
    await offered(page, name).focus();
    const coming = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    const download = await coming;
    expect(download.suggestedFilename()).toBe(`Träff 2, Vem är du.${name.toLowerCase()}`);
    expect(readFileSync(await download.path(), 'latin1').slice(0, begins.length)).toBe(begins);
    await expect(menu(page)).toBeFocused();
  }
});

test('what takes longer is told with how far it is, on a phone too, and can be called off', async ({
  browser
}) => {
  const page = await openReview(browser);
  await page.setViewportSize({ width: 320, height: 640 });
  const ended: string[] = [];
  await page.route('**/files/*', (route) => {
    if (route.request().method() === 'GET') return route.fulfill({ json: { state: 'making', part: 0.4 } });
    ended.push(route.request().method());
    return route.continue();
  });
  await menu(page).click();
  await expectNoSideways(page);
  await offered(page, 'DOCX').click();
  const bar = page.getByRole('progressbar', { name: 'DOCX, hur långt den har kommit' });
  await expect(bar).toHaveJSProperty('value', 0.4);
  await expect(page.getByRole('status').filter({ hasText: 'DOCX görs' })).toBeVisible();
  await expectNoSideways(page);
  await expectAccess(page);
  const cancel = page.getByRole('button', { name: 'Avbryt DOCX' });
  expect((await cancel.boundingBox())!.height).toBeGreaterThanOrEqual(44);
  await cancel.click();
  await expect(bar).toHaveCount(0);
  await expect(page.getByRole('status').filter({ hasText: 'DOCX avbröts' })).toBeVisible();
  await expect(menu(page)).toBeFocused();
  await expect.poll(() => ended).toEqual(['DELETE']);
});

test('a file is for whoever asked for it, from a page of ours', async ({ browser, request }) => {
  const page = await openReview(browser);
  const own = page.url().replace('/review', '/export/report/pdf');
  const begin = (headers: Record<string, string>) => page.request.post(own, { headers });
  expect((await begin({ origin: 'https://elsewhere.example' })).status()).toBe(403);
  expect((await begin({})).status()).toBe(403);
  const { id } = (await (await begin({ origin: demo.server.origin })).json()) as { id: string };
  const file = `${demo.server.origin}/files/${id}`;
  expect((await request.get(file)).status()).toBe(401);
  expect((await request.post(own, { headers: { origin: demo.server.origin } })).status()).toBe(401);
  await expect
    .poll(async () => ((await (await page.request.get(file)).json()) as { state: string }).state)
    .toBe('ready');
  expect((await request.get(`${file}/file`)).status()).toBe(401);
  const answer = await page.request.get(`${file}/file`);
  expect(answer.headers()['content-type']).toBe('application/pdf');
  expect((await page.request.delete(file)).status()).toBe(403);
  expect((await page.request.delete(file, { headers: { origin: demo.server.origin } })).status()).toBe(200);
  expect((await page.request.get(file)).status()).toBe(404);
  // Without a script the link itself waits for the file.
  const waited = await page.request.get(own);
  expect((await waited.body()).subarray(0, 8).toString()).toBe('%PDF-1.7');
  expect((await page.request.get(own.replace('pdf', 'odt'))).status()).toBe(404);
});
