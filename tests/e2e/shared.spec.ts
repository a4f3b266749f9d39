/** A documentation that is shared: by a link, without account, script or cookie, for as long as the link holds; and printed. */
import { expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { expectAccess, expectLarger, expectNoSideways } from './access.ts';
import { demoLeader, startDemo } from './demo.ts';
import type { Demo } from './demo.ts';

let demo: Demo;
let leader: Page;
test.beforeAll(async ({ browser }) => {
  demo = await startDemo();
  leader = await demoLeader(browser, demo);
});
test.afterAll(async () => {
  await demo.server.stop();
});

const documentation = () => `/projects/${demo.halfway}/documentation`;

async function makeLink(label: string): Promise<string> {
  await leader.goto(`${documentation()}/sharing`);
  await leader.getByLabel('För vem?').fill(label);
  await leader.getByLabel('En vecka').check();
  await leader.getByRole('button', { name: 'Skapa länken' }).click();
  await expect(leader.getByText(`Länken är klar: ${label}.`)).toBeVisible();
  return leader.getByLabel('Länken', { exact: true }).inputValue();
}

/** A browser that nobody has signed in with, and in which no script runs. */
async function openStranger(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    locale: 'sv-SE',
    baseURL: demo.server.origin
  });
  return context.newPage();
}

test('whoever has the link reads, until it is taken back', async ({ browser }) => {
  const url = await makeLink('Styrgruppen');
  await expectAccess(leader);
  const stranger = await openStranger(browser);
  const answer = (await stranger.goto(url))!;
  const headers = answer.headers();
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow'
  });
  expect(await stranger.context().cookies()).toEqual([]);
  await expect(stranger.getByRole('heading', { level: 1, name: /^Vilken roll har en region/ })).toBeVisible();
  await stranger.getByRole('navigation').getByRole('link', { name: 'Rollmolnet' }).click();
  await expect(stranger.locator('h2:target')).toHaveText('Rollmolnet');
  // Behind a word of the wall stand its cards.
  await stranger.getByText('Korten bakom orden').first().click();
  const words = stranger.locator('details[open]');
  await expect(words.locator('dt').first()).toBeVisible();
  expect(await words.locator('dd li').count()).toBeGreaterThan(10);
  expect(await answer.text()).not.toContain('<script');
  // What is ours is read out in the reader's language, what the project writes in its own.
  const english = await (await browser.newContext({ locale: 'en-GB', javaScriptEnabled: false })).newPage();
  await english.goto(url);
  const spoken = (name: string) =>
    english.getByText(name).first().locator('xpath=ancestor-or-self::*[@lang][1]');
  await expect(spoken('Take the documentation home')).toHaveAttribute('lang', 'en');
  await expect(spoken('Rollmolnet')).toHaveAttribute('lang', 'sv');

  await leader.goto(`${documentation()}/sharing`);
  await leader.locator('summary', { hasText: 'Återkalla: Styrgruppen' }).click();
  await expectAccess(leader);
  await leader.getByRole('button', { name: /^Ja, återkalla\s?: Styrgruppen$/ }).click();
  await expect(leader.getByText('Återkallad.')).toBeVisible();
  for (const gone of [url, `${url.slice(0, -1)}x`, `${url}/export/html`]) {
    const refused = (await stranger.goto(gone))!;
    expect(refused.status()).toBe(404);
    expect(refused.headers()['referrer-policy']).toBe('no-referrer');
    await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('Länken gäller inte längre');
    await expect(stranger.getByText('Be den som gav dig länken om en ny.')).toBeVisible();
  }
});

test('at every width it can be read, and with larger letters', async ({ browser }) => {
  const url = await makeLink('Alla');
  const context = await browser.newContext({ locale: 'sv-SE' });
  const page = await context.newPage();
  await page.goto(url);
  await expectAccess(page);
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 640 });
    await expectNoSideways(page);
    await expectAccess(page);
  }
  await expectLarger(page);
  for (const path of ['sharing', 'versions']) {
    await leader.setViewportSize({ width: 320, height: 640 });
    await leader.goto(`${documentation()}/${path}`);
    await expectNoSideways(leader);
    await expectAccess(leader);
  }
  await leader.setViewportSize({ width: 1366, height: 768 });
});

test('its files are taken home by the same link', async ({ browser, request }) => {
  const url = await makeLink('Press');
  const stranger = await openStranger(browser);
  await stranger.goto(url);
  for (const name of ['HTML', 'Markdown']) {
    const path = await stranger.getByRole('link', { name }).getAttribute('href');
    const file = await request.get(demo.server.origin + path!);
    expect(file.headers()['content-disposition']).toMatch(/^attachment/);
    expect(await file.text()).toContain('Samordnare');
  }
});

test('on paper the wall has a lying page of its own, uncut, and nothing is left of the interface', async ({
  browser
}) => {
  const url = await makeLink('Papper');
  const context = await browser.newContext({ locale: 'sv-SE' });
  const page = await context.newPage();
  await page.goto(url);
  await page.emulateMedia({ media: 'print' });
  const wall = page.locator('figure.spread').first();
  const styles = await wall.evaluate((figure) => {
    const { page, breakInside } = getComputedStyle(figure) as CSSStyleDeclaration & { page: string };
    return { page, breakInside };
  });
  expect(styles).toEqual({ page: 'spread', breakInside: 'avoid' });
  await expect(page.getByText('Korten bakom orden').first()).toBeHidden();
  await expect(page.getByText('Ta med dokumentationen:')).toBeHidden();
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
    ([, width, height]) => (Number(width) > Number(height) ? 'lying' : 'standing')
  );
  expect(boxes).toContain('standing');
  // A page for each of its walls, and no more.
  expect(boxes.filter((box) => box === 'lying')).toHaveLength(await page.locator('figure.spread').count());
});

test('a version is kept, read with what has changed since, and brought back', async () => {
  await leader.goto(`${documentation()}/versions`);
  await leader.getByLabel('Namn på versionen').fill('Skickad på remiss');
  await leader.getByRole('button', { name: 'Spara som version' }).click();
  await leader.getByRole('link', { name: 'Skickad på remiss' }).click();
  await expect(leader.getByText('Det här är vad som står i dokumentationen nu.')).toBeVisible();
  await expect(leader.getByRole('heading', { name: 'Rollmolnet' })).toBeVisible();
  await expectAccess(leader);
});
