/** The two pages that 45 phones load first: what they cost on a hotel's wifi, from the build, and that they need no script. */
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { expectAccess, expectNoSideways } from './access.ts';
import { startDemo } from './demo.ts';
import type { Demo } from './demo.ts';
import { openPhone } from './people.ts';

const KB = 1_024;

let demo: Demo;
let origin: string;
test.beforeAll(async () => {
  demo = await startDemo();
  // A laptop in the LAN: plain http, no secure context.
  origin = demo.server.origin.replace('127.0.0.1', 'ordvagg.test');
});
test.afterAll(() => demo.server.stop());

const pages = [
  ['the code page', () => '/'],
  ['the name page', () => `/join/${demo.code}`]
] as const;

/** Everything that a first visit asks for and gets, as it comes over the wire. */
async function cost(browser: Browser, path: string) {
  const phone = await openPhone(browser, origin);
  const cdp = await phone.context().newCDPSession(phone);
  await cdp.send('Network.enable');
  const asked: { url: string; type: string }[] = [];
  const scripts: Promise<Buffer>[] = [];
  let bytes = 0;
  phone.on('request', (request) => {
    if (!request.url().startsWith('data:')) asked.push({ url: request.url(), type: request.resourceType() });
  });
  phone.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.body());
  });
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await phone.goto(path);
  await phone.waitForLoadState('networkidle');
  const inline = await phone.locator('script').allTextContents();
  const script = Buffer.concat([...(await Promise.all(scripts)), Buffer.from(inline.join('\n'))]);
  await phone.context().close();
  return { asked, bytes, script: script.length === 0 ? 0 : gzipSync(script).length };
}

for (const [name, path] of pages) {
  test(`${name} costs at most 80 KB, 60 KB of script and 8 requests, no font, nothing from elsewhere`, async ({
    browser
  }) => {
    const { asked, bytes, script } = await cost(browser, path());
    expect(new Set(asked.map(({ url }) => new URL(url).origin))).toEqual(new Set([origin]));
    expect(asked.length).toBeLessThanOrEqual(8);
    expect(bytes).toBeGreaterThan(KB);
    expect(bytes).toBeLessThanOrEqual(80 * KB);
    expect(script).toBeLessThanOrEqual(60 * KB);
    expect(asked.filter(({ type }) => type === 'font')).toEqual([]);
  });

  for (const locale of ['sv', 'en']) {
    test(`${name} holds at 320 px with text twice as large, in ${locale}`, async ({ browser }) => {
      const phone = await openPhone(browser, origin);
      await phone.context().addCookies([{ name: 'PARAGLIDE_LOCALE', value: locale, url: origin }]);
      await phone.setViewportSize({ width: 320, height: 640 });
      await phone.goto(path());
      for (const summary of await phone.locator('summary').all()) await summary.click();
      await expectNoSideways(phone);
      await doubleText(phone);
      await expectNoSideways(phone);
      await expectNothingCut(phone);
      await expectAccess(phone);
      await phone.context().close();
    });
  }
}

test('from the code to the question without any script, faults told on the way', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'sv-SE', baseURL: origin });
  const phone = await context.newPage();
  await phone.goto('/');
  await phone.getByLabel('Skriv koden från väggen').fill('zzz999');
  await phone.getByRole('button', { name: 'Fortsätt' }).click();
  await expect(phone.getByText('Ingen öppen träff har den koden.')).toBeVisible();
  // Said of every unknown code: it tells nothing of this one.
  await expect(phone.getByText('Är det din egen kod? Skriv först koden från väggen')).toBeVisible();
  await phone.getByLabel('Skriv koden från väggen').fill(demo.code.toLowerCase());
  await phone.getByRole('button', { name: 'Fortsätt' }).click();
  await expect(phone.getByLabel('Ditt namn')).toHaveAccessibleDescription(
    'Förnamn räcker, och du får hitta på ett. Lämnar du fältet tomt får du ett påhittat.'
  );
  await phone.getByLabel('Ditt namn').fill('å'.repeat(61));
  await phone.getByRole('button', { name: 'Gå med' }).click();
  await expect(phone.getByText('Namnet är för långt.')).toBeVisible();
  await phone.getByLabel('Ditt namn').fill('Rolf');
  await phone.getByRole('button', { name: 'Gå med' }).click();
  await expect(phone).toHaveURL(/\/meeting\//);
  await expect(phone.getByRole('heading', { level: 1 })).toBeVisible();
  await context.close();
});

/** As the phone's own setting does: the letters grow, the page does not. */
async function doubleText(phone: Page): Promise<void> {
  await phone.evaluate(() => {
    const root = document.documentElement;
    const style = getComputedStyle(root);
    for (const kind of ['t', 'l'])
      for (let size = 1; size <= 8; size++) {
        const name = `--${kind}${size}`;
        root.style.setProperty(name, `${parseFloat(style.getPropertyValue(name)) * 2}px`);
      }
  });
}

/** No text is wider than what it stands in. */
async function expectNothingCut(phone: Page): Promise<void> {
  const cut = await phone.evaluate(() =>
    [...document.querySelectorAll('main *, footer *')]
      .filter((one) => !(one instanceof SVGElement) && one.scrollWidth > one.clientWidth + 1)
      .filter((one) => getComputedStyle(one).display !== 'inline')
      .map((one) => `${one.tagName} ${one.textContent?.trim().slice(0, 40)}`)
  );
  expect(cut).toEqual([]);
}
