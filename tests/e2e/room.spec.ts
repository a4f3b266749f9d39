/** The right column of the console, and what belongs to it: time, the phones' picture, who is missing, the parking lot, own notes. */
import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { expectAccess, expectNoSideways } from './access.ts';
import {
  becomeLeader,
  codeOf,
  createProject,
  joinMeeting,
  openDesk,
  openPhone,
  planPrompt,
  sendCard
} from './people.ts';
import { TestServer } from './server.ts';

let server: TestServer;
let leader: Page;
let wall: Page;
let anna: Page;
let bo: Page;
let meeting: string;
let code: string;

test.describe.configure({ mode: 'serial', timeout: 180_000 });

test.beforeAll(async ({ browser }) => {
  server = await TestServer.start();
  leader = await openDesk(browser, server.origin);
  await becomeLeader(leader, server);
  await createProject(leader, 'Vem äger vattnet?');
  await leader.getByRole('link', { name: 'Inställningar' }).click();
  await leader
    .getByLabel('Lägg till organisationer')
    .fill('Region Älvmark\nHällby kommun\nFörsäkringskassan\n');
  await leader.getByRole('button', { name: 'Lägg till' }).last().click();
  await expect(leader.getByRole('textbox', { name: 'Organisation', exact: true })).toHaveCount(3);
  await leader.getByRole('link', { name: 'Vatten i samverkan' }).click();
  await leader.getByRole('link', { name: 'Planera träffen' }).first().click();
  await leader.waitForURL(/\/meeting\//);
  await leader.waitForLoadState('networkidle');
  meeting = /meeting\/([\w-]+)/.exec(leader.url())![1]!;
  await planPrompt(leader, 'Rollkort', 'Vem är du?');
  await planPrompt(leader, 'Lappar', 'Vad gör vi nu?');
  await leader.getByRole('link', { name: 'Till konsolen' }).click();
  await leader.getByRole('button', { name: 'Öppna träffen' }).click();
  code = await codeOf(leader);
  wall = await openDesk(browser, server.origin);
  await wall.goto((await leader.getByRole('link', { name: 'Öppna väggen' }).first().getAttribute('href'))!);
  anna = await openPhone(browser, server.origin);
  bo = await openPhone(browser, server.origin);
  await joinMeeting(anna, code, 'Anna', 'Region Älvmark');
  await joinMeeting(bo, code, 'Bo', 'Hällby kommun');
});
test.afterAll(() => server.stop());

/** A leader's command, as another console of the same leader would send it. */
async function lead(name: string, data: object): Promise<void> {
  const answer = await leader.request.post(`/api/meetings/${meeting}/commands?view=leader`, {
    headers: { origin: server.origin },
    data: { id: randomUUID(), name, data }
  });
  expect(await answer.json()).toMatchObject({ ok: true });
}

const time = () => leader.getByRole('region', { name: 'Tiden' });
const phones = () => leader.locator('.picture > .phone');

test('the phones’ picture is what phones show, and follows them', async () => {
  await expect(phones().locator('h1')).toHaveText('Du är med');
  await leader
    .getByRole('button', { name: /Nästa steg|Öppna frågan/ })
    .first()
    .click();
  await expect(anna.getByRole('heading', { name: 'Vem är du?' })).toBeVisible();
  await expect(phones().locator('h1')).toHaveText('Vem är du?');
  await expect(phones().getByText('Skicka kortet')).toBeAttached();
  // A picture: nothing in it takes the focus, keeps a text or has a title of its own.
  expect(await phones().evaluate((node) => node.closest('[inert]') !== null)).toBe(true);
  expect(
    await leader.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('half')))
  ).toEqual([]);
  expect(await leader.locator('#content').count()).toBe(1);
});

test('who is missing: by name where the step promises nothing else', async () => {
  await sendCard(anna, 'Samordnare');
  await expect(anna.getByText('Sparad').first()).toBeVisible();
  const room = leader.getByRole('complementary', { name: 'Rummet' });
  // Whoever has joined is here a moment later.
  await expect(room.getByRole('heading', { name: '2 av 2 är här' })).toBeVisible();
  await leader.getByRole('button', { name: 'Vilka saknas?' }).click();
  await expect(room.getByRole('heading', { name: 'Har inte svarat på ”Vem är du?”' })).toBeVisible();
  await expect(room.getByText('Ingen härifrån än: Försäkrings\u00ADkassan.')).toBeVisible();
  await expect(room.getByText('1 av 2 har svarat.')).toBeVisible();
  await expect(room.getByText('Hällby kommun, 0 av 1')).toBeVisible();
  await expect(room.getByRole('listitem').filter({ hasText: '0 av 1' })).toContainText('Bo');
  await expectAccess(leader);
  await lead('EditPrompt', { prompt: await openPromptId(), pledge: 'anonymous' });
  await expect(room.getByText('Någon är lovad att vara anonym.')).toBeVisible();
  await expect(room.getByText('0 av 1')).toHaveCount(0);
  await leader.getByRole('button', { name: /^Ångra/ }).click();
  await expect(room.getByText('1 av 2 har svarat.')).toBeVisible();
  await sendCard(bo, 'Lots');
  await expect(room.getByText('Alla har svarat.')).toBeVisible();
  await leader.getByRole('button', { name: 'Vilka saknas?' }).click();
});

test('the time: started, held, lengthened and taken away, on the console and on the projector', async () => {
  // Its planned minutes began with it.
  await time().getByRole('button', { name: 'Ta bort tiden' }).click();
  await expect(time().getByRole('timer')).toHaveCount(0);
  await time().getByLabel('Minuter').fill('10');
  await leader.getByRole('main').click({ position: { x: 5, y: 5 } });
  await leader.keyboard.press('t');
  await expect(time().getByRole('timer')).toHaveText(/^09:[345]\d$/);
  await expect(time()).toContainText('kvar av 10 min');
  await expect(wall.getByRole('timer')).toHaveText(/^09:[345]\d$/);
  await expect(wall.getByText('kvar', { exact: false })).toBeVisible();
  await leader.keyboard.press('t');
  await expect(time()).toContainText('pausad');
  await expect(wall.getByText('pausad')).toBeVisible();
  const held = await time().getByRole('timer').innerText();
  await leader.waitForTimeout(1_500);
  expect(await time().getByRole('timer').innerText()).toBe(held);
  expect(await wall.getByRole('timer').innerText()).toBe(held);
  await leader.keyboard.press('m');
  await expect(time().getByRole('timer')).toHaveText(/^10:[45]\d$/);
  await expect(time()).toContainText('av 11 min');
  await expect(leader.getByRole('toolbar').getByText('Du ändrade tiden för ”Vem är du?”')).toBeVisible();
  await leader.keyboard.press('z');
  await expect(time().getByRole('timer')).toHaveText(held);
  await time().getByRole('button', { name: 'Fortsätt' }).click();
  await expect(time().getByRole('button', { name: 'Pausa' })).toBeVisible();
  await expectAccess(leader);
  await expectAccess(wall);
  await time().getByRole('button', { name: 'Ta bort tiden' }).click();
  await expect(wall.getByRole('timer')).toHaveCount(0);
  await expect(time().getByLabel('Minuter')).toBeVisible();
});

test('R28 over the time is said in words, and nothing ends by it', async () => {
  const prompt = await openPromptId();
  await lead('StartTimer', { prompt, seconds: 1 });
  await expect(wall.getByText('Tiden är ute')).toBeVisible();
  await expect(time().getByRole('timer')).toHaveText(/^\+00:\d\d$/);
  await expect(time()).toContainText('över tiden, som var 1 s');
  await expect(anna.getByLabel('Ditt rollkort')).toBeVisible();
  await leader.keyboard.press('+');
  await expect(time().getByRole('timer')).toHaveText(/^(01:00|00:[45]\d)$/);
});

test('R28 a step that closes by itself does, also where the server was killed meanwhile', async () => {
  const prompt = await openPromptId();
  await lead('EditPrompt', { prompt, closes: true });
  await expect(time()).toContainText('Steget stängs när tiden är ute.');
  await lead('StartTimer', { prompt, seconds: 4 });
  await server.kill();
  await server.up();
  await expect(anna.getByLabel('Ditt rollkort')).toHaveCount(0, { timeout: 30_000 });
  await expect(leader.getByText(/Stängd\./)).toBeVisible();
  await expect(phones().locator('h1')).not.toHaveText('Vem är du?');
});

test('the parking lot: parked by a key, ticked off, undone, shown on the projector and read afterwards', async () => {
  await leader.getByRole('main').click({ position: { x: 5, y: 5 } });
  const field = leader.getByRole('textbox', { name: 'Parkera en tanke' });
  for (const text of ['Vem betalar?', 'Bjud in länsstyrelsen', '<b>Fel</b>']) {
    await leader.keyboard.press('p');
    await expect(field).toBeFocused();
    await expect(field).toHaveValue('');
    await field.fill(text);
    await field.press('Enter');
    await expect(field).toHaveValue('');
    await field.blur();
  }
  await field.fill('x'.repeat(281));
  await expect(leader.getByText('Högst 280 tecken, nu är det 281.')).toBeVisible();
  await field.press('Enter');
  await field.fill('');

  await leader.getByRole('checkbox', { name: 'Klar: Vem betalar?' }).check();
  await leader.getByRole('button', { name: 'Ta bort: <b>Fel</b>' }).click();
  await expect(leader.getByText('2 parkerade')).toBeAttached();
  await expect(leader.getByRole('checkbox', { name: /länsstyrelsen/ })).toBeFocused();
  await leader.getByRole('button', { name: /^Ångra/ }).click();
  await expect(leader.getByText('3 parkerade')).toBeAttached();
  await leader.getByRole('button', { name: 'Ta bort: <b>Fel</b>' }).click();
  await leader.getByRole('button', { name: 'Ändra: Bjud in länsstyrelsen' }).click();
  await leader.getByRole('textbox', { name: 'Ändra: Bjud in länsstyrelsen' }).fill('Bjud in kommunerna');
  await leader.keyboard.press('Enter');
  await expect(leader.getByRole('button', { name: 'Ändra: Bjud in kommunerna' })).toBeFocused();
  expect(await wall.content()).not.toContain('Vem betalar?');
  await leader.getByRole('button', { name: 'Visa på väggen' }).first().click();
  await expect(wall.getByRole('listitem').filter({ hasText: 'Vem betalar?' })).toContainText('Klart:');
  await expect(wall.getByText('Bjud in kommunerna')).toBeVisible();
  expect(await anna.content()).not.toContain('Vem betalar?');
  await expectAccess(leader);
  await expectAccess(wall);
  await leader.getByRole('button', { name: 'Ta ned från väggen' }).click();
  await expect(wall.getByText('Vem betalar?')).toHaveCount(0);

  const review = await leader.context().newPage();
  await review.goto(`/meeting/${meeting}/review`);
  const parked = review.getByRole('region', { name: 'Parkerat' });
  await expect(parked.getByRole('listitem')).toHaveText([
    /^\s*Vem betalar\?\s*\(klart\)\s*$/,
    /Bjud in kommunerna/
  ]);
  await expectAccess(review);
  await expectNoSideways(review);
  const markdown = await (await leader.request.get(`/meeting/${meeting}/export/md`)).text();
  expect(markdown).toContain('## Parkerat\n\n- Vem betalar? (klart)\n- Bjud in kommunerna\n');
  await review.close();
});

test('own notes survive a reload, are never written over, and are nobody else’s', async () => {
  const url = `/api/meetings/${meeting}/leader-notes`;
  await leader.getByText('Mina anteckningar').click();
  const field = leader.getByRole('textbox', { name: 'Mina anteckningar' });
  await field.fill('Fråga Bo om dammen, EGEN-kanarie');
  await expect(leader.getByText('Sparat', { exact: true })).toBeVisible();
  // The keys of the console are letters here.
  await field.press('End');
  await field.pressSequentially(' tpm');
  await leader.reload();
  await leader.getByText('Mina anteckningar').click();
  await expect(field).toHaveValue('Fråga Bo om dammen, EGEN-kanarie tpm');
  await expectAccess(leader);

  const tab = await leader.context().newPage();
  await tab.goto(`/meeting/${meeting}/console`);
  await tab.getByText('Mina anteckningar').click();
  const second = tab.getByRole('textbox', { name: 'Mina anteckningar' });
  await expect(second).toHaveValue(/tpm$/);
  await field.fill('Den ena');
  await expect(leader.getByText('Sparat', { exact: true })).toBeVisible();
  await expect.poll(async () => (await leader.request.get(url)).json()).toMatchObject({ text: 'Den ena' });
  await second.fill('Den andra');
  await expect(tab.getByText('Inget är överskrivet.')).toBeVisible();
  await expectAccess(tab);
  await tab.getByRole('button', { name: 'Lägg ihop dem' }).click();
  await expect(second).toHaveValue('Den ena\n\nDen andra');
  await expect
    .poll(async () => (await leader.request.get(url)).json())
    .toMatchObject({ text: 'Den ena\n\nDen andra' });
  await tab.close();

  for (const page of [wall, anna, bo]) {
    expect((await page.request.get(url)).status()).toBe(401);
    expect(
      (
        await page.request.put(url, { data: { text: 'x', version: 0 }, headers: { origin: server.origin } })
      ).status()
    ).toBe(401);
    expect(await page.content()).not.toContain('Den andra');
  }
  // Another site's page has the cookie, not the origin; and what is malformed changes nothing.
  const foreign = { data: { text: 'x', version: 3 }, headers: { origin: 'https://annan.example' } };
  expect((await leader.request.put(url, foreign)).status()).toBe(403);
  for (const data of [
    { text: 'x' },
    { text: 'x'.repeat(20_001), version: 3 },
    { text: 'x', version: 3, more: 1 }
  ]) {
    const answer = await leader.request.put(url, { data, headers: { origin: server.origin } });
    expect(answer.status()).toBe(400);
  }
  expect(await (await leader.request.get(url)).json()).toMatchObject({ text: 'Den ena\n\nDen andra' });
  for (const file of ['md', 'json', 'csv'])
    expect(await (await leader.request.get(`/meeting/${meeting}/export/${file}`)).text()).not.toContain(
      'Den andra'
    );
});

test('own notes wait for the net, and say so', async () => {
  const field = leader.getByRole('textbox', { name: 'Mina anteckningar' });
  await leader.context().setOffline(true);
  await field.fill('Skrivet utan nät');
  await expect(leader.getByText('Inte sparat än. Försöker igen.')).toBeVisible();
  await leader.context().setOffline(false);
  await expect(leader.getByText('Sparat', { exact: true })).toBeVisible();
});

test('a break shows until when on the projector, and a talk who talks', async () => {
  await lead('AddPrompt', { prompt: 'fika-0001', kind: 'break', title: 'Fika', minutes: 15 });
  await lead('AddPrompt', {
    prompt: 'tal-00001',
    kind: 'talk',
    title: 'Vattnets historia',
    speaker: 'Eva Lind, Lunds universitet'
  });
  await lead('OpenPrompt', { prompt: 'fika-0001' });
  await expect(wall.getByRole('heading', { name: 'Fika' })).toBeVisible();
  await expect(wall.getByRole('timer')).toHaveText(/^14:[345]\d$/);
  await expect(wall.getByText(/^Vi går vidare \d\d\.\d\d$/)).toBeVisible();
  await expectAccess(wall);
  await lead('OpenPrompt', { prompt: 'tal-00001' });
  await expect(wall.getByRole('heading', { name: 'Vattnets historia' })).toBeVisible();
  await expect(wall.getByText('Eva Lind, Lunds universitet')).toBeVisible();
  await expectAccess(wall);
});

test('on narrow screens', async () => {
  for (const width of [1024, 390, 320]) {
    await leader.setViewportSize({ width, height: 800 });
    await expectNoSideways(leader);
    await expectAccess(leader);
  }
});

async function openPromptId(): Promise<string> {
  const answer = await leader.request.get(`/meeting/${meeting}/export/json`);
  const { prompts } = (await answer.json()) as { prompts: { id: string; stage: string }[] };
  return prompts.find(({ stage }) => stage === 'open')!.id;
}
