/** The stream: answers shown one by one, a queue that is let through, what is brought in, and the search. */
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { workbook } from '../fixtures/workbook.ts';
import { expectAccess, expectNoSideways } from './access.ts';
import { bringCrowd, demoLeader, startDemo } from './demo.ts';
import type { Demo, Guest } from './demo.ts';
import { joinMeeting, openDesk, openPhone, sendCard } from './people.ts';

let demo: Demo;
let crowd: Guest[];
test.describe.configure({ timeout: 240_000 });
test.beforeAll(async () => {
  test.setTimeout(240_000);
  demo = await startDemo();
  crowd = await bringCrowd(demo, 4);
});
test.afterAll(async () => {
  for (const { socket } of crowd) socket.close();
  await demo.server.stop();
});

/** A leader's command, where there is no button for it on this page. */
async function lead(page: Page, name: string, data: object): Promise<void> {
  const answer = await page.request.post(`/api/meetings/${demo.meeting}/commands?view=leader`, {
    headers: { origin: demo.server.origin },
    data: { id: randomUUID(), name, data }
  });
  expect(await answer.json()).toMatchObject({ ok: true });
}

/** A new question, opened; answers its id. */
async function ask(page: Page, title: string, more: object = {}): Promise<string> {
  const prompt = randomUUID();
  await lead(page, 'AddPrompt', { prompt, kind: 'role-card', title, ...more });
  await lead(page, 'OpenPrompt', { prompt });
  return prompt;
}

async function write(guest: Guest, prompt: string, text: string): Promise<void> {
  const data = { note: randomUUID(), prompt, fields: { text } };
  const ack: unknown = await guest.socket.emitWithAck('command', {
    id: randomUUID(),
    name: 'SubmitNote',
    data
  });
  expect(ack).toMatchObject({ ok: true });
}

async function openConsole(page: Page, title: string): Promise<void> {
  await page.goto(`/meeting/${demo.meeting}/console`);
  await page.waitForLoadState('networkidle');
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

function row(page: Page, text: string) {
  return page.getByRole('main').getByRole('listitem').filter({ hasText: text });
}

test('concealed answers are blank notes, shown one by one, then all', async ({ browser }) => {
  const leader = await demoLeader(browser, demo);
  const wall = await openDesk(browser, demo.server.origin);
  const heard: string[] = [];
  wall.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => heard.push(String(payload))));
  const prompt = await ask(leader, 'Vem håller i det?', { hidden: true });
  await wall.goto(`/meeting/${demo.meeting}/wall?key=${demo.wallKey}`);
  await openConsole(leader, 'Vem håller i det?');
  const SENTENCE = 'Den som ser vad som behövs, och gör det utan att fråga först';
  for (const [at, text] of ['Eldsjälen', 'Kommundirektören', SENTENCE].entries()) {
    await write(crowd[at]!, prompt, text);
  }
  await expect(wall.getByRole('img', { name: /3 kort/ })).toBeVisible();
  await expect(wall.locator('rect')).toHaveCount(3);
  expect(heard.join('')).not.toMatch(/Eldsjälen|Kommundirektören|Den som ser/);

  await row(leader, 'Eldsjälen').hover();
  await leader.getByRole('button', { name: 'Visa på väggen: Eldsjälen' }).click();
  const slip = wall.getByRole('listitem').filter({ hasText: /^Eldsjälen/ });
  await expect(slip).toBeVisible();
  await expect(wall.locator('rect')).toHaveCount(2);
  await expect(row(leader, 'Eldsjälen').getByText('Visas på väggen')).toBeVisible();
  const before = await slip.boundingBox();

  await test.step('by key, while its row has the focus', async () => {
    await leader.getByRole('button', { name: `Visa på väggen: ${SENTENCE}` }).focus();
    await leader.keyboard.press('e');
    await expect(wall.getByText(SENTENCE)).toBeVisible();
    expect(await slip.boundingBox()).toEqual(before);
    expect(heard.join('')).not.toContain('Kommundirektören');
    await expectAccess(leader);
  });

  await test.step('one is taken back, and undone', async () => {
    await leader.keyboard.press('e');
    await expect(wall.getByText(SENTENCE)).toHaveCount(0);
    await leader.keyboard.press('z');
    await expect(wall.getByText(SENTENCE)).toBeVisible();
  });

  await leader.keyboard.press('v');
  await expect(wall.getByText('Kommundirektören').first()).toBeAttached();
});

test('what waits is let through, one by one or all, and nothing jumps', async ({ browser }) => {
  const leader = await demoLeader(browser, demo);
  const phone = await openPhone(browser, demo.server.origin);
  const wall = await openDesk(browser, demo.server.origin);
  await wall.goto(`/meeting/${demo.meeting}/wall?key=${demo.wallKey}`);
  const prompt = await ask(leader, 'Vem får inte synas?', { moderation: 'before' });
  await openConsole(leader, 'Vem får inte synas?');
  await joinMeeting(phone, demo.code, 'Berit');
  for (const [at, text] of ['Första', 'Andra', 'Tredje', 'Fjärde'].entries()) {
    await write(crowd[at]!, prompt, text);
  }
  await sendCard(phone, 'Olämpligt');
  await expect(leader.getByRole('tab', { name: 'Flöde, 5 väntar' })).toBeVisible();
  await expect(leader.getByRole('navigation', { name: 'Dagordning' }).getByText('5 väntar')).toBeVisible();
  const queue = leader.getByRole('list', { name: 'Väntar på att släppas fram' });
  await expect(queue.getByRole('listitem')).toHaveText([/Första/, /Andra/, /Tredje/, /Fjärde/, /Olämpligt/]);
  await expectAccess(leader);

  await test.step('by key, the first first', async () => {
    await leader.keyboard.press('j');
    await expect(queue.getByRole('listitem')).toHaveCount(4);
    await expect(wall.getByText('Första').first()).toBeAttached();
    expect(await wall.content()).not.toMatch(/Andra|Olämpligt/);
  });

  await test.step('with the pointer, and the rows stay where they are', async () => {
    const hide = leader.getByRole('button', { name: 'Dölj: Olämpligt' });
    const before = await hide.boundingBox();
    await leader.getByRole('button', { name: 'Släpp fram: Andra' }).click();
    await expect(queue.getByText('Framsläppt')).toBeVisible();
    await expect(leader.getByRole('button', { name: 'Släpp fram: Tredje' })).toBeFocused();
    expect(await hide.boundingBox()).toEqual(before);
    await hide.click();
    await expect(phone.getByText(/^Den som leder har dolt den/)).toBeVisible();
  });

  await test.step('all at once, undone in one step', async () => {
    await leader.getByRole('button', { name: 'Släpp fram alla 2' }).click();
    await expect(wall.getByText('Fjärde').first()).toBeAttached();
    await expect(leader.getByRole('tab', { name: 'Flöde', exact: true })).toBeVisible();
    await leader.keyboard.press('z');
    await expect(leader.getByRole('tab', { name: 'Flöde, 2 väntar' })).toBeVisible();
    await expect(wall.getByText('Fjärde')).toHaveCount(0);
  });

  await test.step('where a leader looks afterwards, what its author changed is marked', async () => {
    await lead(leader, 'EditPrompt', { prompt, moderation: 'after' });
    await leader.getByRole('button', { name: 'Visa igen: Olämpligt' }).focus();
    await leader.keyboard.press('d');
    const approve = leader.getByRole('button', { name: 'Släpp fram: Olämpligt' });
    await approve.focus();
    await leader.keyboard.press('j');
    // Whoever comes back before the server has answered finds the row standing still, without its acts.
    await expect(approve).toHaveCount(0);
    await leader.getByRole('heading', { level: 1 }).hover();
    await leader.getByRole('tab', { name: /Flöde/ }).focus();
    await row(leader, 'Olämpligt').hover();
    await leader.getByRole('button', { name: 'Dölj: Olämpligt' }).click();
    await phone.getByRole('button', { name: /^Ändra: Olämpligt/ }).click();
    await phone.getByLabel('Ändra kortet').fill('Bättre');
    await phone.getByRole('button', { name: 'Spara ändringen' }).click();
    await expect(row(leader, 'Bättre').getByText('Dold, ändrad sedan dess')).toBeVisible();
  });

  await test.step('where nothing is taken away, no button says so', async () => {
    await lead(leader, 'EditPrompt', { prompt, moderation: 'off' });
    await row(leader, 'Första').hover();
    await expect(leader.getByRole('button', { name: 'Lyft fram: Första' })).toBeVisible();
    await expect(leader.getByRole('button', { name: 'Dölj: Första' })).toHaveCount(0);
  });
});

test('cards are pasted or fetched, with doubles left out, and undone in one step', async ({ browser }) => {
  const leader = await demoLeader(browser, demo);
  const prompt = await ask(leader, 'Vad stod på blädderblocket?');
  await openConsole(leader, 'Vad stod på blädderblocket?');
  await write(crowd[0]!, prompt, 'Nav');
  await expect(row(leader, 'Nav')).toBeVisible();
  const open = leader.getByRole('button', { name: 'Klistra in eller hämta' });
  const dialog = leader.getByRole('dialog', { name: 'Klistra in eller hämta' });

  await test.step('pasted: what is too long, empty or there already is marked', async () => {
    await open.click();
    await dialog
      .getByLabel('Klistra in eller skriv')
      .fill(`nav\nLots\tvisar vägen\nLOTS\n\n${'Livsmedelsberedskapssamordnare'.repeat(3)}\n<b>Kock</b>`);
    await expect(dialog.getByText('6 rader, 2 kommer in.')).toBeVisible();
    await expect(dialog.getByText('Finns redan')).toBeVisible();
    await expect(dialog.getByText('Samma som rad 2')).toBeVisible();
    await expect(dialog.getByText('För lång: 90 tecken, högst 60 får plats')).toBeVisible();
    await expectAccess(leader);
    await dialog.getByRole('checkbox', { name: 'Rad 3: LOTS' }).check();
    await dialog.getByRole('button', { name: 'Lägg in 3 svar' }).click();
    await expect(dialog).toBeHidden();
    await expect(open).toBeFocused();
    await expect(row(leader, 'visar vägen')).toBeVisible();
    await expect(row(leader, '<b>Kock</b>')).toBeVisible();
  });

  await test.step('one step back takes all of it away', async () => {
    await leader.keyboard.press('z');
    await expect(row(leader, 'Lots')).toHaveCount(0);
    await expect(row(leader, 'Nav')).toBeVisible();
    await leader.keyboard.press('Shift+Z');
    await expect(row(leader, 'visar vägen')).toBeVisible();
  });

  await test.step('a workbook, whose columns are known by their titles', async () => {
    await open.click();
    const rows = [
      ['Tid', 'Förklaring', 'Rollkort'],
      ['9.30', 'håller ut', 'Uthållig'],
      ['9.31', '', 'Lots']
    ];
    await dialog.getByLabel('Eller hämta en fil').setInputFiles({
      name: 'kort.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from(workbook(rows))
    });
    await expect(dialog.getByText('2 rader, 1 kommer in.')).toBeVisible();
    await expect(dialog.getByLabel('Svaret står i')).toHaveValue('2');
    await dialog.getByRole('button', { name: 'Lägg in 1 svar' }).click();
    await expect(row(leader, 'håller ut')).toBeVisible();
  });

  await test.step('more than 500 are refused with a way out, and 500 long ones go through', async () => {
    await open.click();
    const lines = Array.from({ length: 520 }, (_, at) => `Kort ${at}\t${'förklaring '.repeat(24)}`);
    // At once, as it is pasted: typed in by the browser's own command, 130,000 letters take half a minute.
    await dialog.getByLabel('Klistra in eller skriv').evaluate((field: HTMLTextAreaElement, text) => {
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, lines.join('\n'));
    await expect(dialog.getByText(/Du har bockat i 520\. Högst 500/)).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Lägg in 520 svar' })).toBeDisabled();
    await dialog.getByRole('button', { name: 'Ta de 500 första' }).click();
    await dialog.getByRole('button', { name: 'Lägg in 500 svar' }).click();
    await expect(dialog).toBeHidden();
    await expect(leader.getByText(/Öppen\. 505 kort/)).toBeVisible();
    await leader.keyboard.press('z');
    await expect(leader.getByText(/Öppen\. 5 kort/)).toBeVisible();
  });
});

test('cards are pasted or fetched with the organisation that each came from', async ({ browser }) => {
  const leader = await demoLeader(browser, demo);
  const prompt = await ask(leader, 'Vad skrev ni i formuläret?');
  await openConsole(leader, 'Vad skrev ni i formuläret?');
  const open = leader.getByRole('button', { name: 'Klistra in eller hämta' });
  const dialog = leader.getByRole('dialog', { name: 'Klistra in eller hämta' });
  const SHEET = [
    'Tid\tVilken organisation kommer du från?\tRollkort',
    '9.30\tregion älvmark\tUthållig',
    '9.31\tRegion Kustlanda\tUthållig',
    '9.32\tLivsmedelsberedskapsmyndigheten\tLots'
  ].join('\n');

  await test.step('the column is known, and a name that the project does not have is told', async () => {
    await open.click();
    await dialog.getByLabel('Klistra in eller skriv').fill(SHEET);
    await expect(dialog.getByText('3 rader, 3 kommer in.')).toBeVisible();
    await expect(dialog.getByLabel('Organisationen står i')).toHaveValue('1');
    await expect(
      dialog.getByText(
        'Livsmedelsberedskapsmyndigheten finns inte i projektet. Svaren därifrån kommer in utan organisation.'
      )
    ).toBeVisible();
    await expectAccess(leader);
    if (process.env.SHOTS) await leader.screenshot({ path: `${process.env.SHOTS}/import-desk.png` });
    const size = leader.viewportSize()!;
    await leader.setViewportSize({ width: 320, height: 900 });
    await expectNoSideways(leader);
    await dialog.getByLabel('Organisationen står i').scrollIntoViewIfNeeded();
    if (process.env.SHOTS) await leader.screenshot({ path: `${process.env.SHOTS}/import-320.png` });
    await leader.setViewportSize(size);
  });

  await test.step('chosen by keyboard: none, and again that one', async () => {
    await dialog.getByLabel('Organisationen står i').selectOption('Ingen kolumn');
    await expect(dialog.getByText('finns inte i projektet')).toHaveCount(0);
    await expect(dialog.getByText('Samma som rad 2')).toBeVisible();
    await dialog.getByLabel('Organisationen står i').selectOption('1');
    await dialog.getByRole('button', { name: 'Lägg in 3 svar' }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('the stream tells it, and finds by it', async () => {
    await expect(row(leader, 'Region Älvmark · Inlagt av er')).toContainText('Uthållig');
    await expect(row(leader, 'Lots')).not.toContainText('myndigheten');
    await leader.getByLabel('Organisation', { exact: true }).selectOption('Region Kustlanda');
    await expect(row(leader, 'Uthållig')).toHaveCount(1);
    if (process.env.SHOTS) await leader.screenshot({ path: `${process.env.SHOTS}/import-stream.png` });
  });

  await test.step('added in another tab meanwhile, it comes along', async () => {
    await leader.getByRole('button', { name: 'Rensa sökningen' }).click();
    await open.click();
    const name = 'Livsmedelsberedskapsmyndigheten';
    await dialog.getByLabel('Klistra in eller skriv').fill(`Rollkort\tOrganisation\nKock\t${name}`);
    await expect(dialog.getByText(`${name} finns inte i projektet.`)).toBeVisible();
    const [settings] = await Promise.all([
      leader.waitForEvent('popup'),
      dialog.getByRole('link', { name: 'Lägg till organisationer i en ny flik' }).click()
    ]);
    await expect(settings).toHaveURL(/\/settings#organisations$/);
    const added = await settings.request.post(`${settings.url().split('#')[0]}?/addOrganisations`, {
      headers: { origin: demo.server.origin },
      form: { part: 'organisations', organisations: name, kind: 'agency' }
    });
    expect(added.ok()).toBe(true);
    await settings.close();
    // A browser without a window of its own does not tell that somebody is back.
    await leader.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expect(dialog.getByText('finns inte i projektet')).toHaveCount(0);
    await dialog.getByRole('button', { name: 'Lägg in 1 svar' }).click();
    await expect(row(leader, `${name} · Inlagt av er`)).toContainText('Kock');
  });

  await test.step('an anonymous step says that they do not come along', async () => {
    await lead(leader, 'EditPrompt', { prompt, pledge: 'anonymous' });
    await open.click();
    await dialog.getByLabel('Klistra in eller skriv').fill(SHEET);
    await expect(dialog.getByText('Steget är anonymt, så organisationerna följer inte med.')).toBeVisible();
    await expect(dialog.getByLabel('Organisationen står i')).toHaveCount(0);
    if (process.env.SHOTS) await leader.screenshot({ path: `${process.env.SHOTS}/import-anonymous.png` });
  });
});

test('the search finds, counts and lets go, also among 200', async ({ browser }) => {
  const leader = await demoLeader(browser, demo);
  const prompt = await ask(leader, 'Vem söker du?');
  const texts = Array.from({ length: 199 }, (_, at) => `Livsmedelsberedskapssamordnare ${at}`);
  await lead(leader, 'ImportNotes', {
    prompt,
    notes: texts.map((text) => ({ note: randomUUID(), fields: { text } }))
  });
  await write(crowd[1]!, prompt, 'Rådgivare');
  await openConsole(leader, 'Vem söker du?');
  await leader.keyboard.press('2');
  await leader.keyboard.press('/');
  const field = leader.getByRole('textbox', { name: 'Sök bland svaren' });
  await expect(field).toBeFocused();
  await leader.keyboard.type('RÅD');
  await expect(leader.getByText('1 av 200 svar')).toBeVisible();
  await expect(row(leader, 'Rådgivare')).toBeVisible();
  await leader.keyboard.press('ArrowDown');
  await expect(leader.getByRole('button', { name: 'Lyft fram: Rådgivare' })).toBeFocused();
  await leader.keyboard.press('ArrowUp');
  await expect(field).toBeFocused();
  await leader.keyboard.press('Escape');
  await expect(row(leader, 'Livsmedelsberedskapssamordnare 7').first()).toBeAttached();
  await expect(field).toHaveValue('');
  await leader.keyboard.type('rad');
  await expect(leader.getByText('0 av 200 svar')).toBeVisible();
  await leader.keyboard.press('Escape');
  for (const size of [
    { width: 1366, height: 768 },
    { width: 1024, height: 768 },
    { width: 390, height: 844 },
    { width: 320, height: 640 }
  ]) {
    await leader.setViewportSize(size);
    await expectNoSideways(leader);
  }
  await leader.evaluate(() =>
    document.querySelector<HTMLElement>('main .foot')?.style.setProperty('position', 'static')
  );
  await expectAccess(leader);
});

test('back opens the step before, and undo takes that back', async ({ browser }) => {
  const leader = await demoLeader(browser, demo);
  await ask(leader, 'Först?');
  await ask(leader, 'Sedan?');
  await openConsole(leader, 'Sedan?');
  await leader.keyboard.press('b');
  await expect(leader.getByRole('heading', { level: 1, name: 'Först?' })).toBeVisible();
  await leader.keyboard.press('z');
  await expect(leader.getByRole('heading', { level: 1, name: 'Sedan?' })).toBeVisible();
});
