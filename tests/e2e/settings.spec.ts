/** The settings of a project: saving one part of them leaves the others as they were typed. */
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { expectAccess, expectNoSideways } from './access.ts';
import { becomeLeader, createProject, openDesk } from './people.ts';
import { TestServer } from './server.ts';

let server: TestServer;
test.beforeAll(async () => {
  server = await TestServer.start();
});
test.afterAll(() => server.stop());

const organisations = (page: Page) => page.getByRole('region', { name: 'Organisationer' });
const names = (page: Page) => page.getByRole('textbox', { name: 'Organisation', exact: true });

test('one part is saved, and what is typed in the others stays', async ({ browser }) => {
  test.setTimeout(120_000);
  const leader = await openDesk(browser, server.origin);
  await becomeLeader(leader, server);
  await createProject(leader, 'Vem äger vattnet?');
  await test.step('a project without organisations leads to where they are laid in', async () => {
    await leader.getByRole('link', { name: 'Lägg in organisationerna' }).click();
    await expect(leader.getByRole('heading', { name: 'Organisationer' })).toBeInViewport();
  });
  await leader.waitForLoadState('networkidle');
  const meeting = leader.locator('.meeting form').first();
  const add = leader.getByLabel('Lägg till organisationer');
  const link = leader.getByLabel('Inbjudningslänk');

  await test.step('organisations are added beside a meeting that is half typed', async () => {
    await meeting.getByLabel('Plats').fill('Åsbyn');
    await meeting.getByLabel('Dag').fill('2027-04-15');
    await meeting.getByLabel('Börjar').fill('09:30');
    await leader.getByRole('button', { name: 'Skapa en länk' }).click();
    await expect(link).toHaveValue(/invitation/);
    await add.fill('Region Älvmark\nHällby kommun\n');
    const at = await leader.evaluate(() => scrollY);
    await organisations(leader).getByRole('button', { name: 'Lägg till' }).click();
    await expect(organisations(leader).getByRole('status').filter({ hasText: 'Sparat.' })).toBeInViewport();
    expect(await leader.evaluate(() => scrollY)).toBeGreaterThanOrEqual(at);
    await expect(names(leader)).toHaveCount(2);
    await expect(add).toHaveValue('');
    await expect(meeting.getByLabel('Plats')).toHaveValue('Åsbyn');
    await expect(meeting.getByLabel('Dag')).toHaveValue('2027-04-15');
    await expect(link).toHaveValue(/invitation/);
    await expectAccess(leader);
  });

  await test.step('what is wrong gets the focus, and stays while another part is saved', async () => {
    await meeting.getByLabel('Slutar').fill('09:00');
    await meeting.getByRole('button', { name: /^Spara/ }).click();
    await expect(meeting.getByText('Träffen slutar innan den börjar.')).toBeVisible();
    await expect(meeting.getByLabel('Slutar')).toBeFocused();
    await leader.getByLabel('Vem håller i det?').fill('Region Åmark');
    await leader
      .getByRole('region', { name: 'Om lärprojektet' })
      .getByRole('button', { name: 'Spara' })
      .click();
    await expect(leader.getByText('Sparat.')).toBeVisible();
    await expect(meeting.getByLabel('Slutar')).toHaveValue('09:00');
    await expect(meeting.getByText('Träffen slutar innan den börjar.')).toBeVisible();
    await meeting.getByLabel('Slutar').fill('15:00');
    await meeting.getByRole('button', { name: /^Spara/ }).click();
    await expect(meeting.getByRole('status')).toHaveText('Sparat.');
    await expect(meeting.getByText('Träffen slutar innan den börjar.')).toBeHidden();
  });

  await test.step('a server that is silent costs nothing that was typed', async () => {
    await leader.route('**/settings?/about', (route) => route.abort());
    await leader.getByLabel('Vem håller i det?').fill('Älvmark');
    const about = leader.getByRole('region', { name: 'Om lärprojektet' });
    await about.getByRole('button', { name: 'Spara' }).click();
    await expect(about.getByRole('status')).toHaveText('Servern svarar inte. Försök igen om en stund.');
    await expect(leader.getByLabel('Vem håller i det?')).toHaveValue('Älvmark');
    await leader.unroute('**/settings?/about');
    await about.getByRole('button', { name: 'Spara' }).click();
    await expect(about.getByRole('status')).toHaveText('Sparat.');
  });

  await test.step('a row that goes leaves the focus near; a link that is taken back is gone', async () => {
    await leader.getByRole('button', { name: 'Ta bort Region Älvmark' }).click();
    await expect(names(leader)).toHaveCount(1);
    await expect(leader.getByRole('heading', { name: 'Organisationer' })).toBeFocused();
    await leader.getByRole('button', { name: /^Ta tillbaka/ }).click();
    await expect(link).toHaveCount(0);
  });

  await test.step('all of it was stored', async () => {
    await leader.reload();
    await expect(meeting.getByLabel('Plats')).toHaveValue('Åsbyn');
    await expect(meeting.getByLabel('Slutar')).toHaveValue('15:00');
    await expect(leader.getByLabel('Vem håller i det?')).toHaveValue('Älvmark');
  });

  await test.step('without script every form is answered by the page', async () => {
    const context = await browser.newContext({
      storageState: await leader.context().storageState(),
      javaScriptEnabled: false,
      locale: 'sv-SE',
      baseURL: server.origin
    });
    const plain = await context.newPage();
    await plain.goto(leader.url());
    await plain.getByLabel('Lägg till organisationer').fill('Hällby bibliotek');
    await organisations(plain).getByRole('button', { name: 'Lägg till' }).click();
    await expect(plain.getByText('Sparat.')).toBeVisible();
    await expect(names(plain)).toHaveCount(2);
    await plain.getByRole('button', { name: 'Skapa en länk' }).click();
    await expect(plain.getByLabel('Inbjudningslänk')).toHaveValue(/invitation/);
    await context.close();
  });
});

test('the link to a wall is made anew: the old one shows nothing more, but to whoever leads', async ({
  browser
}) => {
  const own = await TestServer.start();
  const leader = await openDesk(browser, own.origin);
  await becomeLeader(leader, own);
  await createProject(leader, 'Vem har länken?');
  await leader.getByRole('link', { name: 'Planera träffen' }).first().click();
  await leader.getByRole('link', { name: 'Till konsolen' }).click();
  const wallOf = async () =>
    (await leader.getByRole('link', { name: 'Öppna väggen' }).first().getAttribute('href'))!;
  const old = await wallOf();
  const stranger = await openDesk(browser, own.origin);
  await stranger.goto(old);
  await expect(stranger.getByText('Träffen börjar snart')).toBeVisible();

  await leader.goto('/projects');
  await leader.getByRole('link', { name: 'Vem har länken?' }).first().click();
  await leader.getByRole('link', { name: 'Inställningar' }).click();
  await leader.waitForLoadState('networkidle');
  const wall = leader.locator('.wall').first();
  await wall.locator('summary').press('Enter');
  await expect(wall.getByText('Den gamla länken slutar gälla')).toBeVisible();
  await expectAccess(leader);
  await leader.setViewportSize({ width: 320, height: 640 });
  await expectNoSideways(leader);
  await leader.setViewportSize({ width: 1366, height: 768 });
  await leader.screenshot({ path: test.info().outputPath('ask.png') });
  await wall.getByRole('button', { name: /^Gör en ny länk/ }).press('Enter');
  await expect(wall.getByRole('status')).toContainText('Länken är ny');
  await expect(wall.locator('summary')).toBeFocused();
  await leader.screenshot({ path: test.info().outputPath('made.png') });

  // Told within a quarter of a minute.
  await expect(stranger.getByText('Träffen börjar snart')).toHaveCount(0, {
    timeout: 40_000
  });
  await stranger.screenshot({ path: test.info().outputPath('stranger.png') });
  expect((await stranger.request.get(own.origin + old)).status()).toBe(403);
  expect((await leader.request.get(own.origin + old)).status()).toBe(200);
  await wall.getByRole('link', { name: 'Till konsolen' }).click();
  await expect(leader).toHaveURL(/console/);
  const fresh = await wallOf();
  expect(fresh).not.toBe(old);
  expect((await stranger.request.get(own.origin + fresh)).status()).toBe(200);
  await own.stop();
});
