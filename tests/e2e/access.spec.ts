/** WCAG 2.2 AA by machine on every page in its main states, and no sideways scrolling at 320 px. */
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { expectAccess, expectLarger, expectNoSideways } from './access.ts';
import { bringCrowd, crowdWrites, demoLeader, startDemo } from './demo.ts';
import type { Demo, Guest } from './demo.ts';
import { joinMeeting, openDesk, openPhone, sendCard } from './people.ts';
import { TestServer } from './server.ts';

const LONG = [
  'Samordnare',
  'Livsmedelsberedskapssamordnare',
  'Regionala livsmedelsstrategins hemvist',
  'Kompetensförsörjningsplanerare',
  'Nav'
];
let demo: Demo;
let crowd: Guest[];
test.beforeAll(async () => {
  demo = await startDemo();
  crowd = await bringCrowd(demo, 45);
  await crowdWrites(crowd, LONG);
});
test.afterAll(async () => {
  for (const { socket } of crowd) socket.close();
  await demo.server.stop();
});

/** Also as narrow as a phone, which is 400 % zoom on a desk. */
async function expectBoth(page: Page): Promise<void> {
  await expectAccess(page);
  const size = page.viewportSize()!;
  await page.setViewportSize({ width: 320, height: 640 });
  // What a sticky bar half covers would count as a small target; scrolled, it is whole.
  await page.evaluate(() =>
    document.querySelector<HTMLElement>('main .foot')?.style.setProperty('position', 'static')
  );
  await expectNoSideways(page);
  await expectAccess(page);
  await page.setViewportSize(size);
}

test('the ways in', async ({ browser }) => {
  const page = await openDesk(browser, demo.server.origin);
  for (const path of [
    '/',
    '/join/ABC234',
    `/join/${demo.code}`,
    '/sign-in',
    '/privacy',
    '/setup/none',
    '/nowhere'
  ]) {
    await page.goto(path);
    await expectBoth(page);
    await expectLarger(page);
  }
  await page.goto('/sign-in');
  await page.getByLabel('E-post').fill('nobody@example.org');
  await page.getByLabel('Lösenord').fill('not the password');
  await page.getByRole('button', { name: 'Logga in' }).click();
  await expect(page.getByText('E-posten och lösenordet hör inte ihop.')).toBeVisible();
  await expectBoth(page);
});

test('the first leader and an empty project', async ({ browser }) => {
  const server = await TestServer.start();
  try {
    const page = await openDesk(browser, server.origin);
    await page.goto(server.setupPath);
    await page.getByLabel('Ditt namn').fill('Karin');
    await page.getByLabel('E-post').fill('karin@example.org');
    await page.getByLabel('Lösenord').fill('kort');
    await page.getByRole('button', { name: 'Skapa kontot' }).click();
    await expect(page.getByText('Lösenordet är för kort.')).toBeVisible();
    await expectBoth(page);
    await page.getByLabel('Lösenord').fill('en mening att minnas');
    await page.getByRole('button', { name: 'Skapa kontot' }).click();
    await expectBoth(page);
    await page.getByRole('link', { name: 'Nytt lärprojekt' }).last().click();
    await expectBoth(page);
    await page.getByLabel('Frågan').fill('Vem äger vattnet?');
    await page.getByLabel('Kort namn').fill('Vatten');
    await page.getByRole('button', { name: 'Skapa lärprojektet' }).click();
    await expectBoth(page);
    const plan = await page.getByRole('link', { name: 'Planera träffen' }).first().getAttribute('href');
    for (const path of [plan!, plan!.replace('plan', 'console'), plan!.replace('plan', 'review')]) {
      await page.goto(path);
      await expectBoth(page);
    }
    await page.goto('/account');
    await expectBoth(page);
  } finally {
    await server.stop();
  }
});

test('the desk pages with a full room', async ({ browser }) => {
  const page = await demoLeader(browser, demo);
  await expectBoth(page);
  const { project, meeting } = demo;
  for (const path of [`/projects/${project}`, `/projects/${project}/settings`, `/meeting/${meeting}/plan`]) {
    await page.goto(path);
    await expectBoth(page);
    await expectLarger(page);
  }
  await page.goto(`/meeting/${meeting}/review`);
  await expectBoth(page);
  await expectLarger(page);
});

test('the console with a full room', async ({ browser }) => {
  const page = await demoLeader(browser, demo);
  await page.goto(`/meeting/${demo.meeting}/console`);
  await expect(page.getByText('45 av 45 är här')).toBeVisible();
  await expectBoth(page);
  await expectLarger(page);
  await page.getByRole('tab', { name: 'Lista' }).click();
  await expectBoth(page);
  await page.getByRole('tab', { name: 'Grupper' }).click();
  await page.getByRole('button', { name: /^Korten i Samordnare/ }).click();
  await expectBoth(page);
  await page.getByRole('button', { name: /^Flytta Nav/ }).click();
  await expectBoth(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccess(page);
});

test('the console in English', async ({ browser }) => {
  const page = await demoLeader(browser, demo);
  await page.context().addCookies([{ name: 'PARAGLIDE_LOCALE', value: 'en', url: demo.server.origin }]);
  await page.goto(`/meeting/${demo.meeting}/console`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByText('45 of 45 are here')).toBeVisible();
  // The page is that of the test before; its words are longer.
  await expectNoSideways(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSideways(page);
});

test('the projector: words, lobby, dark room', async ({ browser }) => {
  const leader = await demoLeader(browser, demo);
  await leader.goto(`/meeting/${demo.meeting}/console`);
  const wall = await openDesk(browser, demo.server.origin);
  await wall.goto(`/meeting/${demo.meeting}/wall?key=${demo.wallKey}`);
  await expectAccess(wall);
  await wall.keyboard.press('d');
  await expectAccess(wall);
  await leader.getByRole('button', { name: 'Visa koden stort på väggen' }).click();
  await expect(wall.getByText('Skanna, eller gå till')).toBeVisible();
  await expectAccess(wall);
  await leader.getByRole('button', { name: 'Visa frågan på väggen' }).click();
});

test('the phone: writing, sent, offline, every kind', async ({ browser }) => {
  const phone = await openPhone(browser, demo.server.origin);
  await joinMeeting(phone, demo.code, 'Wolfeschlegelsteinhausen');
  await expectBoth(phone);
  await sendCard(phone, 'Samhällsplaneringsrådgivare');
  await expect(phone.getByText('Sparad')).toBeVisible();
  await phone.getByRole('button', { name: 'Skicka kortet' }).click();
  await expectBoth(phone);
  await expectLarger(phone);
  await phone.context().setOffline(true);
  await sendCard(phone, 'Livsmedelsberedskapssamordnare');
  await expect(phone.getByText('Väntar på nät')).toBeVisible();
  await expect(phone.getByText('Nätet svarar inte.').first()).toBeVisible();
  await expectBoth(phone);
  await phone.context().setOffline(false);

  const leader = await demoLeader(browser, demo);
  await leader.goto(`/meeting/${demo.meeting}/console`);
  // Before its script has run, a press does nothing.
  await expect(leader.getByText(/^\d+ av \d+ är här/).first()).toBeVisible();
  await leader.getByRole('button', { name: /^Nästa steg/ }).click();
  await expect(phone.getByRole('heading', { name: 'Vad sa de, ord för ord?' })).toBeVisible();
  await phone.getByText('Någon annan').click();
  // A field that a sticky button half covers would count as a small target.
  await phone.getByRole('button', { name: 'Skicka citatet' }).evaluate((button) => {
    button.parentElement!.style.position = 'static';
  });
  await expectBoth(phone);
  await leader.getByRole('button', { name: /^Stäng/ }).click();
  await expect(phone.getByRole('heading', { name: 'Inget att göra just nu' })).toBeVisible();
  await expectBoth(phone);
});
