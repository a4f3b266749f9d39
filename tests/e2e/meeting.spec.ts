/** A whole meeting: one leader, three phones, a projector, each a browser context of its own. */
import { expect, test } from '@playwright/test';
import { expectAccess } from './access.ts';
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
test.beforeAll(async () => {
  server = await TestServer.start();
});
test.afterAll(() => server.stop());

test('a meeting from the empty server to its outputs', async ({ browser }) => {
  test.setTimeout(240_000);
  const leader = await openDesk(browser, server.origin);
  await becomeLeader(leader, server);
  await createProject(leader, 'Vem äger vattnet?');

  await test.step('the leader enters organisations, a place and a day', async () => {
    await leader.getByRole('link', { name: 'Inställningar' }).click();
    await leader.getByLabel('Lägg till organisationer').fill('Region Älvmark\nHällby kommun\n');
    await leader.getByRole('button', { name: 'Lägg till' }).last().click();
    await expect(leader.getByRole('textbox', { name: 'Organisation', exact: true })).toHaveCount(2);
    const meeting = leader.locator('.meeting form').first();
    await meeting.getByLabel('Plats').fill('Åsbyn');
    await meeting.getByLabel('Dag').fill('2027-04-15');
    await meeting.getByLabel('Börjar').fill('09:30');
    await meeting.getByLabel('Slutar').fill('10:30');
    await meeting.getByRole('button', { name: /^Spara/ }).click();
    await expect(leader.getByText('Sparat.')).toBeVisible();
  });

  await test.step('and plans the day', async () => {
    await leader.getByRole('link', { name: 'Vatten i samverkan' }).click();
    await leader.getByRole('link', { name: 'Planera träffen' }).first().click();
    await leader.waitForLoadState('networkidle');
    await planPrompt(leader, 'Rollkort', 'Vem är du?', { hidden: true });
    await planPrompt(leader, 'Citat', 'Vad sa de?');
    await planPrompt(leader, 'Lappar', 'Vad gör vi nu?');
    await expect(leader.getByText('Slutar 10.30 som planerat')).toBeVisible();
  });

  await leader.getByRole('link', { name: 'Till konsolen' }).click();
  await leader.getByRole('button', { name: 'Öppna träffen' }).click();
  const code = await codeOf(leader);

  const wall = await openDesk(browser, server.origin);
  await test.step('the projector opens with its own link, on another computer', async () => {
    const link = await leader.getByRole('link', { name: 'Öppna väggen' }).first().getAttribute('href');
    await wall.goto(link!);
    await expect(wall.getByText(code)).toBeVisible();
  });

  const [anna, bo, siv] = [
    await openPhone(browser, server.origin),
    await openPhone(browser, server.origin),
    await openPhone(browser, server.origin)
  ];
  await test.step('three phones join: the code in any case, with or without its space', async () => {
    await joinMeeting(anna, code, 'Anna', 'Region Älvmark');
    await joinMeeting(bo, code.toLowerCase(), 'Bo', 'Hällby kommun');
    await joinMeeting(siv, code.replace(' ', ''), 'Anna', 'Region Älvmark');
    await expect(anna.getByRole('heading', { name: 'Du är med' })).toBeVisible();
    // Equal names of one organisation are told apart.
    await expect(siv.getByLabel('Anna 2, meny')).toBeVisible();
    await expect(leader.getByText('3 av 3 är här')).toBeVisible();
    await expect(wall.getByText('är inne')).toBeVisible();
  });

  await test.step('a hidden question: the wall shows how many, not what', async () => {
    await leader
      .getByRole('button', { name: /Nästa steg|Öppna frågan/ })
      .first()
      .click();
    for (const phone of [anna, bo, siv]) {
      await expect(phone.getByRole('heading', { name: 'Vem är du?' })).toBeVisible();
    }
    await sendCard(anna, 'Samordnare');
    await expect(anna.getByText('Sparad').first()).toBeVisible();
    await sendCard(bo, '  samordnare ');
    await sendCard(siv, '<script>alert("x")</script>');
    await expect(wall.getByRole('img', { name: /3 kort/ })).toBeVisible();
    expect(await wall.content()).not.toContain('amordnare');
    await expect(leader.getByText('<script>alert("x")</script>')).toBeVisible();
    await expect(leader.getByText('3 kort från 3 av 3 deltagare.')).toBeVisible();
  });

  await test.step('one phone loses the net, writes on, reloads, and all arrives', async () => {
    await siv.context().setOffline(true);
    await sendCard(siv, 'Livsmedelsberedskapssamordnare');
    await expect(siv.getByText('Väntar på nät')).toBeVisible();
    await sendCard(siv, 'Nav');
    await siv.context().setOffline(false);
    await siv.reload();
    await expect(siv.getByText('Väntar på nät')).toHaveCount(0, { timeout: 20_000 });
    await expect(siv.getByText('Sparad')).toHaveCount(3);
    await expect(leader.getByText('5 kort från 3 av 3 deltagare.')).toBeVisible();
  });

  await test.step('the leader shows the words, hides one, and undoes it after a reload', async () => {
    await leader.keyboard.press('v');
    await expect(wall.getByText('Samordnare, 2')).toBeAttached();
    const card = leader.getByRole('main').getByRole('listitem').filter({ hasText: 'script' });
    await card.hover();
    await card.getByRole('button', { name: /^Dölj/ }).click();
    await expect(wall.getByText('script')).toHaveCount(0);
    await expect(siv.getByText(/^Den som leder har dolt den/)).toBeVisible();
    await leader.reload();
    await leader.waitForLoadState('networkidle');
    await leader.getByRole('button', { name: /^Ångra/ }).click();
    await expect(wall.getByText('<script>alert("x")</script>').first()).toBeAttached();
  });

  await test.step('a participant changes and takes back a card', async () => {
    await anna.getByRole('button', { name: /^Ändra: Samordnare/ }).click();
    await anna.getByLabel('Ändra kortet').fill('Möjliggörare');
    await anna.getByRole('button', { name: 'Spara ändringen' }).click();
    await expect(wall.getByText('Möjliggörare').first()).toBeAttached();
    await siv.getByRole('button', { name: /^Ta tillbaka: Nav/ }).click();
    await expect(wall.getByText('Nav', { exact: true })).toHaveCount(0);
  });

  await test.step('the question closes while somebody types: the text stays and says why', async () => {
    await anna.getByLabel('Ditt rollkort').fill('Halvskrivet ord');
    await leader.getByRole('button', { name: /^Stäng/ }).click();
    await expect(
      anna.getByText(/Du kan skicka det du har skrivit i \d+ sekunder till/).first()
    ).toBeVisible();
    await expect(anna.getByLabel('Ditt rollkort')).toHaveValue('Halvskrivet ord');
    await anna.reload();
    await expect(anna.getByText(/Du kan skicka det|Frågan är stängd|Halvskrivet till/).first()).toBeVisible();
    await expect(bo.getByRole('heading', { name: 'Orden är samlade' })).toBeVisible();
  });

  await test.step('a quote with its speaker, in the spotlight', async () => {
    await leader.getByRole('button', { name: /^Nästa steg/ }).click();
    await expect(bo.getByRole('heading', { name: 'Vad sa de?' })).toBeVisible();
    await bo.getByLabel('Citatet').fill('Vattnet rinner över gränsen.\nVi gör det inte.');
    await bo.getByText('Någon annan').click();
    await bo.getByLabel('Namn', { exact: true }).fill('Gun');
    await bo.getByLabel('Titel (frivillig)').fill('strateg');
    await bo.getByRole('button', { name: 'Skicka citatet' }).click();
    const quote = leader.getByRole('main').getByRole('listitem').filter({ hasText: 'Vattnet rinner' });
    await quote.hover();
    await quote.getByRole('button', { name: /^Lyft fram/ }).click();
    await expect(wall.getByText('Gun, strateg')).toBeVisible();
  });

  await test.step('sticky notes, and the end of the day', async () => {
    await leader.getByRole('button', { name: /^Nästa steg/ }).click();
    await bo.getByLabel('Din lapp').fill('Träffas vid åmynningen 😀');
    await bo.getByRole('button', { name: 'Skicka lappen' }).click();
    await expect(wall.getByText('Träffas vid åmynningen 😀').first()).toBeAttached();
    await leader.getByRole('button', { name: /^Avsluta träffen/ }).click();
    // Asked first, with the answer at hand to go on.
    const ask = leader.getByRole('alertdialog', { name: 'Avsluta träffen för alla?' });
    await expect(ask.getByText(/^”.+” är öppen och stängs\.$/)).toBeVisible();
    await expectAccess(leader);
    await ask.getByRole('button', { name: 'Fortsätt träffen' }).click();
    await expect(ask).toBeHidden();
    await expect(bo.getByLabel('Din lapp')).toBeVisible();
    await leader.getByRole('button', { name: /^Avsluta träffen/ }).click();
    await ask.getByRole('button', { name: 'Avsluta träffen' }).click();
    await expect(bo.getByRole('heading', { name: 'Tack för i dag!' })).toBeVisible();
    await expect(wall.getByText('Tack för i dag!')).toBeVisible();
    // Looked at once more before everybody goes.
    await leader.getByRole('group', { name: 'Visa på väggen' }).getByRole('button', { name: 'Alla' }).click();
    await expect(wall.getByText('Träffas vid åmynningen 😀').first()).toBeAttached();
    await leader.getByRole('button', { name: 'Visa tacket på väggen' }).click();
    await expect(wall.getByText('Tack för i dag!')).toBeVisible();
  });

  await test.step('the code is closed, with one friendly answer', async () => {
    const late = await openPhone(browser, server.origin);
    await late.goto('/');
    await late.getByLabel('Skriv koden från väggen').fill(code);
    await late.getByRole('button', { name: 'Fortsätt' }).click();
    await expect(late.getByText('Ingen öppen träff har den koden.')).toBeVisible();
  });

  await test.step('the outputs can be read and taken away', async () => {
    await leader.getByRole('link', { name: 'Läs vad ni kom fram till' }).click();
    await expect(leader.getByRole('heading', { name: 'Vem är du?' })).toBeVisible();
    await expect(leader.getByText('Vattnet rinner över gränsen.').first()).toBeVisible();
    const csv = await leader.request.get(`${leader.url().replace(/\/review.*/, '')}/export/csv`);
    const bytes = await csv.body();
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString('utf8')).toContain('Möjliggörare');
    for (const format of ['json', 'md']) {
      const file = await leader.request.get(`${leader.url().replace(/\/review.*/, '')}/export/${format}`);
      expect(file.ok()).toBe(true);
      expect(await file.text()).toContain('Livsmedelsberedskapssamordnare');
    }
  });

  await test.step('another browser sees nothing of it', async () => {
    const stranger = await openDesk(browser, server.origin);
    for (const page of ['console', 'plan', 'review']) {
      await stranger.goto(leader.url().replace(/review.*/, page));
      await expect(stranger.getByRole('heading', { name: 'Logga in' })).toBeVisible();
    }
  });
});
