/** Search over a project, the way to where something stands in the report, and an answer that is erased for good. */
import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { expectAccess, expectLarger, expectNoSideways } from './access.ts';
import { clustered, demoLeader, startDemo } from './demo.ts';
import type { Demo } from './demo.ts';
import { joinMeeting, openPhone, sendCard } from './people.ts';

let demo: Demo;
test.beforeAll(async () => {
  demo = await startDemo();
});
test.afterAll(async () => {
  await demo.server.stop();
});

async function search(page: Page, text: string): Promise<void> {
  await page.getByRole('searchbox').fill(text);
  await page.getByRole('searchbox').press('Enter');
  await expect(page).toHaveURL(
    new RegExp(`/search\\?q=${encodeURIComponent(text).replaceAll('%20', '\\+')}$`)
  );
}

test('a form of a word finds the others, and the way leads to its cards', async ({ browser }) => {
  const page = await demoLeader(browser, demo);
  await clustered(page, demo);
  // What is typed before the script begins stays.
  let begin = () => {};
  const begun = new Promise<void>((resolve) => (begin = resolve));
  await page.route(/_app\/immutable\/.*\.js$/, async (route) => {
    await begun;
    await route.continue();
  });
  await page.goto(`/projects/${demo.project}`, { waitUntil: 'commit' });
  await page.getByRole('searchbox').fill('samordnarna');
  begin();
  await page.waitForLoadState('networkidle');
  await expect(page.getByRole('searchbox')).toHaveValue('samordnarna');
  await search(page, 'samordnarna');
  await expect(page.getByRole('status')).toContainText(/”samordnarna” finns på \d+ ställen\./);
  const hit = page
    .getByRole('listitem')
    .getByRole('link', { name: /^Samordnare/ })
    .first();
  await expect(hit).toContainText(/\d+ kort/);
  await expect(hit.locator('mark').first()).toHaveText('Samordnare');
  await expectAccess(page);
  await page.screenshot({ path: test.info().outputPath('found.png'), fullPage: true });
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSideways(page);
  await expectLarger(page);
  await expectAccess(page);
  await page.screenshot({ path: test.info().outputPath('found-320.png') });
  await page.setViewportSize({ width: 1366, height: 768 });
  await hit.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/review\?note=.*#word-/);
  const cards = page.getByRole('dialog');
  await expect(cards).toBeVisible();
  await expect(cards.locator('.found')).toContainText('Samordnare');
  await page.screenshot({ path: test.info().outputPath('place.png') });
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Sök', exact: true }).click();
  await expect(page.getByText('Skriv vad du letar efter.')).toBeVisible();
  await expectAccess(page);
});

test('without script, and where nothing is found, one sentence says what to do', async ({ browser }) => {
  const signedIn = await demoLeader(browser, demo);
  const context = await browser.newContext({
    javaScriptEnabled: false,
    locale: 'sv-SE',
    baseURL: demo.server.origin,
    storageState: await signedIn.context().storageState()
  });
  const page = await context.newPage();
  await page.goto(`/projects/${demo.project}/search`);
  await search(page, 'xyzzy');
  await expect(page.getByRole('status')).toContainText('Inget hittades på ”xyzzy”.');
  await search(page, 'å');
  await expect(page.getByRole('status')).toContainText('Skriv minst två bokstäver.');
  await search(page, 'visionärer');
  await page
    .getByRole('listitem')
    .getByRole('link', { name: /^Visionär/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/review\?note=.*#word-/);
  const stranger = await (await browser.newContext({ baseURL: demo.server.origin })).newPage();
  await stranger.goto(`/projects/${demo.project}/search?q=visionär`);
  await expect(stranger).toHaveURL(/\/sign-in/);
});

test('a leader erases an answer where it stands, behind a word or in the list of all: gone from report and search', async ({
  browser
}) => {
  const page = await demoLeader(browser, demo);
  await page.goto(`/projects/${demo.project}/search?q=försörjningsplanerare`);
  const hits = page.getByRole('listitem').getByRole('link', { name: /^Försörjningsplanerare/ });
  await expect(hits).not.toHaveCount(0);
  const before = await hits.count();
  await hits.first().click();
  const card = page.getByRole('dialog').locator('.found');
  await card.getByRole('button', { name: /^Radera: / }).click();
  const asked = page.getByRole('alertdialog', { name: 'Radera för gott?' });
  await expect(asked).toContainText('Det går inte att ångra.');
  await expectAccess(page);
  await page.screenshot({ path: test.info().outputPath('asked.png') });
  await expect(asked.getByRole('button', { name: 'Behåll' })).toBeFocused();
  await asked.getByRole('button', { name: 'Radera för gott' }).click();
  const done = page.getByRole('status').filter({ hasText: 'Svaret är raderat.' });
  await expect(done).toBeFocused();
  const quotes = page.getByRole('link', { name: /^Alla \d+ citat$/ }).first();
  await expect(page.getByRole('link', { name: 'Till konsolen' })).toHaveAttribute('href', /\/console$/);
  await quotes.click();
  await expect(page).toHaveURL(/\/review\/[\w-]+$/);
  const erase = page.getByRole('button', { name: /^Radera: / });
  await expect(erase.first()).toBeVisible();
  const many = await erase.count();
  const next = await erase.nth(1).getAttribute('aria-label');
  await expectAccess(page);
  await erase.first().click();
  await asked.getByRole('button', { name: 'Radera för gott' }).click();
  await expect(done).toBeVisible();
  await expect(erase).toHaveCount(many - 1);
  await expect(page.getByRole('button', { name: next! })).toBeFocused();
  await page.screenshot({ path: test.info().outputPath('list.png') });
  await page.goto(`/projects/${demo.project}/search?q=försörjningsplanerare`);
  await expect(hits).toHaveCount(before - 1);
});

test('in a running meeting: hidden first, then erased, and its author reads that it is gone', async ({
  browser
}) => {
  const page = await demoLeader(browser, demo);
  const lead = async (name: string, data: object) => {
    const answer = await page.request.post(`/api/meetings/${demo.meeting}/commands?view=leader`, {
      headers: { origin: demo.server.origin },
      data: { id: randomUUID(), name, data }
    });
    expect(await answer.json()).toMatchObject({ ok: true });
  };
  const prompt = randomUUID();
  await lead('AddPrompt', { prompt, kind: 'role-card', title: 'Vem ringer du?' });
  await lead('OpenPrompt', { prompt });
  const phone = await openPhone(browser, demo.server.origin);
  await joinMeeting(phone, demo.code, 'Berit');
  await sendCard(phone, 'Grannens hemliga nummer');
  await page.goto(`/meeting/${demo.meeting}/console`);
  await page.waitForLoadState('networkidle');
  const row = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Grannens hemliga nummer' });
  await row.hover();
  await row.getByRole('button', { name: /^Dölj: / }).click();
  await row.hover();
  await row.getByRole('button', { name: /^Radera …: / }).click();
  const asked = page.getByRole('alertdialog', { name: 'Radera för gott?' });
  await page.keyboard.press('Escape');
  await expect(asked).toBeHidden();
  await row.hover();
  await row.getByRole('button', { name: /^Radera …: / }).click();
  await page.screenshot({ path: test.info().outputPath('console.png') });
  await asked.getByRole('button', { name: 'Radera för gott' }).click();
  await expect(row).toHaveCount(0);
  await expect(phone.getByText('Den som leder har raderat ett svar som du skrev.')).toBeVisible();
  await expect(phone.getByText('Grannens hemliga nummer')).toHaveCount(0);
  await phone.reload();
  await expect(phone.getByText('Den som leder har raderat ett svar som du skrev.')).toBeVisible();
  await expectAccess(phone);
  await phone.screenshot({ path: test.info().outputPath('phone.png') });
});
