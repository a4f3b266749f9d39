/** A learning project around its meetings: people, organisations, calendar, and the project as a template. */
import ICAL from 'ical.js';
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
test.beforeAll(async () => {
  server = await TestServer.start();
});
test.afterAll(() => server.stop());

const LIST = [
  'Anna Ek; Region Tallmo; anna@exempel.se',
  'Anna Ek; Region Tallmo; anna.ek@exempel.se',
  '; Region Tallmo',
  'Bo Lind; Nya byn; bo-vid-exempel; föreläsare',
  'Cilla Ö; Hällby kommun;; föreläsare'
].join('\n');

const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });

test('people are pasted, come in as themselves, and their organisation stays when it leaves', async ({
  browser
}) => {
  test.setTimeout(180_000);
  const leader = await openDesk(browser, server.origin);
  await becomeLeader(leader, server);
  await createProject(leader, 'Vem äger vattnet?');
  const home = leader.url();
  await leader.goto(`${home}/settings`);
  await leader.waitForLoadState('networkidle');
  await leader.getByLabel('Vad handlar det om?').fill('Vi möts kring vattnet.\n\nOch kring stränderna.');
  await leader
    .getByRole('region', { name: 'Om lärprojektet' })
    .getByRole('button', { name: 'Spara' })
    .click();
  await expect(leader.getByText('Sparat.')).toBeVisible();
  await leader.getByLabel('Lägg till organisationer').fill('Region Tallmo');
  await leader
    .getByRole('region', { name: 'Organisationer' })
    .getByRole('button', { name: 'Lägg till' })
    .click();
  await expect(leader.getByRole('textbox', { name: 'Organisation', exact: true })).toHaveCount(1);
  const meeting = leader.locator('.meeting form').first();
  await meeting.getByLabel('Plats').fill('Åsbyn');
  await meeting.getByLabel('Dag').fill('2027-04-15');
  await meeting.getByLabel('Börjar').fill('09:30');
  await meeting.getByLabel('Slutar').fill('15:00');
  await meeting.getByRole('button', { name: /^Spara/ }).click();
  await expect(meeting.getByRole('status')).toHaveText('Sparat.');

  await test.step('a list is shown as it is read; bad lines are named and stay, the others are put in', async () => {
    await leader.goto(`${home}/people`);
    await leader.waitForLoadState('networkidle');
    await expectAccess(leader);
    await leader.getByLabel('Listan', { exact: true }).fill(LIST);
    await leader.getByRole('button', { name: 'Granska listan' }).click();
    await expect(leader.getByText('Rad 3: Namnet saknas.')).toBeVisible();
    await expect(leader.getByText('Rad 4: E-postadressen går inte att läsa.')).toBeVisible();
    await expect(leader.getByLabel('Listan', { exact: true })).toHaveValue(LIST);
    await expectAccess(leader);
    await leader.getByRole('button', { name: 'Lägg in de andra raderna' }).click();
    await expect(leader.getByText('3 personer är tillagda.')).toBeVisible();
    await expect(leader.getByText('Nya organisationer: Hällby kommun.')).toBeVisible();
    await expect(leader.getByLabel('Listan', { exact: true })).toHaveValue(/^; Region Tallmo\nBo Lind/);
    await expect(row(leader, 'anna@exempel.se')).toContainText('väntad');
    await expect(row(leader, 'Anna Ek 2')).toContainText('anna.ek@exempel.se');
  });

  await test.step('the same list again adds nobody', async () => {
    await leader.getByLabel('Listan', { exact: true }).fill(LIST);
    await leader.getByRole('button', { name: 'Granska listan' }).click();
    await expect(leader.getByText('Här finns inget att lägga in.')).toBeVisible();
  });

  const links = await leader.getByLabel('Personliga länkar').inputValue();
  const own = /anna\.ek@exempel\.se\t(\S+)/.exec(links)![1]!;

  await leader.goto(home);
  await leader.getByRole('link', { name: 'Planera träffen' }).first().click();
  await planPrompt(leader, 'Rollkort', 'Vem är du?');
  const plan = leader.url();
  await leader.goto(plan.replace('/plan', '/console'));
  await leader.getByRole('button', { name: 'Öppna träffen' }).click();
  const code = await codeOf(leader);

  const phone = await openPhone(browser, server.origin);
  await test.step('a personal link brings in on a new phone as that person', async () => {
    const { pathname, search } = new URL(own);
    await phone.goto(pathname + search);
    await expect(phone.getByText('Du är inbjuden som Anna Ek 2, Region Tallmo.')).toBeVisible();
    await expectAccess(phone);
    await phone.getByRole('button', { name: 'Gå med' }).click();
    await expect(phone).toHaveURL(/\/meeting\//);
    await expect(phone.getByText('Anna Ek 2').first()).toBeVisible();
  });

  await test.step('who is on the list and types the own name is that one; the calendar is theirs', async () => {
    const other = await openPhone(browser, server.origin);
    await joinMeeting(other, code, 'Cilla Ö', 'Hällby kommun');
    const answer = await other.request.get(`/join/${code.replace(' ', '')}/calendar.ics`);
    expect(answer.headers()['content-type']).toContain('text/calendar');
    const [event] = new ICAL.Component(ICAL.parse(await answer.text()) as unknown[]).getAllSubcomponents(
      'vevent'
    );
    expect(new ICAL.Event(event!).location).toBe('Åsbyn');
    const stranger = await openPhone(browser, server.origin);
    expect((await stranger.request.get('/join/ZZZ999/calendar.ics')).status()).toBe(404);
    await leader.goto(`${home}/people`);
    await expect(leader.getByText('2 personer har varit med.')).toBeVisible();
    await expect(row(leader, 'Cilla Ö')).toContainText('Var med');
    await expect(row(leader, 'Cilla Ö')).not.toContainText('väntad');
  });

  await test.step('an organisation that leaves stays with its people, marked, and cannot be chosen', async () => {
    await leader.goto(`${home}/settings`);
    await leader.waitForLoadState('networkidle');
    await leader.getByRole('button', { name: 'Ta bort Region Tallmo' }).click();
    await expect(leader.getByRole('button', { name: 'Ta tillbaka Region Tallmo' })).toBeVisible();
    await leader.goto(`${home}/people`);
    await expect(leader.getByRole('rowheader', { name: /Region Tallmo \(inte längre med\)/ })).toBeVisible();
    const late = await openPhone(browser, server.origin);
    await late.goto(`/join/${code.replace(' ', '')}`);
    await expect(late.getByLabel('Din organisation')).not.toContainText('Region Tallmo');
  });

  await test.step('one is changed, and taken out', async () => {
    await leader.getByRole('link', { name: 'Ändra Anna Ek', exact: true }).click();
    await leader.getByLabel('Namn', { exact: true }).fill('Anna Berg');
    await leader.getByRole('button', { name: 'Spara' }).click();
    await leader.getByRole('link', { name: 'Ändra Anna Berg' }).click();
    await expectAccess(leader);
    await leader.getByText('Ta bort ur lärprojektet').click();
    await leader.getByRole('button', { name: 'Ta bort Anna Berg' }).click();
    await expect(row(leader, 'Anna Berg')).toHaveCount(0);
    await leader.setViewportSize({ width: 320, height: 640 });
    await expectNoSideways(leader);
    await leader.goto(home);
    await expectNoSideways(leader);
    await leader.setViewportSize({ width: 1366, height: 768 });
  });

  await test.step('the project’s page says where it stands; a copy has the agendas and nobody', async () => {
    await expect(leader.getByText('2 personer från 2 organisationer.')).toBeVisible();
    await expect(leader.getByText('Vi möts kring vattnet.')).toBeVisible();
    await expect(leader.getByRole('link', { name: 'Träff 2, 3 och 4 har ingen dag än' })).toBeVisible();
    await expectAccess(leader);
    await leader.getByRole('link', { name: 'Kopiera som mall' }).click();
    await expectAccess(leader);
    await leader.getByRole('button', { name: 'Skapa lärprojektet' }).click();
    await expect(leader.getByText('Vatten i samverkan, kopia')).toBeVisible();
    await expect(leader.getByText('1 steg')).toBeVisible();
    await expect(leader.getByText('Inga deltagare än.')).toBeVisible();
  });
});
