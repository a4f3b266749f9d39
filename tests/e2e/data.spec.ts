/** Data out and in: a project's files are taken home, and its own file becomes a new project, looked at before anything is stored. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { expectAccess, expectNoSideways } from './access.ts';
import { clustered, demoLeader, startDemo } from './demo.ts';
import type { Demo } from './demo.ts';

let demo: Demo;
test.beforeAll(async () => {
  demo = await startDemo();
});
test.afterAll(async () => {
  await demo.server.stop();
});

async function taken(page: Page, name: string): Promise<Buffer> {
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name, exact: true }).click();
  return readFileSync(await (await coming).path());
}

const choose = (page: Page, text: string | Buffer) =>
  page.getByLabel('Projektfil').setInputFiles({
    name: 'projekt.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text)
  });

test('a project is taken home as files, and taken in again as a new one', async ({ browser }) => {
  const page = await demoLeader(browser, demo);
  await clustered(page, demo);
  await page.goto(`/projects/${demo.project}`);
  await expectAccess(page);
  expect((await taken(page, 'Excel')).subarray(0, 2).toString()).toBe('PK');
  expect((await taken(page, 'CSV')).toString()).toContain('Samordnare');
  const file = await taken(page, 'JSON');
  const question = (JSON.parse(file.toString()) as { project: { question: string } }).project.question;

  await page.goto('/projects');
  await page.getByRole('link', { name: 'Ta in ett projekt' }).click();
  await choose(page, file);
  const preview = page.getByRole('region', { name: 'Det här finns i filen' });
  await expect(preview).toContainText(question);
  await expect(preview.getByRole('listitem')).toHaveCount(4);
  await expectAccess(page);
  await expectNoSideways(page);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/take.png`, fullPage: true });
  await page.getByRole('button', { name: 'Ta in projektet' }).click();
  await expect(page.getByRole('heading', { level: 1, name: question })).toBeVisible();
  expect(page.url()).not.toContain(demo.project);

  const told = page.getByText(
    /^Du har tagit in projektet: 4 träffar, \d+ svar, \d+ organisationer och \d+ personer\./
  );
  await expect(told).toContainText('De som var namnlösa är det fortfarande.');
  await expect(page).toHaveURL(/\/projects\/[^/?]+$/);
  await expectAccess(page);
  const size = page.viewportSize()!;
  await page.setViewportSize({ width: 320, height: 800 });
  await expectNoSideways(page);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/taken-320.png` });
  await page.setViewportSize(size);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/taken.png`, fullPage: true });
  expect((await taken(page, 'JSON')).equals(file)).toBe(true);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: question })).toBeVisible();
  await expect(told).toHaveCount(0);
});

test('a file that is something else is told with one sentence, and nothing is stored', async ({
  browser
}) => {
  const page = await demoLeader(browser, demo);
  await page.goto('/projects/import');
  await choose(page, 'hej');
  await expect(page.getByRole('alert')).toHaveText(/ingen JSON/);
  await choose(page, '{"format":"ordvagg-meeting","version":1}');
  await expect(page.getByRole('alert')).toHaveText(/en enda träff/);
  await expect(page.getByRole('button', { name: 'Ta in projektet' })).toBeDisabled();
  await expectAccess(page);
});
