/** The report in parts: filtered, beside another, in full, and once more from the beginning. */
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

async function expectNarrow(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSideways(page);
  await expectAccess(page);
}

test('the report is filtered by organisation and by kind, says so, and is whole again', async ({
  browser
}) => {
  const page = await openReview(browser);
  const contents = page.getByRole('navigation', { name: 'Träffen i korthet' });
  await expect(contents.getByRole('listitem').first()).toContainText(/Samordnare \d+/);
  // What is chosen before the page's script has begun stands when it has.
  let begin = () => {};
  const chosen = new Promise<void>((resolve) => (begin = resolve));
  await page.route('**/*.js', async (route) => {
    await chosen;
    await route.continue();
  });
  await page.reload({ waitUntil: 'commit' });
  const kinds = page.getByRole('combobox', { name: 'Slags aktör' });
  await kinds.selectOption('Regioner');
  begin();
  await page.waitForLoadState('networkidle');
  await expect(kinds).toHaveValue('region');
  await page.unroute('**/*.js');
  await page.getByRole('button', { name: 'Visa', exact: true }).click();
  await expect(page).toHaveURL(/kind=region/);
  await expect(page.getByText('Bara svar från Regioner.')).toBeVisible();
  await expect(page.getByText(/^Från regioner var \d+ personer på plats\. Därifrån kom /)).toBeVisible();
  await page.getByRole('button', { name: 'Ta med ut' }).click();
  await expect(page.getByText('Filerna innehåller hela träffen')).toBeVisible();
  await page.keyboard.press('Escape');
  const wall = page.locator('section.wall');
  await expect(wall).toContainText(/\d+ av \d+ svar\./);
  await expect(wall.getByRole('button', { name: /^Samordnare/ }).first()).toBeVisible();
  // A part of the cards is no wall that anybody saw.
  await expect(page.locator('main svg text')).toHaveCount(0);
  await expectAccess(page);
  await expectNarrow(page);
  await page.getByRole('link', { name: 'Visa alla svar' }).click();
  await expect(page.getByText('Bara svar från')).toHaveCount(0);
  await expect(kinds).toHaveValue('');
  await page.goto(`${page.url().replace(/[?#].*/, '')}?organisation=Region+Ingenstans`);
  await expect(page.getByText('Inga svar här kommer från Region Ingenstans')).toBeVisible();
});

test('all answers of a step in the order of one’s choice; without script too', async ({ browser }) => {
  const page = await openReview(browser);
  await page
    .getByRole('link', { name: /^Alla \d+ citat$/ })
    .first()
    .click();
  await expect(page.getByText(/^Får stå (med|utan)/).first()).toBeVisible();
  await page.getByRole('link', { name: 'Efter organisation' }).click();
  await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible();
  await expectAccess(page);
  await expectNarrow(page);
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState()
  });
  const bare = await plain.newPage();
  await bare.goto(page.url().replace(/\/review\/.*/, '/review'));
  await bare.getByRole('combobox', { name: 'Slags aktör' }).selectOption('Regioner');
  await bare.getByRole('button', { name: 'Visa', exact: true }).click();
  await expect(bare.getByText('Bara svar från Regioner.')).toBeVisible();
  await plain.close();
});

test('two kinds of actors are compared in words, drawn and as a table', async ({ browser }) => {
  const page = await openReview(browser);
  await page.getByRole('link', { name: 'Jämför', exact: true }).click();
  await page.getByRole('combobox', { name: 'Ena sidan' }).selectOption({ label: 'Regioner' });
  await page.getByRole('combobox', { name: 'Andra sidan' }).selectOption({ label: 'Myndigheter' });
  await page.getByRole('button', { name: 'Jämför' }).click();
  await expect(page.getByText(/^Regioner: \d+ rollkort\. Myndigheter: \d+ rollkort\.$/)).toBeVisible();
  await expect(page.getByText(/^Bara hos regionerna: /)).toBeVisible();
  await page.getByText('Visa som tabell').click();
  const row = page.getByRole('row', { name: /^Samordnare/ });
  await expect(row).toBeVisible();
  await expectAccess(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.reload();
  await expect(row).toBeVisible();
  await expectNarrow(page);
});

test('the meeting is gone through by keyboard, from before it began to its end', async ({ browser }) => {
  const page = await openReview(browser);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.getByRole('link', { name: 'Spela upp träffen' }).click();
  const slider = page.getByRole('slider', { name: 'Tidpunkt på träffen' });
  await expect(slider).toHaveAttribute('aria-valuetext', /Träffen avslutades/);
  // Nothing plays by itself, nor can be made to.
  await expect(page.getByRole('button', { name: 'Spela upp' })).toHaveCount(0);
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(slider).toHaveAttribute('aria-valuetext', 'Före början');
  await expect(page.getByText('Ingen fråga har öppnats än.')).toBeVisible();
  for (let step = 0; step < 6; step++) await page.keyboard.press('ArrowRight');
  await expect(slider).toHaveValue('6');
  await expect(page.getByRole('region', { name: 'Så såg det ut då' })).toContainText('Frågan är öppen.');
  await expectAccess(page);
  await page.getByRole('button', { name: 'Nästa händelse' }).click();
  await expect(slider).not.toHaveValue('6');
  await expectNarrow(page);
  await page
    .getByRole('link', { name: /Öppnades: / })
    .last()
    .click();
  await expect(slider).toHaveAttribute('aria-valuetext', /Öppnades: /);
});
