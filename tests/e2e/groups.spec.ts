/** The room in groups: split by the leader, one phone of each group writes for all, side by side on the projector. */
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { expectAccess, expectNoSideways } from './access.ts';
import { becomeLeader, codeOf, createProject, joinMeeting, openDesk, openPhone } from './people.ts';
import { TestServer } from './server.ts';

let server: TestServer;
test.beforeAll(async () => {
  server = await TestServer.start();
});
test.afterAll(() => server.stop());

const QUESTION = 'Vilka roller behöver regionen?';

/** Everything that a phone is told from now on, as it comes over the wire. */
function listen(phone: Page): () => string {
  let told = '';
  phone.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => (told += String(payload))));
  return () => told;
}

async function write(phone: Page, text: string): Promise<void> {
  await phone.getByLabel('Ditt rollkort').fill(text);
  await phone.getByRole('button', { name: 'Skicka kortet' }).click();
}

test('R95 R96 groups answer together', async ({ browser }) => {
  test.setTimeout(300_000);
  const leader = await openDesk(browser, server.origin);
  await becomeLeader(leader, server);
  await createProject(leader, 'Vem äger vattnet?');
  await leader.getByRole('link', { name: 'Inställningar' }).click();
  await leader.getByLabel('Lägg till organisationer').fill('Region Älvmark\nHällby kommun\n');
  await leader.getByRole('button', { name: 'Lägg till' }).last().click();
  await expect(leader.getByRole('textbox', { name: 'Organisation', exact: true })).toHaveCount(2);
  await leader.getByRole('link', { name: 'Vatten i samverkan' }).click();
  await leader.getByRole('link', { name: 'Planera träffen' }).first().click();
  await leader.getByRole('link', { name: 'Till konsolen' }).click();
  await expect(leader).toHaveURL(/console/);
  const meeting = /meeting\/([^/]+)/.exec(leader.url())![1]!;
  const prompt = randomUUID();
  const lead = async (name: string, data: object) => {
    const answer = await leader.request.post(`/api/meetings/${meeting}/commands?view=leader`, {
      headers: { origin: server.origin },
      data: { id: randomUUID(), name, data }
    });
    expect(await answer.json()).toMatchObject({ ok: true });
  };
  await lead('AddPrompt', { prompt, kind: 'role-card', title: QUESTION, perGroup: true });
  await leader.getByRole('button', { name: 'Öppna träffen' }).click();
  const code = await codeOf(leader);
  const wall = await openDesk(browser, server.origin);
  await wall.goto((await leader.getByRole('link', { name: 'Öppna väggen' }).first().getAttribute('href'))!);

  const people = ['Anna', 'Bo', 'Cia', 'Dan', 'Eva'] as const;
  const phones = {} as Record<(typeof people)[number] | 'Siv', Page>;
  const told = {} as Record<(typeof people)[number], () => string>;
  for (const [at, name] of people.entries()) {
    phones[name] = await openPhone(browser, server.origin);
    told[name] = listen(phones[name]);
    await joinMeeting(phones[name], code, name, at < 3 ? 'Region Älvmark' : 'Hällby kommun');
  }
  const { Anna, Bo, Dan, Eva } = phones;
  await expect(leader.getByText('5 av 5 är här')).toBeVisible();

  const groups = leader.getByRole('dialog', { name: 'Smågrupper' });
  await test.step('the leader splits the room by organisation', async () => {
    await leader.getByRole('button', { name: 'Dela in rummet' }).click();
    await groups.getByLabel('Efter organisation').check();
    await groups.getByLabel('Antal smågrupper').fill('2');
    await expect(groups.getByRole('heading', { name: 'Region Älvmark 3' })).toBeVisible();
    await expectAccess(leader);
    await groups.getByRole('button', { name: 'Dela in rummet' }).click();
    await expect(groups.getByRole('button', { name: 'Byt namn på Hällby kommun' })).toBeVisible();
    await expectAccess(leader);
  });

  await test.step('renames one and moves somebody by the menu; each is taken back by one undo', async () => {
    await groups.getByRole('button', { name: 'Byt namn på Hällby kommun' }).click();
    await groups.getByLabel('Smågruppens namn').fill('Vid fönstret');
    await leader.keyboard.press('Enter');
    await expect(groups.getByRole('heading', { name: 'Vid fönstret 2' })).toBeVisible();
    await groups.getByRole('button', { name: /Flytta Cia/ }).click();
    await leader.getByRole('menuitem', { name: /Vid fönstret/ }).click();
    await expect(groups.getByRole('heading', { name: 'Vid fönstret 3' })).toBeVisible();
    await expect(groups.getByRole('button', { name: /Flytta Cia/ })).toBeFocused();
    await groups.getByRole('button', { name: 'Ångra: Du flyttade 1 person till ”Vid fönstret”' }).click();
    await expect(groups.getByRole('heading', { name: 'Region Älvmark 3' })).toBeVisible();
    await groups.getByRole('button', { name: 'Stäng' }).click();
  });

  await test.step('phones say which group they are in, and one takes the pen', async () => {
    await leader.getByRole('button', { name: /Öppna frågan/ }).click();
    for (const phone of [Anna, Bo]) await expect(phone.getByText('Du är i Region Älvmark')).toBeVisible();
    await expect(Dan.getByText('Du är i Vid fönstret')).toBeVisible();
    await expect(Anna.getByLabel('Ditt rollkort')).toHaveCount(0);
    await expectAccess(Anna);
    await Anna.getByRole('button', { name: 'Skriv för smågruppen' }).click();
    await expect(Anna.getByLabel('Ditt rollkort')).toBeFocused();
    await expect(Bo.getByText('En annan telefon skriver för er.', { exact: false })).toBeVisible();
    await write(Anna, 'Möjliggörare');
    await expect(Bo.getByText('Möjliggörare')).toBeVisible();
    await expect(Bo.getByRole('button', { name: /^Ta tillbaka/ })).toHaveCount(0);
    await expectAccess(Bo);
  });

  await test.step('another of the group takes over; what was half-written is kept', async () => {
    await Anna.getByLabel('Ditt rollkort').fill('Halvskrivet');
    await Bo.getByRole('button', { name: 'Ta över pennan' }).click();
    await expect(Anna.getByText('Det du har skrivit är kvar.', { exact: false })).toBeVisible();
    await expect(Anna.getByLabel('Ditt rollkort')).toHaveValue('Halvskrivet');
    await expectAccess(Anna);
    await write(Bo, 'Samordnare');
    await expect(Anna.getByText('Samordnare')).toBeVisible();
    await Anna.getByRole('button', { name: 'Ta över pennan' }).click();
    await Anna.getByRole('button', { name: 'Skicka kortet' }).click();
    await expect(Bo.getByText('Halvskrivet')).toBeVisible();
  });

  await test.step('the other group sees nothing of it, not even in what it is told', async () => {
    await Eva.getByRole('button', { name: 'Skriv för smågruppen' }).click();
    await write(Eva, 'Nejsägare');
    await expect(Dan.getByText('Nejsägare')).toBeVisible();
    for (const text of ['Möjliggörare', 'Samordnare', 'Halvskrivet']) {
      await expect(Dan.getByText(text)).toHaveCount(0);
      expect(told.Dan()).not.toContain(text);
      expect(told.Bo()).toContain(text);
    }
    expect(told.Dan()).toContain('Nejsägare');
    expect(told.Bo()).not.toContain('Nejsägare');
  });

  await test.step('a latecomer chooses a group, and the leader spreads who has not', async () => {
    phones.Siv = await openPhone(browser, server.origin);
    await joinMeeting(phones.Siv, code, 'Siv');
    await expect(phones.Siv.getByRole('heading', { name: 'Vilken smågrupp är du i?' })).toBeVisible();
    await expectAccess(phones.Siv);
    await expectNoSideways(phones.Siv);
    await expect(leader.getByText('1 utan smågrupp')).toBeVisible();
    await phones.Siv.getByRole('button', { name: /Vid fönstret/ }).click();
    await expect(phones.Siv.getByText('Du är i Vid fönstret')).toBeVisible();
    await expect(phones.Siv.getByText('Nejsägare')).toBeVisible();
    await expect(leader.getByText('1 utan smågrupp')).toHaveCount(0);
    await leader.getByRole('button', { name: 'Ordna smågrupperna' }).click();
    await groups.getByRole('button', { name: /Flytta Siv/ }).click();
    await leader.getByRole('menuitem', { name: 'Ingen smågrupp' }).click();
    await groups.getByRole('button', { name: 'Fördela 1 person på smågrupperna' }).click();
    await expect(groups.getByText('Utan smågrupp')).toHaveCount(0);
    await groups.getByRole('button', { name: 'Stäng' }).click();
  });

  await test.step('side by side on the projector', async () => {
    await leader.getByRole('button', { name: 'Smågrupperna sida vid sida' }).click();
    const first = wall.locator('section', { has: wall.getByRole('heading', { name: 'Region Älvmark 3' }) });
    const second = wall.locator('section', { has: wall.getByRole('heading', { name: 'Vid fönstret 1' }) });
    await expect(first.getByRole('listitem')).toHaveText(['Möjliggörare', 'Samordnare', 'Halvskrivet']);
    await expect(second.getByRole('listitem')).toHaveText(['Nejsägare']);
    expect(await wall.content()).not.toMatch(/Anna|Eva/);
  });

  await test.step('one room again: what was written keeps the group’s name; undo splits it as it was', async () => {
    await leader.getByRole('button', { name: 'Ordna smågrupperna' }).click();
    await groups.getByRole('button', { name: 'Ett rum igen' }).click();
    await expect(groups.getByRole('heading', { name: 'Så blir det' })).toBeVisible();
    await expect(Anna.getByText('Rummet är inte delat i smågrupper än.', { exact: false })).toBeVisible();
    await expect(wall.getByRole('heading', { name: 'Vid fönstret 1' })).toBeVisible();
    await groups.getByRole('button', { name: 'Ångra: Du gjorde rummet till ett igen' }).click();
    await expect(Anna.getByText('Du är i Region Älvmark')).toBeVisible();
    await groups.getByRole('button', { name: 'Stäng' }).click();
  });

  await test.step('the report and its files say which group answered, and nobody’s name', async () => {
    await leader.getByRole('button', { name: /^Stäng/ }).click();
    await leader.goto(`/meeting/${meeting}/review`);
    await expect(leader.getByRole('heading', { name: 'Vid fönstret' })).toBeVisible();
    await expectAccess(leader);
    for (const format of ['csv', 'json', 'md']) {
      const text = await (await leader.request.get(`/meeting/${meeting}/export/${format}`)).text();
      expect(text).toContain('Vid fönstret');
      expect(text).not.toMatch(/Anna|Eva/);
    }
  });
});
