/** Homework: answered at home before the meeting, passed on to a partner, looked at when it begins, carried on by the next. */
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
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
let phone: Page;
let partner: Page;
/** Ids of the project's meetings. */
let meetings: string[];
let code: string;
let link: string;
const ROLES = 'Vad kallar andra vår roll?';
const CARDS = 'Vad kallar du den?';

test.describe.configure({ mode: 'serial', timeout: 120_000 });
test.beforeAll(async ({ browser }) => {
  server = await TestServer.start();
  leader = await openDesk(browser, server.origin);
  await becomeLeader(leader, server);
  await createProject(leader, 'Vem äger vattnet?');
  await leader.getByRole('link', { name: 'Planera träffen' }).first().click();
  const links = leader.getByRole('navigation', { name: 'Träffar' }).getByRole('link');
  await expect(links).toHaveCount(4);
  const paths = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')!));
  meetings = paths.map((path) => path.split('/')[2]!);
  phone = await openPhone(browser, server.origin);
  partner = await openPhone(browser, server.origin);
});
test.afterAll(() => server.stop());

async function lead(meeting: string, name: string, data: object): Promise<void> {
  const answer = await leader.request.post(`/api/meetings/${meeting}/commands?view=leader`, {
    headers: { origin: server.origin },
    data: { id: randomUUID(), name, data }
  });
  expect(await answer.json()).toMatchObject({ ok: true });
}

const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(Date.now());

test('a step becomes homework with two days; without them it says so', async () => {
  await leader.goto(`/meeting/${meetings[0]}/plan`);
  await expect(leader.getByRole('button', { name: 'Nytt steg' })).toBeEnabled();
  await planPrompt(leader, 'Rollkort', CARDS);
  await leader.getByRole('checkbox', { name: 'Besvaras hemma' }).check();
  await expect(leader.getByText('Datum saknas.')).toBeVisible();
  const row = leader.getByRole('main').getByRole('listitem');
  await expect(row).toContainText('Hemma, datum saknas');
  await expectAccess(leader);
  await leader.getByLabel('Från och med').fill(today());
  await leader.getByLabel('Till och med').fill(today());
  await expect(row).toContainText('Hemma till');
  await leader.goto(`/meeting/${meetings[0]}/console`);
  await expect(leader.getByText(/^Hemuppgift, öppen till och med/)).toBeVisible();
  code = await codeOf(leader);
});

test('a participant answers at home, and changes it', async () => {
  await joinMeeting(phone, code, 'Gun');
  await expect(phone.getByRole('heading', { name: 'Hemuppgifter' })).toBeVisible();
  await expect(phone.getByText('1 uppgift kvar.')).toBeVisible();
  await expectAccess(phone);
  await expectNoSideways(phone);
  await phone.getByRole('button', { name: CARDS }).click();
  await phone.getByLabel('Ditt rollkort').fill('Samordnare');
  await phone.getByRole('button', { name: 'Skicka kortet' }).click();
  const row = phone.locator('.row', { hasText: 'Samordnare' });
  await expect(row).toContainText('Sparad');
  await row.getByRole('button', { name: /^Ändra/ }).click();
  await phone.locator('.edit').getByRole('textbox').first().fill('Samordnaren');
  await phone.getByRole('button', { name: 'Spara' }).click();
  await expect(phone.locator('.row', { hasText: 'Samordnaren' })).toContainText('Sparad');
  await phone.getByRole('button', { name: 'Till alla hemuppgifter' }).click();
  await expect(phone.getByText('Du har svarat på alla.')).toBeVisible();
  await expect(phone.getByRole('button', { name: CARDS })).toContainText('1 svar skickat');
});

test('passed on, a partner answers twice without an account', async () => {
  await phone.getByRole('button', { name: CARDS }).click();
  await phone.getByText('Skicka vidare till en partner').click();
  await phone.getByLabel('Vilken organisation svarar?').selectOption('En annan organisation');
  await phone.getByLabel('Organisationens namn').fill('Älvmarks kommun');
  await phone.getByLabel('Vilken sorts organisation?').selectOption({ index: 5 });
  await phone.getByRole('button', { name: 'Skapa länk' }).click();
  link = await phone.getByLabel('Länk till Älvmarks kommun').inputValue();
  await expectAccess(phone);
  await partner.goto(link);
  await expect(partner.getByRole('heading', { name: CARDS })).toBeVisible();
  await expect(partner.getByText('Orden står på en vägg utan avsändare.')).toBeVisible();
  await expectAccess(partner);
  await expectNoSideways(partner);
  const field = partner.getByLabel('Ditt rollkort');
  // What was written stays where the net is gone.
  await field.fill('Dörröppnare');
  await partner.context().setOffline(true);
  await partner.getByRole('button', { name: 'Skicka svaret' }).click();
  await expect(partner.getByText('Svaret kom inte fram.')).toBeVisible();
  await partner.context().setOffline(false);
  await expect(field).toHaveValue('Dörröppnare');
  await partner.getByRole('button', { name: 'Skicka svaret' }).click();
  await expect(partner.getByRole('heading', { name: 'Tack!' })).toBeVisible();
  await partner.getByRole('button', { name: 'Svara en gång till' }).click();
  await expect(field).toHaveValue('');
  await field.fill('Lots');
  await partner.getByRole('button', { name: 'Skicka svaret' }).click();
  await expect(partner.getByRole('heading', { name: 'Tack!' })).toBeVisible();
});

test('the console has all of it before the meeting, and the projector shows it', async () => {
  for (const word of ['Samordnaren', 'Dörröppnare', 'Lots'])
    await expect(leader.locator('li', { hasText: word }).first()).toBeVisible();
  await leader.getByRole('tab', { name: 'Hemma' }).click();
  await expect(leader.getByText('Älvmarks kommun', { exact: true })).toBeVisible();
  await expect(leader.getByRole('tabpanel').getByText('2 svar', { exact: true })).toBeVisible();
  await expectAccess(leader);
  await leader.getByRole('button', { name: /^Visa på projektorn/ }).click();
  await leader.getByRole('tab', { name: 'Vägg' }).click();
  await expect(leader.getByRole('button', { name: /^Visa på projektorn/ })).toBeHidden();
});

test('taken back, the link says so and takes nothing', async () => {
  await phone.getByRole('button', { name: 'Dra tillbaka länken till Älvmarks kommun' }).click();
  await expect(phone.getByText('Länken är tillbakadragen.')).toBeVisible();
  await partner.getByRole('button', { name: 'Svara en gång till' }).click();
  await partner.getByLabel('Ditt rollkort').fill('För sent');
  await partner.getByRole('button', { name: 'Skicka svaret' }).click();
  await expect(partner.getByText('Länken gäller inte.')).toBeVisible();
  await expect(partner.getByLabel('Ditt rollkort')).toHaveValue('För sent');
  await partner.goto(`${server.origin}/partner/${'x'.repeat(43)}`);
  await expect(partner.getByRole('heading', { name: 'Länken gäller inte.' })).toBeVisible();
  await expectAccess(partner);
});

test('a question of the room’s leads, and after the meeting the next homework is there', async () => {
  const [room, next] = [randomUUID(), randomUUID()];
  await lead(meetings[0]!, 'AddPrompt', { prompt: room, kind: 'sticky-note', title: 'Vad nu?' });
  await lead(meetings[0]!, 'OpenPrompt', { prompt: room });
  await expect(phone.getByRole('heading', { name: 'Vad nu?' })).toBeVisible();
  const homework = { from: Date.now() - 1_000, until: Date.now() + 3_600_000 };
  await lead(meetings[1]!, 'AddPrompt', { prompt: next, kind: 'quote', title: ROLES, homework });
  await lead(meetings[0]!, 'FinishMeeting', {});
  await expect(phone.getByRole('heading', { name: 'Inför nästa träff' })).toBeVisible();
  await expect(phone.getByText(ROLES)).toBeVisible();
  await phone.getByRole('link', { name: 'Svara inför träff 2' }).click();
  await expect(phone).toHaveURL(/\/join\//);
});
