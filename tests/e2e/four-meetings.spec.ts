/**
 * One project through its four meetings and what is done at home between them: people who come back, one of them on a new phone, two
 * partners who answer through links, and in the end everything that the printed documentation is made of.
 */
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { expectAccess } from './access.ts';
import { becomeLeader, codeOf, createProject, joinMeeting, openDesk, openPhone } from './people.ts';
import { TestServer } from './server.ts';

let server: TestServer;
let leader: Page;
let gun: Page;
let siv: Page;
let project: string;
/** Ids of the four. */
let meetings: string[];

test.describe.configure({ mode: 'serial', timeout: 150_000 });
test.beforeAll(async ({ browser }) => {
  server = await TestServer.start();
  leader = await openDesk(browser, server.origin);
  await becomeLeader(leader, server);
  await createProject(leader, 'Vem äger vattnet?');
  project = new URL(leader.url()).pathname;
  await leader.getByRole('link', { name: 'Planera träffen' }).first().click();
  const links = leader.getByRole('navigation', { name: 'Träffar' }).getByRole('link');
  await expect(links).toHaveCount(4);
  const paths = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')!));
  meetings = paths.map((path) => path.split('/')[2]!);
  gun = await openPhone(browser, server.origin);
  siv = await openPhone(browser, server.origin);
});
test.afterAll(() => server.stop());

/** A command as the page sends it where sockets are blocked. */
async function say(page: Page, at: number, name: string, data: object): Promise<void> {
  const view = page === leader ? 'leader' : 'participant';
  const answer = await page.request.post(`/api/meetings/${meetings[at]!}/commands?view=${view}`, {
    headers: { origin: server.origin },
    data: { id: randomUUID(), name, data }
  });
  expect(await answer.json(), `${name} ${JSON.stringify(data)}`).toMatchObject({ ok: true });
}

/** A meeting has a code once it is open, or has homework to do. */
async function codeAt(at: number): Promise<string> {
  await leader.goto(`/meeting/${meetings[at]!}/console`);
  return codeOf(leader);
}

async function plan(at: number, kind: string, title: string, more: object = {}): Promise<string> {
  const prompt = randomUUID();
  await say(leader, at, 'AddPrompt', { prompt, kind, title, ...more });
  return prompt;
}

async function answer(page: Page, at: number, prompt: string, fields: object): Promise<string> {
  const note = randomUUID();
  await say(page, at, 'SubmitNote', { note, prompt, fields });
  return note;
}

/** Opens the step, takes those answers, and closes it. */
async function ask(
  at: number,
  prompt: string,
  answers: readonly (readonly [Page, object])[]
): Promise<string[]> {
  await say(leader, at, 'OpenPrompt', { prompt });
  const notes: string[] = [];
  for (const [page, fields] of answers) notes.push(await answer(page, at, prompt, fields));
  await say(leader, at, 'ClosePrompt', { prompt });
  return notes;
}

const atHome = () => ({ homework: { from: Date.now() - 60_000, until: Date.now() + 3_600_000 } });
const role = (text: string) => ({ text });

test('1: where we come from', async () => {
  const history = await plan(0, 'milestone', 'Vad har hänt?');
  const quotes = await plan(0, 'quote', 'Vad har du hört?');
  await say(leader, 0, 'OpenMeeting', {});
  const code = await codeAt(0);
  await joinMeeting(gun, code, 'Gun');
  await joinMeeting(siv, code, 'Siv');
  await ask(0, history, [
    [gun, { years: '1918', text: 'Vattenlagen', explanation: 'Dammar före drickande.' }],
    [siv, { years: '1956-1970', text: 'Kommunala vattenverk' }],
    [gun, { years: '2000', text: 'Ramdirektivet' }]
  ]);
  await ask(0, quotes, [
    [siv, { text: 'Alla trodde att någon annan mätte.', speaker: 'me', printed: 'name' }]
  ]);
  await say(leader, 0, 'FinishMeeting', {});
  await leader.goto(`/meeting/${meetings[0]!}/review`);
  for (const text of ['Vattenlagen', '1956–1970', 'Alla trodde att någon annan mätte.', 'Siv'])
    await expect(leader.getByText(text).first()).toBeAttached();
  await expect(leader.getByText('2 personer')).toBeVisible();
});

test('2: who we are; what one meeting leaves is there for the next', async () => {
  const roles = await plan(1, 'role-card', 'Vilken roll har vi?');
  const definitions = await plan(1, 'role-definition', 'Vad innebär den?');
  const choices = ['Samordnare', 'Finansiär'].map((text) => ({ id: randomUUID(), text }));
  const vote = { about: null, choices, votes: 2, stack: false, low: '', high: '' };
  const dots = await plan(1, 'dots', 'Vilken är viktigast?', { vote });
  await say(leader, 1, 'OpenMeeting', {});
  // They come back with the cookie alone.
  for (const [page, name] of [
    [gun, 'Gun'],
    [siv, 'Siv']
  ] as const) {
    await page.goto(`/join/${(await codeAt(1)).replace(' ', '')}`);
    await expect(page.getByText(`Välkommen tillbaka, ${name}`)).toBeVisible();
    await page.getByRole('button', { name: 'Gå med' }).click();
    await expect(page).toHaveURL(new RegExp(meetings[1]!));
  }
  await ask(1, roles, [
    [gun, role('Samordnare')],
    [siv, role('samordnare')],
    [siv, role('Finansiär')],
    [gun, role('Lots')]
  ]);
  await ask(1, definitions, [
    [gun, { text: 'Samordnare', meaning: 'vi kallar till möten', activities: 'Ett årshjul' }]
  ]);
  await say(leader, 1, 'OpenPrompt', { prompt: dots });
  await say(gun, 1, 'CastBallot', { prompt: dots, ballot: { [choices[0]!.id]: 1 } });
  await say(siv, 1, 'CastBallot', { prompt: dots, ballot: { [choices[0]!.id]: 1, [choices[1]!.id]: 1 } });
  await say(leader, 1, 'ClosePrompt', { prompt: dots });
  await say(leader, 1, 'FinishMeeting', {});
  await leader.goto(`/meeting/${meetings[1]!}/review`);
  await expect(leader.getByText('vi kallar till möten')).toBeVisible();
  await expect(leader.getByText('Ett årshjul')).toBeVisible();
  await expect(leader.getByRole('row', { name: /Samordnare.*2/ }).first()).toBeAttached();
});

test('at home before 3: participants and two partners answer', async ({ browser }) => {
  await plan(2, 'perspective', 'Hur ser de på oss?', atHome());
  await plan(2, 'role-card', 'Vad kallar de oss?', atHome());
  await gun.goto(`/join/${(await codeAt(2)).replace(' ', '')}`);
  await gun.getByRole('button', { name: 'Gå med' }).click();
  await expect(gun.getByText('2 uppgifter kvar.')).toBeVisible();
  await gun.getByRole('button', { name: /Vad kallar de oss/ }).click();
  await gun.getByLabel('Ditt rollkort').fill('Finansiär');
  await gun.getByRole('button', { name: 'Skicka kortet' }).click();
  await expect(gun.locator('.row', { hasText: 'Finansiär' })).toContainText('Sparad');
  const pass = async (name: string): Promise<string> => {
    await gun.getByText('Skicka vidare till en partner').click();
    await gun.getByLabel('Vilken organisation svarar?').selectOption('En annan organisation');
    await gun.getByLabel('Organisationens namn').fill(name);
    await gun.getByLabel('Vilken sorts organisation?').selectOption({ index: 5 });
    await gun.getByRole('button', { name: 'Skapa länk' }).click();
    return gun.getByLabel(`Länk till ${name}`).inputValue();
  };
  const roles = await pass('Hällby kommun');
  await gun.getByRole('button', { name: 'Till alla hemuppgifter' }).click();
  await gun.getByRole('button', { name: /Hur ser de på oss/ }).click();
  const views = await pass('Tornviks kommun');

  const hallby = await openPhone(browser, server.origin);
  await hallby.goto(roles);
  await hallby.getByLabel('Ditt rollkort').fill('Bromskloss');
  await hallby.getByRole('button', { name: 'Skicka svaret' }).click();
  await expect(hallby.getByRole('heading', { name: 'Tack!' })).toBeVisible();
  const tornvik = await openPhone(browser, server.origin);
  await tornvik.goto(views);
  const reply = async (text: string, consent: RegExp) => {
    await tornvik.getByRole('textbox').first().fill(text);
    await tornvik.getByRole('radio', { name: '8', exact: true }).check({ force: true });
    await tornvik.getByRole('radio', { name: consent }).check();
    await tornvik.getByRole('button', { name: 'Skicka svaret' }).click();
    await expect(tornvik.getByRole('heading', { name: 'Tack!' })).toBeVisible();
  };
  await reply('Ta ledningen.', /med organisationens namn/);
  await tornvik.getByRole('button', { name: 'Svara en gång till' }).click();
  await reply('Det här får ni inte trycka.', /bara räknas/);
});

test('3: how others see us, on a new phone; the last meeting is shown, a summary is written', async ({
  browser
}) => {
  const recap = await plan(2, 'last-time', 'Sedan sist', { index: 0 });
  const actors = await plan(2, 'actor', 'Vilka finns?');
  const cases = await plan(2, 'case', 'Så gör vi');
  const promises = await plan(2, 'commitment', 'Vad gör du?');
  await say(leader, 2, 'OpenMeeting', {});
  // Siv has lost the phone, and has the personal code.
  await siv.locator('summary', { hasText: 'Siv' }).click();
  const told = await siv
    .getByRole('group')
    .getByText(/^Byter du telefon\?/)
    .innerText();
  const personal = /är (\S{3})\s(\S{3})\./.exec(told)?.slice(1).join('');
  siv = await openPhone(browser, server.origin);
  await siv.goto(`/join/${(await codeAt(2)).replace(' ', '')}?personal=${personal}`);
  await expect(siv.getByText(/Siv/)).toBeVisible();
  await siv.getByRole('button', { name: 'Gå med' }).click();
  await expect(siv).toHaveURL(new RegExp(meetings[2]!));
  // While everybody comes in, there is what the last meeting left; then the leader speaks of it.
  await expect(siv.getByText('Från träff 2')).toBeVisible();
  await say(leader, 2, 'OpenPrompt', { prompt: recap });
  await expect(siv.getByRole('heading', { name: 'Sedan sist' })).toBeVisible();
  await expect(siv.getByText('Samordnare').first()).toBeVisible();
  await ask(2, actors, [[siv, { text: 'Vattenrådet', actorKind: 'civil-society', role: 'Mäter själva' }]]);
  await ask(2, cases, [[gun, { text: 'Mät först', explanation: 'Vi började med en brunn.' }]]);
  await ask(2, promises, [
    [gun, { text: 'Kalla till möte', by: '2027-05-01' }],
    [siv, { text: 'Räkna brunnar' }]
  ]);
  await say(leader, 2, 'FinishMeeting', {});
  await leader.goto(`/meeting/${meetings[2]!}/review`);
  for (const text of [
    'Bromskloss',
    'Ta ledningen.',
    'Vattenrådet',
    'Vi började med en brunn.',
    'Räkna brunnar'
  ])
    await expect(leader.getByText(text).first()).toBeAttached();
  await expect(leader.getByText('Det här får ni inte trycka.')).toHaveCount(0);
  await expect(leader.getByText('Ett svar räknas men får inte citeras.')).toBeVisible();
  await leader.getByRole('button', { name: /^Skriv en sammanfattning/ }).click();
  await leader.getByLabel(/^Sammanfattning/).fill('Kommunerna vill att vi leder.');
  await leader.getByRole('button', { name: 'Spara' }).click();
  await expect(leader.getByText('Kommunerna vill att vi leder.')).toBeVisible();
});

test('4: what has become of it, what we learned, what we do now', async () => {
  const recap = await plan(3, 'last-time', 'Sedan sist');
  const earlier = await leader.request.get(`/meeting/${meetings[3]!}/plan/earlier`);
  const { earlier: all } = (await earlier.json()) as {
    earlier: {
      meeting: string;
      number: number;
      steps: { prompt: string; title: string; items: object[] }[];
    }[];
  };
  const [cloud] = all.find(({ number }) => number === 2)!.steps;
  const from = { meeting: meetings[1]!, number: 2, prompt: cloud!.prompt, title: cloud!.title };
  const lessons = await plan(3, 'sticky-note', 'Vad tar du med dig?', {
    brought: { ...from, items: cloud!.items }
  });
  const promises = await plan(3, 'commitment', 'Vad gör du nu?');
  await say(leader, 3, 'OpenMeeting', {});
  for (const page of [gun, siv]) {
    await page.goto(`/join/${(await codeAt(3)).replace(' ', '')}`);
    await page.getByRole('button', { name: 'Gå med' }).click();
    await expect(page).toHaveURL(new RegExp(meetings[3]!));
  }
  await say(leader, 3, 'OpenPrompt', { prompt: recap });
  await gun.getByLabel('Hur har det gått med ”Kalla till möte”?').selectOption('Klart');
  await expect(async () => {
    const state = await leader.request.get(`/meeting/${meetings[2]!}/export/json`);
    expect(await state.text()).toContain('"mark": "done"');
  }).toPass();
  await say(leader, 3, 'OpenPrompt', { prompt: lessons });
  await expect(gun.getByText('Från träff 2: Vilken roll har vi?')).toBeVisible();
  await expect(gun.getByText('Samordnare').first()).toBeVisible();
  const notes = [
    await answer(gun, 3, lessons, { text: 'Rita kartan tillsammans' }),
    await answer(siv, 3, lessons, { text: 'Träffas oftare' })
  ];
  await say(leader, 3, 'ClosePrompt', { prompt: lessons });
  const cluster = randomUUID();
  await say(leader, 3, 'AddCluster', { prompt: lessons, cluster, name: 'Mötas' });
  await say(leader, 3, 'MoveNotes', { notes, cluster });
  await ask(3, promises, [[gun, { text: 'Börja göra' }]]);
  await say(leader, 3, 'FinishMeeting', {});
  await gun.getByLabel(/^E-post/).fill('gun@example.org');
  await gun.getByRole('button', { name: 'Ja, gärna' }).click();
  await expect(gun.getByText('Tack, då hör vi av oss.')).toBeVisible();
  await leader.goto(`/meeting/${meetings[3]!}/review`);
  for (const text of ['Mötas', 'Rita kartan tillsammans', 'Börja göra'])
    await expect(leader.getByText(text).first()).toBeAttached();
});

test('half a year later, and what all of it comes to', async () => {
  const after = await plan(3, 'follow-up', 'Vad blev det?', atHome());
  await gun.reload();
  await gun.getByRole('button', { name: /Vad blev det/ }).click();
  await gun.getByLabel('Vad blev det av det?').fill('Vi mäter i dag.');
  await gun.getByLabel(/Vad får stå under det/).selectOption({ label: 'Bara organisationen' });
  await gun.getByRole('button', { name: /^Skicka/ }).click();
  await expect(gun.locator('.row', { hasText: 'Vi mäter i dag.' })).toContainText('Sparad');
  expect(after).not.toBe('');
  await leader.goto(`/meeting/${meetings[3]!}/review`);
  await expect(leader.getByText('Vi mäter i dag.')).toBeVisible();

  await leader.goto(`${project}/roles`);
  await expect(leader.getByRole('heading', { name: 'Från träff till träff' })).toBeVisible();
  await expectAccess(leader);
  for (const summary of await leader.locator('summary').all()) await summary.click();
  await expect(leader.getByRole('row', { name: /^Samordnare 2 \(50 %\) borta/ })).toBeVisible();
  await expect(leader.getByRole('row', { name: /^Finansiär 1 \(25 %\) 1 \(50 %\), växte/ })).toBeVisible();
  await expect(leader.getByRole('row', { name: /^Bromskloss .*nytt/ })).toBeVisible();

  const files = await Promise.all(
    meetings.map(async (id) => (await leader.request.get(`/meeting/${id}/export/md`)).text())
  );
  const whole = files.join('\n');
  for (const text of [
    'Vem äger vattnet?',
    'Vattenlagen',
    'Samordnare',
    'vi kallar till möten',
    'Ta ledningen.',
    'Kommunerna vill att vi leder.',
    'Vattenrådet',
    'Mät först',
    'Mötas',
    'Börja göra',
    'Vi mäter i dag.',
    'Alla trodde att någon annan mätte.'
  ])
    expect(whole, text).toContain(text);
  expect(whole).not.toContain('inte trycka');
});
