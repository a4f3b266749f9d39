/** The board by keyboard alone: walk, open, move, merge, break out, rename, undo; and that it lies still meanwhile. */
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { bringCrowd, crowdWrites, demoLeader, startDemo } from './demo.ts';
import type { Demo, Guest } from './demo.ts';

/** Unlike each other to any engine. */
const WORDS = [
  ...Array<string>(6).fill('Nav'),
  ...Array<string>(2).fill('nav'),
  ...Array<string>(5).fill('Visionär'),
  ...Array<string>(4).fill('Blåslampa'),
  ...Array<string>(3).fill('Finansiär')
];
let demo: Demo;
let crowd: Guest[];
test.beforeAll(async () => {
  demo = await startDemo();
  crowd = await bringCrowd(demo, 20);
  await crowdWrites(crowd, WORDS);
});
test.afterAll(async () => {
  for (const { socket } of crowd) socket.close();
  await demo.server.stop();
});

/** The console with its board, reached by keys. */
async function openBoard(page: Page): Promise<void> {
  await page.goto(`/meeting/${demo.meeting}/console`);
  await page.waitForLoadState('networkidle');
  await page.keyboard.press('2');
  await expect(slip(page, 'Nav', 8)).toBeVisible();
}

function slip(page: Page, label: string, count: number) {
  return page.getByRole('button', { name: `Flytta ${label}, ${count} kort` });
}

/** From the tabs into the words, as one who has no mouse gets there. */
async function walkInto(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Grupper' }).focus();
  for (let step = 0; step < 12; step++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement?.matches('[data-stop]'))) return;
  }
  throw new Error('the words cannot be reached with the Tab key');
}

test('the board by keyboard alone', async ({ browser }) => {
  const page = await demoLeader(browser, demo);
  await openBoard(page);

  await test.step('one tab stop, then the arrow keys', async () => {
    await walkInto(page);
    await expect(slip(page, 'Nav', 8)).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(slip(page, 'Visionär', 5)).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(slip(page, 'Blåslampa', 4)).toBeFocused();
  });

  await test.step('Escape closes the menu, and the focus is where it was', async () => {
    await page.keyboard.press('Enter');
    await expect(page.getByRole('combobox', { name: 'Sök efter ett ord' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(slip(page, 'Blåslampa', 4)).toBeFocused();
  });

  await test.step('search and Enter merge two words; the focus goes to a neighbour', async () => {
    await page.keyboard.press('Enter');
    await page.keyboard.type('visi');
    await expect(page.getByRole('option').first()).toHaveText(/Visionär/);
    await page.keyboard.press('Enter');
    await expect(slip(page, 'Visionär', 9)).toBeVisible();
    await expect(
      page.getByRole('status').getByText('Blåslampa ligger nu under Visionär, 9 kort.')
    ).toBeAttached();
    await expect(page.locator('[data-stop]:focus')).toBeVisible();
  });

  await test.step('two cards are chosen and broken out', async () => {
    await slip(page, 'Visionär', 9).focus();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('button', { name: 'Korten i Visionär' })).toBeFocused();
    await page.keyboard.press('Enter');
    const cards = page.getByRole('checkbox', { name: 'Välj kortet Blåslampa' });
    await expect(cards).toHaveCount(4);
    for (const card of [cards.nth(0), cards.nth(1)]) {
      await card.focus();
      await page.keyboard.press('Space');
    }
    await page.getByRole('button', { name: 'Bryt ut valda' }).focus();
    await page.keyboard.press('Enter');
    await expect(slip(page, 'Blåslampa', 2)).toBeVisible();
    await expect(slip(page, 'Visionär', 7)).toBeVisible();
  });

  await test.step('a card says why it lies where it lies, and moves alone', async () => {
    const card = page.getByRole('button', { name: 'Flytta kortet Blåslampa' }).first();
    await expect(card).toHaveAccessibleDescription('Lagt här för hand.');
    await card.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('blås');
    await page.keyboard.press('Enter');
    await expect(slip(page, 'Blåslampa', 3)).toBeVisible();
  });

  await test.step('a word gets another name', async () => {
    await slip(page, 'Finansiär', 3).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('Ordet')).toBeFocused();
    await page.keyboard.type('Den som har kassan');
    await page.keyboard.press('Enter');
    await expect(slip(page, 'Den som har kassan', 3)).toBeVisible();
  });

  await test.step('all of it is undone, one step a key', async () => {
    for (const _step of ['name', 'card', 'break out', 'merge']) {
      const deed = page.getByRole('button', { name: /^Ångra: / });
      const before = await deed.getAttribute('aria-label');
      await page.keyboard.press('z');
      await expect
        .poll(() => page.getByRole('button', { name: /^Ångra/ }).getAttribute('aria-label'))
        .not.toBe(before);
    }
    await expect(slip(page, 'Blåslampa', 4)).toBeVisible();
    await expect(slip(page, 'Visionär', 5)).toBeVisible();
    await expect(slip(page, 'Finansiär', 3)).toBeVisible();
  });
});

test('nothing moves while somebody is on the board: new cards wait', async ({ browser }) => {
  const page = await demoLeader(browser, demo);
  await openBoard(page);
  await slip(page, 'Nav', 8).focus();
  const before = await slip(page, 'Finansiär', 3).boundingBox();
  await crowdWrites(crowd.slice(0, 6), ['Finansiär']);
  const more = page.getByRole('button', { name: 'Visa 6 nya' });
  await expect(more).toBeVisible();
  expect(await slip(page, 'Finansiär', 3).boundingBox()).toEqual(before);
  // On a slow machine they have come by themselves before the press: the board has been at rest for a while.
  await more.click({ timeout: 5_000 }).catch(() => undefined);
  await expect(slip(page, 'Finansiär', 9)).toBeVisible();
});

test('dragging with a mouse does what the menu does', async ({ browser }) => {
  const page = await demoLeader(browser, demo);
  await openBoard(page);
  await slip(page, 'Visionär', 5).dragTo(slip(page, 'Nav', 8));
  await expect(slip(page, 'Nav', 13)).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: 'Korten i Nav' }).click();
  const card = page.getByRole('button', { name: 'Flytta kortet Visionär' }).first();
  await card.scrollIntoViewIfNeeded();
  await card.dragTo(page.getByText(/^\d ord$/));
  await expect(slip(page, 'Visionär', 1)).toBeVisible();
});

test('a suggestion says why, by tap and by key', async ({ browser }) => {
  const page = await demoLeader(browser, demo);
  await page.goto(`/meeting/${demo.meeting}/console`);
  await page.waitForLoadState('networkidle');
  await page.keyboard.press('2');
  await crowdWrites(crowd.slice(0, 2), ['Samordnare', 'samordning']);
  await expect(slip(page, 'Samordnare', 2)).toBeVisible();
  // Laid elsewhere by hand, it is like what lies there and like what it left.
  await page.getByRole('button', { name: 'Korten i Samordnare' }).click();
  await page.getByRole('button', { name: 'Flytta kortet samordning' }).click();
  await page.keyboard.type('visio');
  await page.keyboard.press('Enter');
  const why = page
    .getByRole('group', { name: 'Samma sak?' })
    .getByRole('button', { name: /Varför\?$/ })
    .first();
  await expect(why).toHaveAttribute('aria-expanded', 'false');
  const reason = page.getByRole('group', { name: 'Samma sak?' }).getByText(/”(Samordnare|samordning)”.*\./);
  await why.focus();
  await page.keyboard.press('Enter');
  await expect(reason).toBeVisible();
  await expect(why).toHaveAttribute('aria-expanded', 'true');
  await why.click();
  await expect(reason).toHaveCount(0);

  await test.step('dismissed, it comes back when that is undone', async () => {
    const chips = page.getByRole('group', { name: 'Samma sak?' }).getByRole('button', { name: /Varför\?$/ });
    const before = await chips.count();
    await page.keyboard.press('k');
    await expect(chips).toHaveCount(before - 1);
    await page.keyboard.press('z');
    await expect(chips).toHaveCount(before);
  });
});
