/** A leader plans a day: from a template, another meeting, a template of her own and a file. */
import { readFile } from 'node:fs/promises';
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
  planPrompt
} from './people.ts';
import { TestServer } from './server.ts';

let server: TestServer;
let leader: Page;
/** Addresses of the plans of the project's meetings. */
let plans: string[];

test.describe.configure({ mode: 'serial', timeout: 180_000 });
test.beforeAll(async ({ browser }) => {
  server = await TestServer.start();
  leader = await openDesk(browser, server.origin);
  await becomeLeader(leader, server);
  await createProject(leader, 'Vem äger vattnet?');
  await leader.getByRole('link', { name: 'Planera träffen' }).first().click();
  await leader.waitForLoadState('networkidle');
  const links = leader.getByRole('navigation', { name: 'Träffar' }).getByRole('link');
  await expect(links).toHaveCount(4);
  plans = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')!));
});
test.afterAll(() => server.stop());

const rows = (page = leader) => page.getByRole('main').getByRole('list').getByRole('listitem');
const titles = (page = leader) => rows(page).locator('.title').allInnerTexts();
const row = (title: string) => leader.getByRole('button', { name: new RegExp(`^\\S+ ${title}`) });
const put = (count: number) =>
  leader.getByRole('button', { name: count === 1 ? 'Lägg in 1 steg' : `Lägg in ${count} steg` });

async function openPlan(index: number): Promise<void> {
  await leader.goto(plans[index]!);
  await expect(leader.getByRole('button', { name: 'Nytt steg' })).toBeEnabled();
}

/** Until its script has begun: what is pressed before is nobody's. */
async function reload(): Promise<void> {
  await leader.reload();
  await leader.waitForLoadState('networkidle');
  await expect(leader.getByRole('button', { name: 'Nytt steg' })).toBeEnabled();
}

/** Opens what steps can be taken from, and chooses one of it. */
async function choose(name: string | RegExp): Promise<void> {
  await leader.getByRole('button', { name: 'Hämta från en mall' }).click();
  await leader.getByRole('dialog').getByRole('button', { name, exact: true }).click();
}

async function undo(): Promise<void> {
  await leader.getByRole('main').getByRole('button', { name: 'Ångra' }).click();
}

test('a day is laid in from a template, and one undo takes it all back', async () => {
  await openPlan(0);
  await expect(leader.getByRole('heading', { name: 'Vad ska hända under dagen?' })).toBeVisible();
  await expectAccess(leader);
  await choose('Vem är du?');
  const preview = leader.getByRole('dialog');
  await expect(preview.getByText('09.30–15.00')).toBeVisible();
  await expect(preview.getByText('Vi tittar på väggen')).toBeVisible();
  await expectAccess(leader);
  await put(14).click();
  await expect(rows()).toHaveCount(14);
  await expect(leader.getByText('Du lade till 14 steg')).toBeVisible();
  await undo();
  await expect(rows()).toHaveCount(0);
  await choose('Vem är du?');
  await put(14).click();
  await expect(rows()).toHaveCount(14);
});

test('the day gets its hours where it is planned', async () => {
  await leader.getByRole('button', { name: 'Bestäm tider' }).click();
  await leader.getByLabel('Börjar').fill('09:30');
  await leader.getByLabel('Slutar').fill('09:00');
  await leader.getByRole('button', { name: 'Spara', exact: true }).click();
  await expect(leader.getByText('Träffen slutar innan den börjar.')).toBeVisible();
  await expectAccess(leader);
  await leader.getByLabel('Slutar').fill('15:00');
  await leader.getByRole('button', { name: 'Spara', exact: true }).click();
  await expect(leader.getByText('Slutar 15.00 som planerat')).toBeVisible();
  await expect(leader.getByRole('button', { name: 'Ändra tider' })).toBeFocused();
  await reload();
  await expect(leader.getByText('09.30–15.00')).toBeVisible();
});

test('a step is moved with the keyboard, and keeps the focus', async () => {
  await openPlan(0);
  const [first, second, third] = await titles();
  await row(first!).focus();
  await leader.keyboard.press('Alt+ArrowDown');
  await leader.keyboard.press('Alt+ArrowDown');
  await expect.poll(async () => (await titles()).slice(0, 3)).toEqual([second, third, first]);
  await expect(row(first!)).toBeFocused();
  await expect(leader.getByText(`”${first}” står nu som nummer 3 av 14.`)).toBeAttached({ timeout: 8_000 });
  const grip = leader.getByRole('button', { name: `Flytta ”${first}”`, exact: true });
  await grip.focus();
  await leader.keyboard.press('ArrowUp');
  await leader.keyboard.press('ArrowUp');
  await expect(grip).toBeFocused();
  await expect.poll(async () => (await titles()).slice(0, 3)).toEqual([first, second, third]);
  // The page shows it before the server has stored it: it is asked again once it was said.
  await expect(leader.getByText(`”${first}” står nu som nummer 1 av 14.`)).toBeAttached({ timeout: 15_000 });
  await reload();
  await expect.poll(async () => (await titles()).slice(0, 3)).toEqual([first, second, third]);
});

test('a step is dragged with the mouse; beside the list, and with Escape, nothing happens', async () => {
  await openPlan(0);
  const before = await titles();
  const grip = leader.getByRole('button', { name: `Flytta ”${before[1]}”`, exact: true });
  const lift = async () => {
    const box = (await grip.boundingBox())!;
    await leader.mouse.move(box.x + 8, box.y + 20);
    await leader.mouse.down();
    await leader.mouse.move(box.x + 8, box.y + 30, { steps: 3 });
  };
  const target = (await rows().nth(3).boundingBox())!;
  await lift();
  await leader.mouse.move(1300, target.y, { steps: 5 });
  await leader.mouse.up();
  await lift();
  await leader.mouse.move(target.x + 20, target.y + target.height - 4, { steps: 5 });
  await leader.keyboard.press('Escape');
  await leader.mouse.up();
  expect(await titles()).toEqual(before);
  await lift();
  await leader.mouse.move(target.x + 20, target.y + target.height - 4, { steps: 5 });
  await leader.mouse.up();
  const after = [before[0], before[2], before[3], before[1], ...before.slice(4)];
  await expect.poll(() => titles()).toEqual(after);
  await reload();
  expect(await titles()).toEqual(after);
});

test('a step is dragged with a finger', async ({ browser }) => {
  const context = await browser.newContext({
    storageState: await leader.context().storageState(),
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    locale: 'sv-SE',
    baseURL: server.origin
  });
  const phone = await context.newPage();
  await phone.goto(plans[0]!);
  await expect(phone.getByRole('button', { name: 'Nytt steg' })).toBeEnabled();
  const before = await titles(phone);
  const grip = (await rows(phone).nth(0).locator('.grip').boundingBox())!;
  const target = (await rows(phone).nth(1).boundingBox())!;
  const session = await context.newCDPSession(phone);
  const x = grip.x + 16;
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: y === undefined ? [] : [{ x, y }] });
  const from = grip.y + grip.height / 2;
  const to = target.y + target.height - 6;
  await touch('touchStart', from);
  for (let step = 1; step <= 6; step++) await touch('touchMove', from + ((to - from) * step) / 6);
  await touch('touchEnd');
  await expect.poll(() => titles(phone)).toEqual([before[1], before[0], ...before.slice(2)]);
  await expectAccess(phone);
  for (const width of [390, 320]) {
    await phone.setViewportSize({ width, height: 800 });
    await expectNoSideways(phone);
  }
  await phone.getByRole('button', { name: 'Hämta från en mall' }).click();
  await expectNoSideways(phone);
  await expectAccess(phone);
  await phone.getByRole('button', { name: 'Vad har vi lärt oss?', exact: true }).click();
  await expect(phone.getByRole('heading', { name: 'Vad har vi lärt oss?' })).toBeFocused();
  await expectNoSideways(phone);
  await expectAccess(phone);
  await phone.getByRole('button', { name: 'Alla mallar' }).click();
  await expect(phone.getByRole('heading', { name: 'Hela dagar' })).toBeVisible();
  await context.close();
});

test('a step is copied with its settings, and what a vote is about', async () => {
  await openPlan(0);
  await row('Vilka roller är viktigast\\?').click();
  await expect(leader.getByLabel('Prickar per person')).toHaveValue('3');
  await leader.getByRole('button', { name: /^Kopiera steget/ }).click();
  await expect(rows()).toHaveCount(15);
  await expect(leader.getByLabel('Fråga', { exact: true })).toBeFocused();
  await expect(leader.getByLabel('Vilka svar?')).toContainText('Vem är du?');
  await expect(leader.getByRole('radio', { name: /^Grupperna/ })).toBeChecked();
  await undo();
  await expect(rows()).toHaveCount(14);
});

test('a vote of one’s own alternatives', async () => {
  await openPlan(1);
  await leader.getByRole('button', { name: 'Nytt steg' }).click();
  await expectAccess(leader);
  await leader.keyboard.press('p');
  await expect(leader.getByRole('menuitem', { name: 'Prickar' })).toBeFocused();
  await leader.keyboard.press('Enter');
  await expect(leader.getByLabel('Fråga', { exact: true })).toBeFocused();
  await leader.getByLabel('Alternativ', { exact: true }).fill('Bussen\nTåget\n');
  await leader.getByLabel('Prickar per person').fill('5');
  await leader.getByLabel('Man får sätta flera prickar på samma').check();
  await expect(leader.getByText('Du ändrade ”Skriv frågan här”')).toBeVisible();
  await expect(leader.getByRole('status').filter({ hasText: 'Sparad' })).toBeVisible();
  await reload();
  await expect(leader.getByLabel('Alternativ', { exact: true })).toHaveValue('Bussen\nTåget');
  await expect(leader.getByLabel('Prickar per person')).toHaveValue('5');
  await expect(leader.getByLabel('Man får sätta flera prickar på samma')).toBeChecked();
  await leader.getByLabel('Alternativ', { exact: true }).fill('x\n'.repeat(61));
  await leader.getByLabel('Prickar per person').focus();
  await expect(leader.getByText('Det får vara högst 60 alternativ.')).toBeVisible();
  await expectAccess(leader);
  await undo();
});

test('a vote about answers takes groups where there are any, and follows its question', async () => {
  await openPlan(1);
  await planPrompt(leader, 'Rollkort', 'Vem lagar bron?');
  await planPrompt(leader, 'Citat', 'Vad sa de?');
  await planPrompt(leader, 'Prickar', 'Vad först?');
  await leader.getByLabel('Svaren på en annan fråga').check();
  const which = leader.getByLabel('Vilka svar?');
  const groups = leader.getByRole('group', { name: 'Rösta om' }).getByRole('radio', { name: /^Grupperna/ });
  await expect(which.locator('option:checked')).toContainText('Vem lagar bron?');
  await expect(groups).toBeChecked();
  await expectAccess(leader);
  const choices = await which.locator('option').allInnerTexts();
  const choose = (title: string) =>
    which.selectOption({ label: choices.find((one) => one.endsWith(title))! });
  await choose('Vad sa de?');
  await expect(groups).toBeHidden();
  await choose('Vem lagar bron?');
  await expect(groups).toBeChecked();
  await reload();
  await row('Vad först\\?').click();
  await expect(groups).toBeChecked();
});

test('a question says what the phones will be told', async () => {
  await openPlan(1);
  await planPrompt(leader, 'Rollkort', 'Vem frågar du?');
  await expect(leader.getByLabel('Tid att skriva klart')).toHaveValue('60');
  await expect(leader.getByLabel('Visa andras ord för den som har skickat ett eget kort')).toBeChecked();
  await leader.getByLabel('Ingetdera, svaren är anonyma').check();
  await expect(leader.getByText(/På telefonen står: ”Anonymt:/)).toBeVisible();
  await leader.getByLabel('Före, inget visas förrän jag har släppt fram det').check();
  await leader.getByLabel('Smågrupperna svarar, en telefon skriver för alla').check();
  await expect(leader.getByLabel('Svar per smågrupp')).toBeVisible();
  await expectAccess(leader);
  await reload();
  await row('Vem frågar du\\?').click();
  await expect(leader.getByLabel('Före, inget visas förrän jag har släppt fram det')).toBeChecked();
});

test('chosen steps are copied from another meeting, with what they vote on', async () => {
  await openPlan(2);
  await choose(/^1\. /);
  const dialog = leader.getByRole('dialog');
  await dialog.getByLabel('Alla steg').uncheck();
  await expect(put(0)).toBeDisabled();
  await dialog.getByRole('checkbox', { name: /Vilka roller är viktigast/ }).check();
  await dialog.getByRole('checkbox', { name: /^\S+ Vem är du/ }).check();
  await put(2).click();
  await expect(rows()).toHaveCount(2);
  await row('Vilka roller är viktigast\\?').click();
  await expect(leader.getByLabel('Vilka svar?')).toContainText('Vem är du?');
});

test('an agenda is kept as a template of one’s own, used elsewhere, and removed', async () => {
  await openPlan(2);
  await leader.getByRole('button', { name: 'Spara eller dela' }).click();
  await leader.getByRole('menuitem', { name: 'Spara dagordningen som mall' }).click();
  const name = leader.getByLabel('Vad ska mallen heta?');
  await name.fill('');
  await leader.getByRole('dialog').getByRole('button', { name: 'Spara' }).click();
  await expect(leader.getByText('Ge mallen ett namn.')).toBeVisible();
  await expectAccess(leader);
  await name.fill('Rollhalvdag');
  await leader.getByRole('dialog').getByRole('button', { name: 'Spara' }).click();
  await expect(leader.getByText('Mallen ”Rollhalvdag” är sparad.')).toBeAttached({ timeout: 8_000 });

  await openPlan(3);
  await choose('Rollhalvdag');
  await put(2).click();
  await expect(rows()).toHaveCount(2);
  await leader.getByRole('button', { name: 'Hämta från en mall' }).click();
  await leader.getByRole('button', { name: 'Ta bort mallen ”Rollhalvdag”' }).click();
  await expect(leader.getByText('Mallen ”Rollhalvdag” är borttagen.')).toBeVisible();
  await expectAccess(leader);
  await leader.getByRole('dialog').getByRole('button', { name: 'Ångra' }).click();
  await expect(leader.getByRole('button', { name: 'Rollhalvdag', exact: true })).toBeVisible();
  await leader.keyboard.press('Escape');
});

test('an agenda goes as a file, and comes into another meeting where one wants it', async () => {
  await openPlan(0);
  await leader.getByRole('button', { name: 'Spara eller dela' }).click();
  const [download] = await Promise.all([
    leader.waitForEvent('download'),
    leader.getByRole('menuitem', { name: 'Ladda ned dagordningen som fil' }).click()
  ]);
  expect(download.suggestedFilename()).toMatch(/^dagordning .*\.json$/);
  const text = await readFile(await download.path(), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ format: 'ordvagg-agenda', version: 1, startsAt: '09:30' });

  await openPlan(3);
  const before = await titles();
  await leader.getByRole('button', { name: 'Hämta från en mall' }).click();
  await leader.getByLabel('Välj en fil').setInputFiles(await download.path());
  await leader.getByLabel('Var ska de in?').selectOption({ label: 'Först' });
  await put(14).click();
  await expect(rows()).toHaveCount(before.length + 14);
  expect((await titles()).slice(-before.length)).toEqual(before);
  await undo();
  await expect.poll(() => titles()).toEqual(before);
});

test('a file that is no agenda changes nothing, and says why', async () => {
  await openPlan(3);
  const before = await titles();
  await leader.getByRole('button', { name: 'Hämta från en mall' }).click();
  const file = (text: string) => ({
    name: 'x.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text)
  });
  const agenda = (steps: unknown) =>
    JSON.stringify({ format: 'ordvagg-agenda', version: 1, name: 'X', steps });
  const step = { kind: 'quote', title: 'Vad sa de?' };
  for (const [text, sentence] of [
    ['<html>', 'Filen går inte att läsa.'],
    ['{"a":1}', 'Filen är ingen dagordning härifrån.'],
    [agenda([]), 'Där finns inga steg att lägga in.'],
    [agenda(Array(61).fill(step)), 'Det är fler än 60 steg.'],
    [agenda([{ ...step, title: 'x'.repeat(121) }]), 'Steg 1 har en text som är längre än 120 tecken.'],
    [agenda([step, { ...step, by: 'Anna' }]), 'Steg 2 går inte att läsa.'],
    [`${' '.repeat(256 * 1024)}{}`, 'Filen är större än 256 kB.']
  ] as const) {
    await leader.getByLabel('Välj en fil').setInputFiles(file(text));
    await expect(leader.getByRole('dialog').getByRole('alert')).toContainText(sentence);
  }
  await expectAccess(leader);
  // Dropped on the dialog, a good one is looked at like one that was chosen.
  const dropped = await leader.evaluateHandle(
    (text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'mall.json'));
      return data;
    },
    agenda([step])
  );
  await leader.getByRole('dialog').dispatchEvent('drop', { dataTransfer: dropped });
  await expect(put(1)).toBeVisible();
  await leader.keyboard.press('Escape');
  expect(await titles()).toEqual(before);
});

test('a vote keeps its rules once somebody has voted', async ({ browser }) => {
  const id = plans[3]!.split('/')[2]!;
  let sent = 0;
  const ask = async (by: Page, view: string, name: string, data: object) => {
    const answer = await by.request.post(`/api/meetings/${id}/commands?view=${view}`, {
      headers: { origin: server.origin },
      data: { id: `command-${++sent}`, name, data }
    });
    expect(await answer.json()).toMatchObject({ ok: true });
  };
  const choices = ['Bussen', 'Tåget'].map((text) => ({ id: `choice-${text}`.replace('å', 'a'), text }));
  const vote = { about: null, choices, votes: 3, stack: false, low: '', high: '' };
  const step = { prompt: 'prompt-vote', kind: 'dots', title: 'Hur kommer vi dit?', vote };
  await ask(leader, 'leader', 'AddPrompts', { steps: [step] });
  await ask(leader, 'leader', 'OpenPrompt', { prompt: step.prompt });
  await leader.goto(plans[3]!.replace('plan', 'console'));
  const phone = await openPhone(browser, server.origin);
  await joinMeeting(phone, await codeOf(leader), 'Anna');
  await ask(phone, 'participant', 'CastBallot', { prompt: step.prompt, ballot: { [choices[0]!.id]: 1 } });
  await phone.context().close();

  await openPlan(3);
  await row('Hur kommer vi dit\\?').click();
  const refused = leader.getByText(
    'Röster har redan kommit in, så alternativen och antalet går inte att ändra.'
  );
  await leader.getByLabel('Prickar per person').fill('9');
  await leader.getByLabel('Prickar per person').blur();
  await expect(refused).toBeVisible();
  await expect(leader.getByLabel('Prickar per person')).toHaveValue('3');
  // Not `check()`: what is refused may have turned back before it looks.
  await leader.getByLabel('Svaren på en annan fråga').click();
  await expect(leader.getByLabel('Egna alternativ')).toBeChecked();
  await expectAccess(leader);
  // What they are called may still be mended.
  await leader.getByLabel('Alternativ', { exact: true }).fill('Buss\nTåget');
  await leader.getByLabel('Alternativ', { exact: true }).blur();
  await expect(refused).toBeHidden();
  await reload();
  await row('Hur kommer vi dit\\?').click();
  await expect(leader.getByLabel('Alternativ', { exact: true })).toHaveValue('Buss\nTåget');
});

test('the same in English', async () => {
  await leader.context().addCookies([{ name: 'PARAGLIDE_LOCALE', value: 'en', url: server.origin }]);
  await leader.goto(plans[3]!);
  await expect(leader.getByRole('button', { name: 'New step' })).toBeEnabled();
  await leader.getByRole('button', { name: 'Take from a template' }).click();
  await leader.getByRole('button', { name: 'Check-in' }).click();
  await leader.getByRole('button', { name: 'Lay in 1 step' }).click();
  await expect(leader.getByLabel('Question', { exact: true })).toHaveValue('How are you today?');
  await expectAccess(leader);
});
