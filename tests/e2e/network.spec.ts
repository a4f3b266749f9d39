/** Bad networks: whatever the net does between the phones and the server, nothing is lost, nothing twice, and the phone says how it is. */
import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { io } from 'socket.io-client';
import { PROTOCOL_VERSION } from '../../src/lib/protocol/protocol.ts';
import type { Ack, StateMessage } from '../../src/lib/protocol/protocol.ts';
import type { MeetingView } from '../../src/lib/domain/meeting/view.ts';
import { SlowNet } from '../fixtures/slow-net.ts';
import type { Weather } from '../fixtures/slow-net.ts';
import { demoLeader, startDemo } from './demo.ts';
import type { Demo } from './demo.ts';
import { joinMeeting, openPhone, sendCard } from './people.ts';

const PORTAL = 'Nätet vill att du loggar in först.';
const OFFLINE = 'Nätet svarar inte.';

let demo: Demo;
let leads: (name: string, data: object) => Promise<void>;
let leaderCookie: string;
const nets: SlowNet[] = [];

test.beforeAll(async ({ browser }) => {
  demo = await startDemo();
  const desk = await demoLeader(browser, demo);
  const cookies = await desk.context().cookies();
  leaderCookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const { origin } = demo.server;
  leads = async (name, data) => {
    const answer = await fetch(`${origin}/api/meetings/${demo.meeting}/commands?view=leader`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: leaderCookie, origin },
      body: JSON.stringify({ id: randomUUID(), name, data })
    });
    expect((await answer.json()) as Ack).toMatchObject({ ok: true });
  };
  await desk.context().close();
  // As many cards as one likes, with names for the leader.
  const prompt = 'prompt-bad-net';
  await leads('ClosePrompt', { prompt: await openPrompt() });
  await leads('AddPrompt', {
    prompt,
    kind: 'role-card',
    title: 'Vem är du på ett dåligt nät?',
    pledge: 'named'
  });
  await leads('OpenPrompt', { prompt });
});
test.afterEach(async ({ browser }) => {
  for (const context of browser.contexts()) await context.close();
  for (const net of nets.splice(0)) await net.close();
});
test.afterAll(() => demo.server.stop());

/** What the leader has: all there is. */
async function leadersView(): Promise<MeetingView> {
  const { origin } = demo.server;
  const socket = io(origin, {
    forceNew: true,
    transports: ['websocket'],
    extraHeaders: { origin, cookie: leaderCookie },
    auth: { meeting: demo.meeting, view: 'leader', protocol: PROTOCOL_VERSION }
  });
  const { state } = await new Promise<StateMessage>((resolve) => socket.once('state', resolve));
  socket.close();
  return state;
}

async function textsOf(who: string): Promise<string[]> {
  const notes = Object.values((await leadersView()).notes);
  return notes.map(({ fields }) => fields.text ?? '').filter((text) => text.startsWith(`${who} `));
}

/** The question that a phone is at, now. */
async function openPrompt(): Promise<string> {
  const { agenda, prompts } = await leadersView();
  const open = agenda.find((id) => prompts[id]?.stage === 'open');
  if (!open) throw new Error('no question is open');
  return open;
}

async function phoneBehind(browser: Browser, weather: Weather, name: string) {
  const net = await SlowNet.start(demo.server.origin, weather, nets.length + 1);
  nets.push(net);
  const phone = await openPhone(browser, net.origin);
  await joinMeeting(phone, demo.code, name);
  return { net, phone };
}

const saved = (phone: Page) => phone.getByText('Sparad', { exact: true });
const sending = (phone: Page) => phone.getByText('Skickas', { exact: true });
const waiting = (phone: Page) => phone.getByText('Väntar på nät', { exact: true });
/** The page has its scripts: before, the button waits. */
const ready = async (phone: Page) => {
  await phone.getByLabel('Ditt rollkort').fill('x');
  await expect(phone.getByRole('button', { name: 'Skicka kortet' })).toBeEnabled({ timeout: 30_000 });
  await phone.getByLabel('Ditt rollkort').fill('');
};

test(
  'five phones write through five bad nets while the leader opens and closes: nothing lost, nothing twice',
  { tag: '@deep' },
  async ({ browser }) => {
    test.setTimeout(240_000);
    const prompt = await openPrompt();
    const [slow, lossy, gone, blocked, hotel] = await Promise.all([
      phoneBehind(browser, { kbits: 400, delay: 400, jitter: 60 }, 'Lena'),
      phoneBehind(browser, { delay: 80, loss: 5 }, 'Ivar'),
      phoneBehind(browser, {}, 'Gun'),
      phoneBehind(browser, { webSocket: 'swallowed' }, 'Bo'),
      phoneBehind(browser, {}, 'Hugo')
    ]);
    const phones = { Lena: slow, Ivar: lossy, Gun: gone, Bo: blocked, Hugo: hotel };
    for (const { phone } of Object.values(phones)) await ready(phone);

    await test.step('each sends a card while all is as well as it gets', async () => {
      for (const [who, { phone }] of Object.entries(phones)) await sendCard(phone, `${who} ett`);
      for (const { phone } of Object.values(phones)) await expect(saved(phone)).toHaveCount(1);
    });

    await test.step('on the slow net one sees the card on its way, then saved', async () => {
      await sendCard(slow.phone, 'Lena två');
      await expect(sending(slow.phone)).toBeVisible();
      await expect(saved(slow.phone)).toHaveCount(2);
    });

    await test.step('many cards in a row arrive in their order, also where pieces get lost', async () => {
      for (let card = 2; card <= 9; card++) await sendCard(lossy.phone, `Ivar kort ${card}`);
      await expect(saved(lossy.phone)).toHaveCount(9, { timeout: 30_000 });
      expect((await textsOf('Ivar')).sort()).toEqual(
        ['Ivar ett', ...Array.from({ length: 8 }, (_, index) => `Ivar kort ${index + 2}`)].sort()
      );
    });

    await test.step('thirty seconds without net: said after five, kept, sent afterwards; the leader closes and opens meanwhile', async () => {
      gone.net.set({ gone: true });
      hotel.net.set({ portal: 'page' });
      hotel.net.cut();
      const since = Date.now();
      await sendCard(gone.phone, 'Gun två');
      await sendCard(hotel.phone, 'Hugo två');
      await expect(sending(gone.phone)).toBeVisible();
      await expect(waiting(gone.phone)).toBeVisible();
      await expect(waiting(hotel.phone)).toBeVisible();
      await expect(hotel.phone.getByText(PORTAL).first()).toBeVisible();
      await expect(hotel.phone.getByText(OFFLINE)).toHaveCount(0);

      await leads('ClosePrompt', { prompt });
      for (const { phone } of [slow, lossy, blocked])
        await expect(phone.getByRole('heading', { name: 'Orden är samlade' })).toBeVisible();
      await leads('OpenPrompt', { prompt });
      for (const { phone } of [slow, lossy, blocked])
        await expect(phone.getByLabel('Ditt rollkort')).toBeVisible();

      hotel.net.set({ portal: 'redirect' });
      await sendCard(hotel.phone, 'Hugo tre');
      await expect(waiting(hotel.phone)).toHaveCount(2);
      await expect(hotel.phone.getByText(PORTAL).first()).toBeVisible();
      await gone.phone.waitForTimeout(Math.max(0, 30_000 - (Date.now() - since)));
      await expect(gone.phone.getByText(OFFLINE).first()).toBeVisible();
      expect(await textsOf('Gun')).toEqual(['Gun ett']);
      gone.net.set({});
      hotel.net.set({});
      await expect(saved(gone.phone)).toHaveCount(2, { timeout: 20_000 });
      await expect(saved(hotel.phone)).toHaveCount(3, { timeout: 20_000 });
      await expect(hotel.phone.getByText(PORTAL)).toHaveCount(0);
      await expect(gone.phone.getByText(OFFLINE)).toHaveCount(0);
    });

    await test.step('and all five follow the leader again', async () => {
      await leads('ClosePrompt', { prompt });
      for (const { phone } of Object.values(phones))
        await expect(phone.getByRole('heading', { name: 'Orden är samlade' })).toBeVisible();
      await leads('OpenPrompt', { prompt });
      for (const [who, { phone }] of Object.entries(phones)) await sendCard(phone, `${who} sist`);
      for (const [who, { phone }] of Object.entries(phones)) {
        await expect(phone.getByText(`${who} sist`)).toBeVisible();
        await expect(waiting(phone)).toHaveCount(0);
        await expect(sending(phone)).toHaveCount(0);
      }
      const all = { Lena: 3, Ivar: 10, Gun: 3, Bo: 2, Hugo: 4 };
      for (const [who, many] of Object.entries(all)) {
        const texts = await textsOf(who);
        expect(texts, who).toHaveLength(many);
        expect(new Set(texts).size, who).toBe(many);
      }
    });
  }
);

test('a phone sleeps, its connection dies, and what happened meanwhile is there when it is looked at', async ({
  browser
}) => {
  const prompt = await openPrompt();
  const { net, phone } = await phoneBehind(browser, { webSocket: 'refused' }, 'Saga');
  await ready(phone);
  net.set({ delay: 100 });
  await phone.getByLabel('Ditt rollkort').fill('Saga halvskrivet');
  const cdp = await phone.context().newCDPSession(phone);
  await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
  net.cut();
  await leads('ClosePrompt', { prompt });
  await leads('OpenPrompt', { prompt });
  await leads('ClosePrompt', { prompt });
  await cdp.send('Page.setWebLifecycleState', { state: 'active' });
  await phone.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  // Half-written: the page stays, and says that the question is closed.
  await expect(phone.getByLabel('Ditt rollkort')).toHaveValue('Saga halvskrivet');
  await expect(phone.getByRole('button', { name: 'Skicka kortet' })).toHaveCount(0);
  await leads('OpenPrompt', { prompt });
  await phone.getByRole('button', { name: 'Skicka kortet' }).click();
  await expect(saved(phone)).toHaveCount(1);
  expect(await textsOf('Saga')).toEqual(['Saga halvskrivet']);
});

test(
  'the server is killed under a slow net, and what was written meanwhile is stored once',
  { tag: '@deep' },
  async ({ browser }) => {
    const { phone } = await phoneBehind(browser, { kbits: 400, delay: 400 }, 'Rut');
    await ready(phone);
    await sendCard(phone, 'Rut ett');
    // Killed while it is being stored: nobody knows whether it was.
    await phone.waitForTimeout(200);
    await demo.server.kill();
    await sendCard(phone, 'Rut två');
    await expect(waiting(phone).first()).toBeVisible();
    await demo.server.up();
    await expect(saved(phone)).toHaveCount(2, { timeout: 30_000 });
    expect((await textsOf('Rut')).sort()).toEqual(['Rut ett', 'Rut två']);
  }
);

test('two tabs of one person show the same, count once, and send one letter once', async ({ browser }) => {
  const { net, phone: one } = await phoneBehind(browser, {}, 'Tove');
  await ready(one);
  const url = one.url();
  const two = await one.context().newPage();
  await two.goto(url);
  await ready(two);
  await sendCard(one, 'Tove ett');
  await expect(two.getByText('Tove ett')).toBeVisible();

  net.set({ gone: true });
  net.cut();
  await sendCard(one, 'Tove två');
  await sendCard(one, 'Tove tre');
  await expect(waiting(one)).toHaveCount(2);
  // The other tab takes up what lies in the phone, and both will send it.
  await two.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(waiting(two)).toHaveCount(2);
  net.set({});
  for (const tab of [one, two]) {
    await expect(saved(tab)).toHaveCount(3, { timeout: 30_000 });
    await expect(waiting(tab)).toHaveCount(0);
  }
  expect((await textsOf('Tove')).sort()).toEqual(['Tove ett', 'Tove tre', 'Tove två']);

  // A tab that is closed over an unsent letter loses nothing.
  net.set({ gone: true });
  net.cut();
  await sendCard(one, 'Tove fyra');
  await expect(waiting(one)).toHaveCount(1);
  await one.close();
  net.set({});
  await expect(saved(two)).toHaveCount(4, { timeout: 30_000 });
  expect((await textsOf('Tove')).sort()).toEqual(['Tove ett', 'Tove fyra', 'Tove tre', 'Tove två']);
});

test('somebody else joins in another tab: the first tab says so, and her letters wait for her', async ({
  browser
}) => {
  const { net, phone: hers } = await phoneBehind(browser, {}, 'Berit');
  await ready(hers);
  await hers.getByLabel('Berit, meny').click();
  const code = /[2-9A-Z]{3}\s[2-9A-Z]{3}/.exec(await hers.getByText(/Din egen kod är/).innerText())![0];
  await hers.keyboard.press('Escape');

  // Her tab has no net; his, in the same browser, has another way to the same server, and a cookie knows no ports.
  const his = await hers.context().newPage();
  net.set({ gone: true });
  net.cut();
  await sendCard(hers, 'Berit osänt');
  await expect(waiting(hers)).toHaveCount(1);
  await his.goto(`${demo.server.origin}/join/${demo.code}?again`);
  await his.getByLabel('Ditt namn').fill('Måns');
  await his.getByRole('button', { name: 'Gå med' }).click();
  await expect(his.getByLabel('Måns, meny')).toBeVisible();
  net.set({});
  net.cut();

  await expect(hers.getByRole('heading', { name: 'Någon annan är med här nu' })).toBeVisible();
  await expect(hers.getByLabel('Måns, meny')).toBeVisible();
  const kept = hers.getByText('Något som Berit skrev här är inte skickat än.');
  await expect(kept).toBeVisible();
  await sendCard(hers, 'Måns ett');
  await expect(saved(hers)).toHaveCount(1);
  expect(await textsOf('Berit')).toEqual([]);

  await hers.getByRole('link', { name: 'Är det du? Anslut med din egen kod' }).click();
  await hers.getByLabel('Din egen kod').fill(code);
  await hers.getByRole('button', { name: 'Fortsätt som samma person' }).click();
  await expect(hers.getByLabel('Berit, meny')).toBeVisible();
  await expect(saved(hers)).toHaveCount(1);
  await expect(hers.getByText('Berit osänt')).toBeVisible();
  expect(await textsOf('Berit')).toEqual(['Berit osänt']);
  const notes = Object.values((await leadersView()).notes);
  const author = (text: string) => notes.find(({ fields }) => fields.text === text)?.by?.name;
  expect([author('Berit osänt'), author('Måns ett')]).toEqual(['Berit', 'Måns']);
});

test('by the own code one is the same person on another phone, before any script has run', async ({
  browser
}) => {
  const first = await openPhone(browser, demo.server.origin);
  await joinMeeting(first, demo.code, 'Ulla');
  await sendCard(first, 'Ulla ett');
  await expect(saved(first)).toHaveCount(1);
  await first.getByLabel('Ulla, meny').click();
  const code = /[2-9A-Z]{3}\s[2-9A-Z]{3}/.exec(await first.getByText(/Din egen kod är/).innerText())![0];

  const context = await browser.newContext({
    javaScriptEnabled: false,
    locale: 'sv-SE',
    baseURL: demo.server.origin
  });
  const other = await context.newPage();
  await other.goto(`/join/${demo.code}`);
  await expect(other.getByLabel('Din egen kod')).toBeHidden();
  await other.getByText('Jag har varit med förut').click();
  await other.getByLabel('Din egen kod').fill('222 222');
  await other.getByRole('button', { name: 'Fortsätt som samma person' }).click();
  await expect(other.getByText('Ingen i lärprojektet har den koden.')).toBeVisible();
  await expect(other.getByLabel('Din egen kod')).toHaveValue('222 222');
  await other.getByLabel('Din egen kod').fill(code.toLowerCase());
  await other.getByRole('button', { name: 'Fortsätt som samma person' }).click();
  await expect(other).toHaveURL(/\/meeting\//);
  await expect(other.getByText('Ulla ett')).toBeVisible();
});
