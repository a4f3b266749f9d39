/** The privacy page says where cards are sent when an embedding server is set, and nothing of it when none is. */
import { expect, test } from '@playwright/test';
import { openDesk } from './people.ts';
import { TestServer } from './server.ts';

const HOST = 'sprakmodellenforallakommuner.utvecklingsavdelningen.exempel.se';

test('without an embedding server nothing leaves', async ({ request }) => {
  const server = await TestServer.start();
  try {
    const page = await request.get(`${server.origin}/privacy`);
    const text = await page.text();
    expect(text).toContain('ingen annanstans');
    expect(text).not.toContain('skickar vi');
  } finally {
    await server.stop();
  }
});

test('with one the page names it, in both languages, and neither address nor key', async ({ browser }) => {
  const server = await TestServer.start({
    EMBEDDINGS_URL: `https://${HOST}:8443/v1/embeddings`,
    EMBEDDINGS_KEY: 'nyckeln-som-ingen-ser'
  });
  try {
    const page = await openDesk(browser, server.origin);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto('/privacy');
    const where = page.getByText(HOST);
    await expect(where).toContainText('skickar vi texten på kort och lappar');
    await expect(where).toContainText('Ditt namn och din organisation skickas aldrig med.');
    await expect(page.getByText('ingen annanstans')).toHaveCount(0);
    const html = await page.content();
    for (const secret of ['8443', 'nyckeln-som-ingen-ser']) expect(html).not.toContain(secret);
    const sideways = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
    expect(await page.evaluate(sideways)).toBeLessThanOrEqual(0);

    await page.context().addCookies([{ name: 'PARAGLIDE_LOCALE', value: 'en', url: server.origin }]);
    await page.goto('/privacy');
    await expect(page.getByText(HOST)).toContainText('Your name and organisation are never sent.');
    await expect(page.getByText('nowhere else')).toHaveCount(0);
  } finally {
    await server.stop();
  }
});
