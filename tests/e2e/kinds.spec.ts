/** What goes into the documentation: each kind from the plan over the phone to the projector and the report. */
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { expectAccess, expectNoSideways } from './access.ts';
import { demoLeader, startDemo } from './demo.ts';
import type { Demo } from './demo.ts';
import { joinMeeting, openDesk, openPhone } from './people.ts';

let demo: Demo;
let leader: Page;
let phone: Page;
let wall: Page;
test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ browser }) => {
  demo = await startDemo();
  leader = await demoLeader(browser, demo);
  phone = await openPhone(browser, demo.server.origin);
  await joinMeeting(phone, demo.code, 'Gun', 'Region Älvmark');
  wall = await openDesk(browser, demo.server.origin);
  await wall.goto(`/meeting/${demo.meeting}/wall?key=${demo.wallKey}`);
});
test.afterAll(() => demo.server.stop());

async function lead(name: string, data: object): Promise<void> {
  const answer = await leader.request.post(`/api/meetings/${demo.meeting}/commands?view=leader`, {
    headers: { origin: demo.server.origin },
    data: { id: randomUUID(), name, data }
  });
  expect(await answer.json()).toMatchObject({ ok: true });
}

async function ask(kind: string, title: string): Promise<string> {
  const prompt = randomUUID();
  await lead('AddPrompt', { prompt, kind, title });
  await lead('OpenPrompt', { prompt });
  await expect(phone.getByRole('heading', { name: title })).toBeVisible();
  return prompt;
}

const send = () => phone.getByRole('button', { name: 'Skicka', exact: true }).click();
const saved = (text: string) => expect(phone.locator('.row', { hasText: text })).toContainText('Sparad');

async function report(title: string) {
  await leader.goto(`/meeting/${demo.meeting}/review`);
  const part = leader.getByRole('region', { name: title, exact: true });
  await expect(part).toBeVisible();
  return part;
}

test('the plan offers them, by name', async () => {
  await leader.goto(`/meeting/${demo.meeting}/plan`);
  await leader.waitForLoadState('networkidle');
  await leader.getByRole('button', { name: 'Nytt steg' }).click();
  for (const name of [
    'Tidslinje',
    'Andras syn',
    'Aktörskarta',
    'Så arbetar vi',
    'Rollbeskrivning',
    'Åtaganden'
  ])
    await expect(leader.getByRole('menuitem', { name, exact: true })).toBeVisible();
  await expectAccess(leader);
  await leader.keyboard.press('Escape');
});

test('milestones become a timeline; years that cannot be are told', async () => {
  const prompt = await ask('milestone', 'Var kommer vi ifrån?');
  await expectAccess(phone);
  for (const [years, sentence] of [
    ['0', 'Något år 0 finns inte.'],
    ['1975-1969', 'Åren står bakvänt.'],
    ['förr', 'Skriv ett år, som 1969']
  ] as const) {
    await phone.getByLabel('År', { exact: true }).fill(years);
    await phone.getByLabel('Vad hände?').fill('En myndighet kom till');
    await send();
    await expect(phone.getByText(sentence).first()).toBeVisible();
    await expect(phone.getByLabel('År', { exact: true })).toBeFocused();
    await expect(phone.getByLabel('Vad hände?')).toHaveValue('En myndighet kom till');
  }
  await expectAccess(phone);
  for (const [years, text] of [
    ['1969', 'En myndighet kom till'],
    ['1850 – 1930', 'Många reste till Amerika'],
    ['1990-talet', 'Allt skulle samordnas']
  ] as const) {
    await phone.getByLabel('År', { exact: true }).fill(years);
    await phone.getByLabel('Vad hände?').fill(text);
    await send();
    await saved(text);
  }
  await lead('RevealNotes', { prompt });
  await expect(wall.locator('svg text', { hasText: '1850–1930' })).toBeVisible();
  await expectAccess(wall);
  await lead('ClosePrompt', { prompt });
  const part = await report('Var kommer vi ifrån?');
  await expect(part.locator('svg rect')).toHaveCount(2);
  await part.getByText('Visa som tabell').click();
  await expect(part.getByRole('row')).toHaveText([
    /År/,
    /1850–1930.*Amerika/s,
    /1969.*myndighet/s,
    /1990–1999/
  ]);
  await expectAccess(leader);
});

test('others’ views stand by kind of actor with their spread', async () => {
  const prompt = await ask('perspective', 'Hur ser andra på oss?');
  await phone.getByLabel('Hur ser de på vår roll?').fill('Ta täten!');
  await send();
  await expect(phone.getByText('Välj ett av alternativen först.')).toBeVisible();
  await phone.getByLabel('Typ av aktör').selectOption('municipality');
  await send();
  await expect(phone.getByRole('radio', { name: '0, Ingen roll alls' })).toBeFocused();
  await phone.getByText('9', { exact: true }).click();
  await phone.getByLabel('Vilken aktör?').fill('Hällby kommun');
  await expectAccess(phone);
  await expectNoSideways(phone);
  await send();
  await saved('Ta täten!');
  await expect(wall.getByRole('rowheader', { name: /Kommuner/ })).toBeVisible();
  await expectAccess(wall);
  await lead('ClosePrompt', { prompt });
  const part = await report('Hur ser andra på oss?');
  await expect(part.getByRole('heading', { name: 'Kommuner' })).toBeVisible();
  await expect(part).toContainText('Hällby kommun, 9 av 10');
});

test('the actor map shows gaps, and what holds for several', async () => {
  const prompt = await ask('actor', 'Vilka finns runt oss?');
  const put = async (name: string, kind: string, answers: Record<string, string>) => {
    await phone.getByLabel('Aktör', { exact: true }).fill(name);
    await phone.getByLabel('Typ av aktör').selectOption(kind);
    for (const [label, text] of Object.entries(answers)) await phone.getByLabel(label).fill(text);
    await send();
    await saved(name);
  };
  await put('Länsstyrelsen', 'county-board', { 'Vad ansvarar de för?': 'Krisberedskap' });
  await put('Hällby kommun', 'municipality', {
    'Vad ansvarar de för?': 'krisberedskap',
    'Vad gör de?': 'Lagar mat'
  });
  await lead('ClosePrompt', { prompt });
  const part = await report('Vilka finns runt oss?');
  await expect(part.getByText('Vet vi inte')).toHaveCount(3);
  await expect(part.getByText('3 luckor att fylla.')).toBeVisible();
  await expect(part.getByText('Gäller flera aktörer')).toHaveCount(2);
  await expectAccess(leader);
  await leader.setViewportSize({ width: 320, height: 640 });
  await expectNoSideways(leader);
  await expectAccess(leader);
  await leader.setViewportSize({ width: 1366, height: 768 });
});

test('role definitions, cases and commitments come into the report, and its files', async () => {
  let prompt = await ask('role-definition', 'Vad betyder rollerna?');
  await phone.getByLabel('Rollen').fill('Processledare');
  await phone.getByLabel('Som innebär att …').fill('vi håller ihop samtalet');
  await phone.getByLabel('Aktiviteter').fill('Bjuda in\nSkriva ihop');
  await send();
  await saved('Processledare');
  await lead('ClosePrompt', { prompt });

  prompt = await ask('case', 'Hur gör ni hemma?');
  await phone.getByLabel('Rubrik').fill('Ett råd som träffas');
  await phone.getByLabel('Så arbetar vi').fill('Vi ses varje månad.');
  await send();
  await saved('Ett råd som träffas');
  await lead('ClosePrompt', { prompt });

  prompt = await ask('commitment', 'Vad gör vi nu?');
  await phone.getByLabel('Vad ska göras?').fill('Ringa kommunerna');
  await phone.getByLabel('Senast').fill('2027-03-01');
  await send();
  await saved('Ringa kommunerna');
  await expectAccess(phone);
  await lead('ClosePrompt', { prompt });

  expect(await (await report('Vad betyder rollerna?')).innerText()).toMatch(
    /Processledare.*Som innebär att vi håller ihop samtalet.*Bjuda in.*Region Älvmark/s
  );
  await expect(leader.getByRole('region', { name: 'Hur gör ni hemma?' })).toContainText(
    'Vi ses varje månad.'
  );
  await expect(leader.getByRole('region', { name: 'Vad gör vi nu?' }).getByRole('row').last()).toContainText(
    '1 mars 2027'
  );
  await expectAccess(leader);
  const markdown = await (await leader.request.get(`/meeting/${demo.meeting}/export/md`)).text();
  for (const text of ['| 1850–1930 |', '### Kommuner (', ', 9 av 10', '| 1 mars 2027 |'])
    expect(markdown).toContain(text);
});

test('a choice is ticked on the phone, and asked twice it stands as a slope', async () => {
  const choices = ['Nav', 'Motor', 'Bro'].map((text) => ({ id: `choice-${text}`, text }));
  const vote = { about: null, choices, votes: 100, stack: false, low: '', high: '' };
  for (const [title, ticks] of [
    ['Vilka roller har ni?', ['Nav', 'Bro']],
    ['Vilka roller vill ni ha?', ['Motor']]
  ] as const) {
    const prompt = randomUUID();
    await lead('AddPrompts', { steps: [{ prompt, kind: 'choice', title, vote }] });
    await lead('OpenPrompt', { prompt });
    await expect(phone.getByRole('heading', { name: title })).toBeVisible();
    await expect(phone.getByText('Kryssa för allt som stämmer.')).toBeVisible();
    for (const text of ticks) await phone.getByRole('button', { name: text, exact: true }).click();
    await expect(phone.getByText(ticks.length === 1 ? 'ett valt' : '2 valda')).toBeVisible();
    await expect(phone.getByText('Sparad', { exact: true })).toBeVisible();
    await expectAccess(phone);
    await lead('ClosePrompt', { prompt });
    await expect(wall.getByText('En person röstade')).toBeVisible();
  }
  const part = await report('Vilka roller vill ni ha?');
  await expect(part.getByRole('row', { name: /Motor.*1 av 1/ })).toBeVisible();
  await expect(part.getByRole('heading', { name: 'Jämfört med ”Vilka roller har ni?”' })).toBeVisible();
  await expect(part.getByRole('row', { name: /Motor.*0.%.*100.%/ })).toBeVisible();
  await expectAccess(leader);
  await leader.setViewportSize({ width: 320, height: 640 });
  await expectNoSideways(leader);
  await expect(part.getByRole('region', { name: '”Vilka roller vill ni ha?” som bild' })).toHaveAttribute(
    'tabindex',
    '0'
  );
  await expectAccess(leader);
  await leader.setViewportSize({ width: 1366, height: 768 });
});

test('a word of the wall becomes a role definition, once', async () => {
  await ask('role-card', 'Vem är du här?');
  await phone.getByLabel('Ditt rollkort').fill('Navigatör');
  await phone.getByRole('button', { name: 'Skicka kortet' }).click();
  await leader.goto(`/meeting/${demo.meeting}/console`);
  await leader.waitForLoadState('networkidle');
  await leader.keyboard.press('2');
  for (const said of [/ligger bland rollbeskrivningarna/, /ligger redan bland rollbeskrivningarna/]) {
    await leader.getByRole('button', { name: 'Flytta Navigatör, 1 kort' }).click();
    await leader.getByRole('option', { name: 'Gör till rollbeskrivning' }).click();
    await expectAccess(leader);
    await leader.getByLabel('Som innebär att …').fill('vi visar vägen');
    await leader.keyboard.press('Enter');
    await expect(leader.getByText(said)).toBeAttached();
  }
  const part = await report('Vad betyder rollerna?');
  await expect(part.getByText('Navigatör')).toHaveCount(1);
  await expect(part).toContainText('Som innebär att vi visar vägen');
});

test('alternatives are taken from an earlier meeting of the project', async () => {
  const prompt = randomUUID();
  await lead('AddPrompt', { prompt, kind: 'choice', title: 'Vilka tar vi vidare?' });
  await leader.goto(`/meeting/${demo.meeting}/plan`);
  await leader.waitForLoadState('networkidle');
  await leader.getByRole('button', { name: 'Vilka tar vi vidare?' }).first().click();
  await leader.getByLabel('Om ord från en tidigare träff').check();
  await expect(leader.getByLabel('Varifrån?')).toBeVisible();
  await expectAccess(leader);
  await leader.getByRole('button', { name: 'Lägg in som alternativ' }).click();
  await expect(leader.locator('#choices')).not.toHaveValue('');
  const lines = (await leader.locator('#choices').inputValue()).split('\n');
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.length).toBeLessThanOrEqual(12);
});
