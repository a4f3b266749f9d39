/** A project's role list on its settings page, from what a leader put together on the board. */
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { bringCrowd, crowdWrites, demoLeader, startDemo } from './demo.ts';
import type { Demo, Guest } from './demo.ts';

let demo: Demo;
let crowd: Guest[];
test.beforeAll(async () => {
  demo = await startDemo();
  crowd = await bringCrowd(demo, 3);
  await crowdWrites(crowd, ['Visionär', 'Finansiär', 'Finansiär']);
});
test.afterAll(async () => {
  for (const { socket } of crowd) socket.close();
  await demo.server.stop();
});

async function mergeOnTheBoard(page: Page): Promise<void> {
  await page.goto(`/meeting/${demo.meeting}/console`);
  await page.waitForLoadState('networkidle');
  await page.keyboard.press('2');
  await page.getByRole('button', { name: 'Flytta Visionär, 1 kort' }).click();
  await page.getByRole('option', { name: 'Finansiär' }).click();
  await expect(page.getByRole('button', { name: 'Flytta Finansiär, 3 kort' })).toBeVisible();
}

test('a leader keeps a role list, and lets it remember what was decided', async ({ browser }) => {
  const page = await demoLeader(browser, demo);
  await mergeOnTheBoard(page);
  await page.goto(`/projects/${demo.project}/settings`);
  const pack = page.getByRole('region', { name: 'Rollista' });
  const own = pack.getByLabel('Er egen rollista');
  const common = pack.getByLabel('Använd Ordväggs rollista');
  await expect(common).toBeChecked();
  const grown = pack.getByLabel('Finansiär: Visionär');

  await test.step('what is typed beside is kept too', async () => {
    await own.fill('alfa, beta\n\n[delar]\nrodda, paddla');
    await grown.check();
    await pack.getByRole('button', { name: 'Lägg till' }).click();
    await expect(pack.getByRole('status')).toHaveText('Sparat.');
    await expect(own).toHaveValue('alfa, beta\n\nFinansiär, Visionär\n[delar]\nrodda, paddla');
    await expect(grown).toHaveCount(0);
  });

  await test.step('what is wrong is said, and nothing that was typed is lost', async () => {
    const typed = `gamma\n${'e'.repeat(121)}\n${'x, y\n'.repeat(3)}`;
    await own.fill(typed);
    await common.uncheck();
    await pack.getByRole('button', { name: 'Spara' }).click();
    await expect(pack.getByRole('alert')).toContainText('På rad 2 står något som är längre än 120 tecken.');
    await expect(own).toHaveValue(typed);
    await expect(common).not.toBeChecked();
  });

  await test.step('the common list is switched off', async () => {
    await own.fill('alfa, beta');
    await pack.getByRole('button', { name: 'Spara' }).click();
    await expect(pack.getByRole('status')).toBeVisible();
    await page.reload();
    await expect(common).not.toBeChecked();
    await expect(own).toHaveValue('alfa, beta');
    await expect(grown).toBeVisible();
  });

  await test.step('narrow screens need no sideways scrolling', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    const sideways = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
    expect(await page.evaluate(sideways)).toBeLessThanOrEqual(0);
  });
});
