/** A projector at which nobody stands: for a day, on any screen, through everything that happens to servers and nets. */
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { TURN_MS, roundOf, slotAt, turnAt } from '../../src/lib/domain/wall/screens/round.ts';
import { bringCrowd, demoLeader, startDemo } from './demo.ts';
import type { Demo, Guest } from './demo.ts';
import { openDesk } from './people.ts';

const QUOTES = [
  'Ingen har bett oss.',
  'Vattnet rinner över gränsen.',
  'Vi gör det inte.',
  'Fråga lantbrukarna.'
];
const prompt = randomUUID();
const notes: { id: string; text: string }[] = [];
let demo: Demo;
let crowd: Guest[] = [];
let leader: Page;

test.beforeAll(async ({ browser }) => {
  demo = await startDemo();
  leader = await demoLeader(browser, demo);
  await lead('AddPrompt', { prompt, kind: 'quote', title: 'Vad sa de?', pledge: 'named' });
  await lead('OpenPrompt', { prompt });
  crowd = await bringCrowd(demo, 4);
  for (const text of QUOTES) await say(text);
  await lead('TurnProjector', { screen: { view: 'quotes', prompt } });
});
test.afterAll(async () => {
  for (const { socket } of crowd) socket.close();
  await demo.server.stop();
});

async function lead(name: string, data: object): Promise<void> {
  const path = `/api/meetings/${demo.meeting}/commands?view=leader`;
  const answer = await leader.request.post(path, {
    headers: { origin: demo.server.origin },
    data: { id: randomUUID(), name, data }
  });
  expect(await answer.json()).toMatchObject({ ok: true });
}

async function say(text: string): Promise<void> {
  const id = await submit(prompt, { text, speaker: 'other', speakerName: 'Gun' }, notes.length);
  notes.push({ id, text });
}

/** The server may be away for a moment. */
async function submit(prompt: string, fields: Record<string, string>, by: number): Promise<string> {
  const id = randomUUID();
  const { socket } = crowd[by % crowd.length]!;
  const command = { id: randomUUID(), name: 'SubmitNote', data: { note: id, prompt, fields } };
  await expect(async () => {
    if (!socket.connected) socket.connect();
    expect(await socket.timeout(2_000).emitWithAck('command', command)).toMatchObject({ ok: true });
  }).toPass();
  return id;
}

/** With a clock of its own, which goes on by itself and can be put forward. */
async function openProjector(page: Page): Promise<void> {
  await page.clock.install();
  await page.goto(`/meeting/${demo.meeting}/wall?key=${demo.wallKey}`);
  await expect(page.locator('.turn')).toBeVisible();
}

/** In the order in which they take turns. */
function inRound() {
  return roundOf(notes.map(({ id }) => id)).map((id) => notes.find((one) => one.id === id)!);
}

/** The quote whose turn it is by the projector's clock. */
async function expectByClock(page: Page): Promise<void> {
  await expect(async () => {
    const slot = slotAt(await page.evaluate(() => Date.now()));
    const turn = turnAt(
      notes.map(({ id }) => id),
      slot
    );
    const round = inRound();
    const at = round.findIndex(({ id }) => id === turn?.note);
    await expect(page.locator('.turn').last()).toContainText(round[at]!.text, { timeout: 500 });
    await expect(page.getByText(`${at + 1} av ${notes.length}`)).toBeVisible({ timeout: 500 });
  }).toPass();
}

const offline = (page: Page) => page.getByText('Väggen har tappat nätet');

/** What would grow if something were left behind. */
async function heldBy(page: Page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('Performance.enable');
  const { metrics } = await devtools.send('Performance.getMetrics');
  await devtools.detach();
  const of = (name: string) => metrics.find((one) => one.name === name)!.value;
  return { nodes: of('Nodes'), listeners: of('JSEventListeners'), heap: of('JSHeapUsedSize') };
}

test('two projectors show the same quote; a held one stays, and the round goes on from it', async ({
  browser
}) => {
  const [one, other] = [
    await openDesk(browser, demo.server.origin),
    await openDesk(browser, demo.server.origin)
  ];
  await openProjector(one);
  await openProjector(other);
  await expectByClock(one);
  await expectByClock(other);
  const [, held, next] = inRound();
  await lead('TurnProjector', { screen: { view: 'quotes', prompt, note: held!.id } });
  for (const page of [one, other]) {
    await expect(page.getByText(held!.text)).toBeVisible();
    await page.clock.fastForward(12_000);
    await page.clock.fastForward(12_000);
    await expect(page.locator('.turn').last()).toContainText(held!.text);
    // To where a turn begins: none ends by itself while the round is let go.
    await page.clock.fastForward(TURN_MS - ((await page.evaluate(() => Date.now())) % TURN_MS) + 100);
  }
  await lead('TurnProjector', { screen: { view: 'quotes', prompt } });
  // Nothing to be seen tells that both have heard of it.
  await one.waitForTimeout(1_500);
  for (const page of [one, other]) {
    await page.clock.fastForward(12_000);
    await expect(page.locator('.turn').last()).toContainText(next!.text);
    await page.context().close();
  }
});

test(
  'a day alone: hours of turns, sleep, a server that is killed twice, and what was said meanwhile',
  {
    tag: '@deep'
  },
  async ({ browser }) => {
    test.setTimeout(300_000);
    const page = await openDesk(browser, demo.server.origin);
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    await openProjector(page);
    await expectByClock(page);
    await page.clock.runFor('00:30:00');
    await expect(offline(page)).toHaveCount(0);
    await expectByClock(page);
    const before = await heldBy(page);

    for (const killed of [false, true, false, true]) {
      if (killed) {
        await demo.server.kill();
        await page.clock.fastForward(60_000);
        await expect(offline(page)).toBeVisible();
        await expectByClock(page);
        await demo.server.up();
        await expect(offline(page)).toHaveCount(0);
      }
      await say(`Sagt efter ${notes.length} andra.`);
      await page.clock.runFor('01:00:00');
      // Asleep.
      await page.clock.fastForward('04:55:00');
      await expectByClock(page);
      await expect(offline(page)).toHaveCount(0);
    }

    const after = await heldBy(page);
    // One that each of more than a thousand turns leaves behind would be ten times as many; a few come and go with the connection.
    expect(after.listeners).toBeLessThanOrEqual(before.listeners + 100);
    expect(after.nodes).toBeLessThanOrEqual(before.nodes * 1.2 + 50);
    // Of three million bytes some are always waiting to be collected.
    expect(after.heap).toBeLessThanOrEqual(before.heap * 1.3 + 1_000_000);
    expect(faults).toEqual([]);
    await page.context().close();
  }
);

test('a new build that speaks otherwise: the page loads anew by itself, and not again and again', async ({
  browser
}) => {
  const page = await openDesk(browser, demo.server.origin);
  let old = false;
  let loads = 0;
  let told = 0;
  let asked = 0;
  page.on('load', () => loads++);
  page.on('request', (request) => (asked += request.url().endsWith('/healthz') ? 1 : 0));
  // Polling, with which a page tries when a WebSocket failed, would go by what is changed below.
  await page.route(/transport=polling/, (route) => route.abort());
  await page.routeWebSocket(/socket\.io/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => {
      if (String(message).includes('["reload"')) told++;
      socket.send(message);
    });
    // As a page of an older build asks.
    socket.onMessage((message) =>
      server.send(old ? String(message).replace(/"protocol":\d+/, '"protocol":1') : message)
    );
  });
  await openProjector(page);
  expect(loads).toBe(1);
  old = true;
  await demo.server.kill();
  await page.clock.fastForward(60_000);
  await expect(offline(page)).toBeVisible();
  await demo.server.up();
  await expect.poll(() => loads).toBe(2);
  // The page that was loaded is told the same, and does not so much as ask whether it could load.
  await expect.poll(() => told).toBe(2);
  const before = asked;
  await page.clock.runFor(5_000);
  expect(asked).toBe(before);
  expect(loads).toBe(2);
  old = false;
  await page.clock.fastForward(35_000);
  await expect.poll(() => loads).toBe(3);
  await expectByClock(page);
  await expect(offline(page)).toHaveCount(0);
  await page.context().close();
});

test('keys and pointer: D and the leader turn it dark, arrows do nothing, the pointer goes away', async ({
  browser
}) => {
  const page = await openDesk(browser, demo.server.origin);
  await openProjector(page);
  const frame = page.locator('.frame');
  // A key that is pressed before the page's script has run is nobody's.
  await expect(async () => {
    if ((await frame.getAttribute('data-room')) !== 'dark') await page.keyboard.press('d');
    await expect(frame).toHaveAttribute('data-room', 'dark', { timeout: 500 });
  }).toPass();
  await page.keyboard.press('Shift+D');
  await expect(frame).toHaveAttribute('data-room', 'light');
  await page.keyboard.press('d');
  await lead('DarkenProjector', { dark: true });
  await lead('DarkenProjector', { dark: false });
  await expect(frame).toHaveAttribute('data-room', 'light');
  const url = page.url();
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowLeft', 'PageDown', 'End'])
    await page.keyboard.press(key);
  expect(page.url()).toBe(url);
  expect(await page.evaluate(() => [scrollX, scrollY])).toEqual([0, 0]);
  const main = page.locator('main');
  const tools = page.getByRole('button', { name: 'Hela skärmen' }).locator('..');
  await page.mouse.move(100, 100);
  await page.mouse.move(200, 200);
  await expect(main).not.toHaveCSS('cursor', 'none');
  await expect(tools).toHaveCSS('opacity', '1');
  await page.clock.fastForward(3_100);
  await expect(main).toHaveCSS('cursor', 'none');
  await expect(tools).toHaveCSS('opacity', '0');
  await page.keyboard.press('f');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await page.keyboard.press('f');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(false);
  await page.context().close();
});

const SIZES = [
  [1024, 768],
  [1280, 720],
  [1366, 768],
  [1920, 1080],
  [3840, 2160]
] as const;

test('on every screen nothing is cut and nothing scrolls', async ({ browser }) => {
  const page = await openDesk(browser, demo.server.origin);
  await openProjector(page);
  for (let at = 0; at < 12; at++)
    await say('Det som är allas ansvar blir lätt ingens. '.repeat(1 + (at % 8)));
  const cards = randomUUID();
  await lead('AddPrompt', { prompt: cards, kind: 'role-card', title: 'Vem är du när maten tar slut?' });
  await lead('OpenPrompt', { prompt: cards });
  const ids: string[] = [];
  for (let at = 0; at < 40; at++) {
    const text = at < 24 ? ['Samordnare', 'samordnare'][at % 2]! : `Livsmedelsberedskapssamordnare ${at}`;
    const explanation = `Någon måste hålla i helheten när alla andra springer, ${at} gånger om dagen.`;
    ids.push(await submit(cards, { text, explanation }, at));
  }
  const screens = [
    { view: 'lobby' },
    { view: 'quotes', prompt },
    { view: 'prompt', prompt },
    { view: 'note', note: notes.at(-1)!.id },
    { view: 'word', note: ids[0] },
    { view: 'tour', prompt: cards, stop: 0 },
    { view: 'replay', prompt: cards },
    { view: 'prompt', prompt: cards }
  ];
  for (const screen of screens) {
    await lead('TurnProjector', { screen });
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height });
      await expect(async () =>
        expect(await cutIn(page), `${screen.view} ${width}x${height}`).toEqual([])
      ).toPass({ timeout: 8_000 });
    }
  }
  await page.context().close();
});

/** What stands outside of the screen, or reaches into the foot. */
function cutIn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const cut: string[] = [];
    const { scrollWidth, scrollHeight } = document.documentElement;
    if (scrollWidth > innerWidth || scrollHeight > innerHeight) cut.push('scrolls');
    if (document.querySelector('.turn + .turn')) cut.push('fading');
    const foot = document.querySelector('.frame footer')?.getBoundingClientRect().top ?? innerHeight;
    for (const element of document.querySelectorAll('.frame :is(p, li, h1, h2, .qr)')) {
      if (element.closest('.unseen')) continue;
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const floor = element.closest('footer') ? innerHeight : foot;
      if (left < -1 || top < -1 || right > innerWidth + 1 || bottom > floor + 1)
        cut.push(`${element.className} ${element.textContent}`);
    }
    return cut;
  });
}
