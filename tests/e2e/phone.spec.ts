/** What a phone offers and promises: words of others, consent, states, time, a break, a talk. Steps are led by commands. */
import { expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { expectAccess, expectNoSideways } from './access.ts';
import { becomeLeader, codeOf, createProject, openDesk, openPhone, sendCard } from './people.ts';
import { TestServer } from './server.ts';

let server: TestServer;
let leader: Page;
let meeting: string;
let code: string;
let anna: Page;
let bo: Page;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ browser }) => {
  server = await TestServer.start();
  leader = await openDesk(browser, server.origin);
  await becomeLeader(leader, server);
  await createProject(leader, 'Vem äger vattnet?');
  await leader.getByRole('link', { name: 'Planera träffen' }).first().click();
  await leader.waitForURL(/\/meeting\/[^/]+\/plan/);
  meeting = /\/meeting\/([^/]+)\//.exec(leader.url())![1]!;
  await lead('OpenMeeting', {});
  await leader.goto(`/meeting/${meeting}/console`);
  code = await codeOf(leader);
  [anna, bo] = [await joined(browser, 'Anna', 'Region Älvmark'), await joined(browser, 'Bo')];
});
test.afterAll(() => server.stop());

async function joined(browser: Browser, name: string, organisation = ''): Promise<Page> {
  const phone = await openPhone(browser, server.origin);
  await phone.request.post('/api/join', { data: { code, name, organisation } });
  await phone.goto(`/meeting/${meeting}`);
  await expect(phone.getByRole('heading', { name: 'Du är med' })).toBeVisible();
  return phone;
}

async function lead(name: string, data: object): Promise<void> {
  const id = crypto.randomUUID();
  const answer = await leader.request.post(`/api/meetings/${meeting}/commands?view=leader`, {
    data: { id, name, data },
    headers: { origin: server.origin }
  });
  expect(await answer.json(), name).toMatchObject({ ok: true });
}

async function ask(prompt: string, kind: string, title: string, settings: object = {}): Promise<void> {
  await lead('AddPrompt', { prompt, kind, title, ...settings });
  await lead('OpenPrompt', { prompt });
  for (const phone of [anna, bo]) await expect(phone.getByRole('heading', { name: title })).toBeVisible();
}

test('words of others are offered after the first card of one’s own, sent with a tap, and taken back', async () => {
  await ask('prompt-hints', 'role-card', 'Vem är du?', { suggests: true });
  await sendCard(bo, 'Samordnare');
  await sendCard(bo, 'Samhällsplaneringssamordnare');
  await sendCard(bo, 'Dörröppnare');
  await expect(bo.getByText('Sparad')).toHaveCount(3);
  await anna.waitForTimeout(2_600);
  await expect(anna.getByText('Andra har skrivit')).toHaveCount(0);
  await sendCard(anna, 'Nav');
  const offered = anna.getByRole('region', { name: 'Andra har skrivit' });
  await expect(offered.getByRole('button')).toHaveCount(3);
  await expectAccess(anna);

  await test.step('while one writes, those that begin like it', async () => {
    await anna.getByLabel('Ditt rollkort').fill('sam');
    await expect(offered.getByRole('button')).toHaveCount(2);
    await anna.getByLabel('Ditt rollkort').fill('dörr');
    await expect(offered.getByRole('button')).toHaveCount(1);
  });
  await offered.getByRole('button', { name: 'Skicka som ditt kort: Dörröppnare' }).tap();
  await expect(anna.getByText('Du skickade ”Dörröppnare”.')).toBeVisible();
  await expect(anna.getByLabel('Ditt rollkort')).toHaveValue('');
  const mine = anna.getByRole('region', { name: 'Dina kort' });
  await expect(mine.getByText('Dörröppnare')).toBeVisible();
  await anna.getByRole('button', { name: 'Ångra' }).tap();
  await expect(mine.getByText('Dörröppnare')).toHaveCount(0);
  await expect(offered.getByRole('button')).toHaveCount(3, { timeout: 10_000 });
  await lead('ClosePrompt', { prompt: 'prompt-hints' });
});

test('the wall stands first on the phone as soon as it may be seen', async () => {
  await expect(bo.getByRole('heading', { name: 'Orden är samlade' })).toBeVisible();
  await expectAccess(bo);
  await bo.getByRole('link', { name: 'Se väggen: Vem är du?' }).tap();
  await expect(bo.getByText('Samhällsplaneringssamordnare').first()).toBeAttached();
  await bo.getByRole('link', { name: 'Tillbaka till träffen' }).tap();
  await expect(bo.getByRole('heading', { name: 'Orden är samlade' })).toBeVisible();
});

test('what may be printed is asked, and the review keeps to it', async ({ browser }) => {
  const wall = await openDesk(browser, server.origin);
  const link = await leader.getByRole('link', { name: 'Öppna väggen' }).first().getAttribute('href');
  await wall.goto(link!);
  await ask('prompt-quote', 'quote', 'Vad sa någon som fastnade?');
  await anna.getByLabel('Citatet').fill('Jag står för det här.');
  await anna.getByRole('radio', { name: 'Jag', exact: true }).check();
  await anna.getByRole('button', { name: 'Skicka citatet' }).tap();
  const fault = anna.getByRole('alert').filter({ hasText: 'Välj vad som får stå under citatet' });
  await expect(fault).toBeInViewport({ ratio: 1 });
  await expect(fault.locator('svg')).toBeVisible();
  await expect(anna.getByRole('radio', { name: 'Mitt namn' })).toBeFocused();
  await expect(anna.getByRole('radio', { name: 'Mitt namn' })).toBeInViewport();
  await expectAccess(anna);
  await anna.getByRole('radio', { name: 'Varken eller' }).check();
  await expect(anna.getByText('I dokumentationen står: Deltagare')).toBeVisible();
  await anna.getByRole('button', { name: 'Skicka citatet' }).tap();
  await expect(anna.getByText('Sparad')).toHaveCount(1);

  await bo.getByLabel('Citatet').fill('Ingen har bett oss.');
  await bo.getByRole('radio', { name: 'Någon annan' }).check();
  await bo.getByLabel('Namn', { exact: true }).fill('Gun Kanarie');
  await expect(bo.getByRole('checkbox')).not.toBeChecked();
  await expectAccess(bo);
  await bo.getByRole('button', { name: 'Skicka citatet' }).tap();
  await bo.getByLabel('Citatet', { exact: true }).fill('Nu har vi frågat.');
  await bo.getByRole('radio', { name: 'Någon annan' }).check();
  await bo.getByLabel('Namn', { exact: true }).fill('Siv Svala');
  await bo.getByRole('checkbox', { name: 'Jag har frågat, och namnet får stå i dokumentationen.' }).check();
  await bo.getByRole('button', { name: 'Skicka citatet' }).tap();
  await expect(bo.getByText('Sparad')).toHaveCount(2);
  await lead('TurnProjector', { screen: { view: 'quotes', prompt: 'prompt-quote' } });
  await expect(wall.getByText('Anna').first()).toBeAttached({ timeout: 30_000 });
  await lead('ClosePrompt', { prompt: 'prompt-quote' });

  const review = await leader.request.get(`/meeting/${meeting}/review`);
  const files = await Promise.all(
    ['md', 'csv', 'json'].map(async (format) =>
      (await leader.request.get(`/meeting/${meeting}/export/${format}`)).text()
    )
  );
  for (const text of [await review.text(), ...files]) {
    expect(text).toContain('Ingen har bett oss.');
    expect(text).toContain('Siv Svala');
    expect(text).not.toContain('Gun Kanarie');
    expect(text).not.toMatch(/\bAnna\b/);
  }
});

test('where a leader looks first, a note says that it waits; a hidden one can be changed', async () => {
  await ask('prompt-notes', 'sticky-note', 'Vad gör vi nu?', { moderation: 'before' });
  await expect(anna.getByText('Processledaren läser först, sedan visas det för andra.')).toBeVisible();
  await anna.getByLabel('Din lapp').fill('Träffas vid åmynningen');
  await anna.getByRole('button', { name: 'Skicka lappen' }).tap();
  const mine = anna.getByRole('region', { name: 'Dina lappar' });
  await expect(mine.getByText('Väntar på att visas')).toBeVisible();
  await expectAccess(anna);
  const note = (await mine.getByRole('listitem').first().getAttribute('id'))!.replace('note-', '');
  await lead('ApproveNotes', { prompt: 'prompt-notes', notes: [note] });
  await expect(mine.getByText('Sparad')).toBeVisible();
  await lead('HideNote', { note });
  await expect(mine.getByText('Den som leder har dolt den. Du kan ändra den.')).toBeVisible();
  await mine.getByRole('button', { name: /^Ändra/ }).tap();
  await anna.getByLabel('Ändra lappen').fill('Träffas på torget');
  await anna.getByRole('button', { name: 'Spara ändringen' }).tap();
  await expect(mine.getByText('Väntar på att visas')).toBeVisible();
});

test('time is told quietly; what is half-written at the end can be sent for a while, then is kept', async () => {
  await ask('prompt-time', 'sticky-note', 'Hinner vi?', { grace: 12 });
  await lead('StartTimer', { prompt: 'prompt-time', seconds: 330 });
  await expect(anna.getByText('6 min kvar')).toBeVisible();
  await lead('PauseTimer', { prompt: 'prompt-time' });
  await expect(anna.getByText('Pausad, 6 min kvar')).toBeVisible();
  await lead('StartTimer', { prompt: 'prompt-time', seconds: 62 });
  await expect(anna.getByText(/^(60|59|58) s kvar$/)).toBeVisible({ timeout: 10_000 });
  await expect(anna.getByRole('status').filter({ hasText: 'En minut kvar.' })).toBeAttached({
    timeout: 12_000
  });
  await expectAccess(anna);
  for (const phone of [anna, bo]) await phone.getByLabel('Din lapp').fill('Halvskrivet');
  await lead('ClosePrompt', { prompt: 'prompt-time' });
  await expect(anna.getByText(/Du kan skicka det du har skrivit i \d+ sekunder till/).first()).toBeVisible();
  await expectAccess(anna);
  await anna.getByRole('button', { name: 'Skicka lappen' }).tap();
  await expect(anna.getByRole('heading', { name: 'Inget att göra just nu' })).toBeVisible();
  await expect(bo.getByText('Frågan är stängd. Din text ligger kvar här.')).toBeVisible({ timeout: 20_000 });
  await expect(bo.getByLabel('Din lapp')).toHaveValue('Halvskrivet');
  await anna.getByText('Det du har skrivit', { exact: true }).tap();
  await expect(
    anna.getByRole('listitem').filter({ hasText: 'Halvskrivet' }).getByText('Sparad')
  ).toBeVisible();
  await bo.getByRole('button', { name: 'Gå vidare' }).tap();
});

test('a break says until when', async () => {
  await ask('prompt-break', 'break', 'Fika', { minutes: 20 });
  const clock = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Stockholm',
    hour: '2-digit',
    minute: '2-digit'
  });
  const end = clock.format(Date.now() + 20 * 60_000).replace(':', '.');
  await expect(anna.getByText(/^Vi går vidare \d\d\.\d\d\.$/)).toBeVisible();
  expect([end, clock.format(Date.now() + 19 * 60_000).replace(':', '.')]).toContain(
    (await anna.getByText(/^Vi går vidare/).innerText()).slice(14, 19)
  );
  await expect(anna.getByText('Det du har skrivit', { exact: true })).toBeVisible();
  await expectAccess(anna);
});

test('a talk takes quotes of whoever talks, unless one says otherwise', async () => {
  await ask('prompt-talk', 'talk', 'Varifrån kommer vi?', { speaker: 'Gun Ek, näringslivsstrateg' });
  await expect(anna.getByText('Gun Ek, näringslivsstrateg')).toBeVisible();
  await expect(anna.getByText('Skriv sådant som sägs och som du vill spara.')).toBeVisible();
  await expect(anna.getByRole('radio', { name: 'Någon annan' })).toBeChecked();
  await expect(anna.getByLabel('Namn', { exact: true })).toHaveValue('Gun Ek');
  await expect(anna.getByLabel('Titel (frivillig)')).toHaveValue('näringslivsstrateg');
  await expectAccess(anna);
  await anna.setViewportSize({ width: 320, height: 640 });
  await expectNoSideways(anna);
  await anna.getByLabel('Citatet', { exact: true }).fill('Vattnet väntar inte.');
  await anna.getByRole('button', { name: 'Skicka citatet' }).tap();
  const mine = anna.getByRole('region', { name: 'Dina citat' });
  await expect(mine.getByText('Gun Ek, näringslivsstrateg')).toBeVisible();
  await expect(mine.getByText('I dokumentationen står: Deltagare')).toBeVisible();
  await anna.getByLabel('Citatet', { exact: true }).fill('Det tänkte jag själv.');
  await anna.getByRole('radio', { name: 'Jag', exact: true }).check();
  await anna.getByRole('radio', { name: 'Mitt namn' }).check();
  await anna.getByRole('button', { name: 'Skicka citatet' }).tap();
  await expect(mine.getByText('Anna, Region Älvmark')).toBeVisible();
});

test('one changes the own name and organisation, by keyboard and without a net, and stays who one is', async () => {
  await ask('prompt-name', 'role-card', 'Vem blev du?');
  await sendCard(bo, 'Budbärare');
  await expect(bo.getByText('Sparad').first()).toBeVisible();
  await bo.getByLabel('Ditt rollkort').fill('Halvskrivet');
  await bo.setViewportSize({ width: 320, height: 640 });
  await bo.getByLabel('Bo, meny').focus();
  await bo.keyboard.press('Enter');
  await expect(bo.getByText('Du blir en ny deltagare. Det du har skrivit ligger kvar hos Bo.')).toBeVisible();
  const code = await bo.getByText(/Din egen kod är/).innerText();
  await expectAccess(bo);
  await expectNoSideways(bo);
  await bo.keyboard.press('Tab');
  await bo.keyboard.press('Enter');
  const form = bo.getByRole('form', { name: 'Ändra namn eller organisation' });
  const name = form.getByLabel('Ditt namn');
  await expect(name).toBeFocused();
  await expect(name).toHaveValue('Bo');
  await expectNoSideways(bo);
  await expectAccess(bo);

  await name.fill('  ');
  await name.press('Enter');
  await expect(form.getByText('Skriv ett namn. Förnamn räcker.')).toBeVisible();
  await expect(name).toBeFocused();
  await expectAccess(bo);
  await name.fill('å'.repeat(61));
  await name.press('Enter');
  await expect(form.getByText('Namnet är för långt.')).toBeVisible();
  await name.fill('Åsa-Bo Žiga');
  await form.getByLabel('Din organisation').selectOption({ label: 'En annan organisation' });
  await form.getByRole('button', { name: 'Spara' }).tap();
  await expect(form.getByText('Skriv vilken organisation')).toBeVisible();
  await form.getByLabel('Vilken organisation?').fill('Byalaget');
  await bo.context().setOffline(true);
  await form.getByRole('button', { name: 'Spara' }).tap();
  await expect(form.getByText('Nätet svarar inte.')).toBeVisible({ timeout: 15_000 });
  await expect(name).toHaveValue('Åsa-Bo Žiga');
  await bo.context().setOffline(false);
  await form.getByRole('button', { name: 'Spara' }).tap();
  await expect(bo.getByRole('button', { name: 'Ändra namn eller organisation' })).toBeFocused();
  await expect(bo.getByRole('status').filter({ hasText: 'Nu är du med som Åsa-Bo Žiga.' })).toBeAttached();
  await expect(bo.getByText('Du är med som Åsa-Bo Žiga, Byalaget')).toBeVisible();
  expect(await bo.getByText(/Din egen kod är/).innerText()).toBe(code);
  await bo.keyboard.press('Escape');
  await expect(bo.getByLabel('Åsa-Bo Žiga, meny')).toBeFocused();
  await expect(bo.getByLabel('Ditt rollkort')).toHaveValue('Halvskrivet');
  await expect(bo.getByText('Budbärare')).toBeVisible();
  await expect(leader.getByText('Åsa-Bo Žiga').first()).toBeAttached({ timeout: 10_000 });
  const view = await leader.request.get(`/meeting/${meeting}/console`);
  expect(await view.text()).toContain('Åsa-Bo Žiga');
});
