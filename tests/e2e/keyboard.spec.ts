/** A meeting without a mouse, from signing in to the end; and twenty notes in three themes by keys alone, and by taps alone. */
import { expect, test } from '@playwright/test';
import type { Browser, Locator, Page } from '@playwright/test';
import { becomeLeader, createProject, openDesk, planPrompt } from './people.ts';
import { TestServer } from './server.ts';

/** Unlike each other to any engine. */
const NOTES = [
  ...['Bjud in borgmästaren', 'Räkna brunnarna', 'Odla ärtor', 'Ring fiskarna', 'Köp en pump'],
  ...['Skriv till ministern', 'Laga taket', 'Öva i mörker', 'Fråga barnen', 'Mät saltet'],
  ...['Hyr en båt', 'Träffas varje tisdag', 'Kartlägg ledningar', 'Spara frön', 'Lyssna mer'],
  ...['Utse en samordnare', 'Dela nycklar', 'Bygg cisterner', 'Granska avtal', 'Fira segrar']
];
const THEMES = ['Mötas', 'Mäta', 'Mata'];
const NARROW = 390;

let server: TestServer;
let signedIn: Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>;
let consoleUrl: string;
test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000);
  server = await TestServer.start();
  const leader = await openDesk(browser, server.origin);
  await becomeLeader(leader, server);
  await createProject(leader, 'Vem äger vattnet?');
  await leader.getByRole('link', { name: 'Planera träffen' }).first().click();
  await leader.waitForLoadState('networkidle');
  await planPrompt(leader, 'Rollkort', 'Vem är du?', { hidden: true });
  await planPrompt(leader, 'Lappar', 'Vad gör vi?');
  await planPrompt(leader, 'Lappar', 'Vad gör vi sedan?');
  await planPrompt(leader, 'Lappar', 'Vad gör vi till sist?');
  consoleUrl = leader.url().replace(/plan$/, 'console');
  signedIn = await leader.context().storageState();
  await leader.context().close();
});
test.afterAll(() => server.stop());

/** Tab by Tab, as one who has no mouse gets there. */
async function tabTo(page: Page, target: Locator, most = 80): Promise<void> {
  for (let step = 0; step < most; step++) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) return;
  }
  throw new Error(`${String(target)} cannot be reached with the Tab key`);
}

/** Brings in texts by the dialog. */
async function bringIn(page: Page, texts: readonly string[]): Promise<void> {
  await tabTo(page, page.getByRole('button', { name: 'Klistra in eller hämta' }));
  await page.keyboard.press('Enter');
  const field = page.getByLabel('Klistra in eller skriv');
  await expect(field).toBeFocused();
  await page.keyboard.insertText(texts.join('\n'));
  await tabTo(page, page.getByRole('button', { name: /^Lägg in \d+ svar/ }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

function sums(page: Page): Promise<string[]> {
  return page.getByRole('button', { name: /^Ändra temat/ }).allInnerTexts();
}

test('a whole meeting by keyboard alone', async ({ browser }) => {
  test.setTimeout(240_000);
  const page = await openDesk(browser, server.origin);
  const wall = await openDesk(browser, server.origin);

  await test.step('in', async () => {
    await page.goto('/sign-in');
    await tabTo(page, page.getByLabel('E-post'));
    await page.keyboard.type('karin@example.org');
    await tabTo(page, page.getByLabel('Lösenord'));
    await page.keyboard.type('en mening att minnas');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Dina lärprojekt' })).toBeVisible();
    await tabTo(page, page.getByRole('link', { name: 'Vem äger vattnet?' }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('link', { name: /Till konsolen|Led träffen/ }).first());
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/console$/);
    await page.waitForLoadState('networkidle');
  });

  await page.keyboard.press('o');
  await wall.goto((await page.getByRole('link', { name: 'Öppna väggen' }).first().getAttribute('href'))!);
  await page.keyboard.press('o');
  await expect(wall.getByRole('img', { name: /Vem är du\?/ })).toBeVisible();

  await test.step('cards come in, one is shown, then all', async () => {
    await bringIn(page, ['Nav', 'Lots', 'Blåslampa', 'Dörröppnare']);
    await expect(wall.getByRole('img', { name: /4 kort/ })).toBeVisible();
    await page.keyboard.press('/');
    await page.keyboard.type('lots');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Visa på väggen: Lots' })).toBeFocused();
    await page.keyboard.press('e');
    await expect(wall.getByText('Lots')).toBeVisible();
    expect(await wall.content()).not.toContain('Blåslampa');
    await page.keyboard.press('v');
    await expect(wall.getByText('Blåslampa').first()).toBeAttached();
  });

  await test.step('one stands in the spotlight', async () => {
    await page.keyboard.press('l');
    await expect(wall.getByText('Blåslampa')).toHaveCount(0);
    // The same key means the contrary only once the console has been told, too.
    await expect(page.getByRole('button', { name: /^Släck/ }).first()).toBeAttached();
    await page.keyboard.press('l');
    await expect(wall.getByText('Blåslampa').first()).toBeAttached();
    await page.keyboard.press('/');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  });

  await test.step('every view has its key', async () => {
    for (const [key, tab] of Object.entries({ 2: 'Grupper', 3: 'Vägg', 4: 'Lista', 1: 'Flöde' })) {
      await page.keyboard.press(key);
      await expect(page.getByRole('tab', { name: tab, selected: true })).toBeVisible();
    }
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Tangenter' })).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('on, back, and undone', async () => {
    await page.keyboard.press('s');
    await page.keyboard.press('n');
    await expect(page.getByRole('heading', { level: 1, name: 'Vad gör vi?' })).toBeVisible();
    await page.keyboard.press('b');
    await expect(page.getByRole('heading', { level: 1, name: 'Vem är du?' })).toBeVisible();
    await page.keyboard.press('z');
    await expect(page.getByRole('heading', { level: 1, name: 'Vad gör vi?' })).toBeVisible();
  });

  await test.step('twenty notes in three themes', async () => {
    await bringIn(page, NOTES);
    await page.keyboard.press('2');
    await expect(page.getByRole('heading', { name: 'Utan tema, 20 lappar' })).toBeVisible();
    await page.keyboard.press('Tab');
    for (let at = 0; at < 80; at++) {
      if (await page.evaluate(() => document.activeElement?.matches('[data-drag]'))) break;
      await page.keyboard.press('Tab');
    }
    for (let at = 0; at < NOTES.length; at++) {
      const theme = THEMES[at % THEMES.length]!;
      await expect(page.locator('[data-drag]:focus')).toBeVisible();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('combobox', { name: 'Sök efter ett tema' })).toBeFocused();
      await page.keyboard.type(theme);
      await page.keyboard.press('Enter');
      const left = NOTES.length - at - 1;
      const title = left === 1 ? 'Utan tema, 1 lapp' : `Utan tema, ${left} lappar`;
      await expect(page.getByRole('heading', { name: title })).toBeVisible();
    }
    expect((await sums(page)).map((text) => text.replace(/\s+/g, ' '))).toEqual([
      'Mötas 7',
      'Mäta 7',
      'Mata 6'
    ]);
  });

  await test.step('to the end of the day', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('s');
    await expect(page.getByText('Stängd.', { exact: true })).toBeVisible();
    const ask = page.getByRole('alertdialog', { name: 'Avsluta träffen för alla?' });
    await page.keyboard.press('a');
    await expect(ask.getByRole('button', { name: 'Fortsätt träffen' })).toBeFocused();
    await page.keyboard.press('a');
    await page.keyboard.press('Escape');
    await expect(ask).toBeHidden();
    await expect(wall.getByText('Tack för i dag!')).toHaveCount(0);
    await page.keyboard.press('a');
    await page.keyboard.press('Enter');
    await expect(ask).toBeHidden();
    await expect(wall.getByText('Tack för i dag!')).toHaveCount(0);
    await page.keyboard.press('a');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(wall.getByText('Tack för i dag!')).toBeVisible();
    await page.keyboard.press('z');
    await expect(page.getByText('Träffen är avslutad')).toHaveCount(0);
  });
});

for (const [width, question] of [
  [NARROW, 'Vad gör vi sedan?'],
  [820, 'Vad gör vi till sist?']
] as const) {
  test(`twenty notes in three themes by taps alone, ${width} px wide`, async ({ browser }) => {
    const page = await touchPage(browser, width);
    await page.goto(consoleUrl);
    await page.waitForLoadState('networkidle');
    const start = page.getByRole('button', { name: /^Öppna träffen/ });
    if (await start.isVisible()) await start.tap();
    await page.getByRole('navigation', { name: 'Dagordning' }).getByText(question, { exact: true }).tap();
    await page.getByRole('button', { name: 'Klistra in eller hämta' }).tap();
    await page.getByLabel('Klistra in eller skriv').fill(NOTES.join('\n'));
    await page.getByRole('button', { name: 'Lägg in 20 svar' }).tap();
    await page.getByRole('tab', { name: 'Grupper' }).tap();
    await expect(page.getByRole('heading', { name: 'Utan tema, 20 lappar' })).toBeVisible();
    const slips = page.getByRole('list', { name: 'Ord' }).getByRole('button', { name: /^Flytta/ });
    for (let at = 0; at < NOTES.length; at++) {
      const theme = THEMES[at % THEMES.length]!;
      await slips.first().tap();
      if (at < THEMES.length) {
        await page.getByRole('option', { name: 'Nytt tema ...' }).tap();
        await page.getByLabel('Temats namn').fill(theme);
        await page.getByRole('dialog').getByRole('button').first().tap();
      } else await page.getByRole('option', { name: new RegExp(`^${theme}`) }).tap();
      await expect(slips).toHaveCount(NOTES.length - at - 1);
    }
    expect((await sums(page)).map((text) => text.replace(/\s+/g, ' '))).toEqual([
      'Mötas 7',
      'Mäta 7',
      'Mata 6'
    ]);
    await page.context().close();
  });
}

async function touchPage(browser: Browser, width: number): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 844 },
    hasTouch: true,
    isMobile: true,
    locale: 'sv-SE',
    baseURL: server.origin,
    storageState: signedIn
  });
  return context.newPage();
}
