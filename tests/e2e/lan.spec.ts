/** A laptop in the LAN: plain http under a name of its own, where browsers withhold what they call secure. */
import { expect, test } from '@playwright/test';
import { startDemo } from './demo.ts';
import type { Demo } from './demo.ts';
import { joinMeeting, openPhone, sendCard } from './people.ts';

let demo: Demo;
let origin: string;
test.beforeAll(async () => {
  demo = await startDemo();
  origin = demo.server.origin.replace('127.0.0.1', 'ordvagg.test');
});
test.afterAll(() => demo.server.stop());

test('somebody joins and writes without a secure context, and is known again', async ({ browser }) => {
  const phone = await openPhone(browser, origin);
  await joinMeeting(phone, demo.code, 'Leila');
  expect(await phone.evaluate(() => isSecureContext)).toBe(false);
  await sendCard(phone, 'Mäklare');
  await expect(phone.getByText('Sparad')).toBeVisible();

  const again = await phone.context().newPage();
  await again.goto(`${origin}/join/${demo.code}`);
  await expect(again.getByText('Välkommen tillbaka, Leila.')).toBeVisible();
  await again.getByRole('button', { name: 'Gå med' }).click();
  await expect(again.getByText('Mäklare')).toBeVisible();
});

test('joining works before any script, with few and small files, nothing from elsewhere', async ({
  browser
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'sv-SE' });
  const page = await context.newPage();
  const seen: { url: string; bytes: number; type: string }[] = [];
  page.on('response', async (response) => {
    const body = await response.body().catch(() => Buffer.alloc(0));
    seen.push({
      url: response.url(),
      bytes: body.length,
      type: response.request().resourceType()
    });
  });
  await page.goto(`${origin}/join/${demo.code}`);
  await page.waitForLoadState('networkidle');
  expect(seen.every(({ url }) => url.startsWith(origin))).toBe(true);
  expect(seen.filter(({ type }) => type === 'font' || type === 'script')).toEqual([]);
  expect(seen.length).toBeLessThanOrEqual(8);
  expect(seen.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(80 * 1024);

  await page.getByLabel('Ditt namn').fill('Rolf');
  await page.getByLabel('Din organisation').selectOption('other');
  await page.getByLabel('Vilken organisation?').fill('Byalaget');
  await page.getByRole('button', { name: 'Gå med' }).click();
  await expect(page).toHaveURL(/\/meeting\//);
  await expect(page.getByRole('heading', { name: 'Vad kallar andra vår roll?' })).toBeVisible();
});

test('where WebSocket is blocked, the phone still hears the leader and sends', async ({ browser }) => {
  const phone = await openPhone(browser, origin);
  await phone.addInitScript(() => {
    Object.defineProperty(window, 'WebSocket', {
      value: class {
        constructor() {
          throw new Error('blocked');
        }
      }
    });
  });
  await joinMeeting(phone, demo.code, 'Torsten');
  await sendCard(phone, 'Blåslampa');
  await expect(phone.getByText('Sparad')).toBeVisible();
});

test('what is typed before the page is ready stays, and cannot be sent into nothing', async ({ browser }) => {
  const phone = await openPhone(browser, origin);
  await joinMeeting(phone, demo.code, 'Aino');
  // Scripts come late, as on a crowded wifi.
  await phone.route('**/_app/**/*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await route.continue();
  });
  await phone.reload({ waitUntil: 'commit' });
  await phone.getByLabel('Ditt rollkort').fill('Tidig text');
  await expect(phone.getByRole('button', { name: 'Skicka kortet' })).toBeDisabled();
  await phone.getByRole('button', { name: 'Skicka kortet' }).click();
  await expect(phone.getByText('Sparad')).toBeVisible();
  await expect(phone.getByText('Tidig text')).toBeVisible();
});
