/** Two who lead at once, each from a desk of the own, and one of them with the phone as a remote control; all watch one projector. */
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
test.beforeAll(async () => {
  server = await TestServer.start();
});
test.afterAll(() => server.stop());

/** The owner's settings page makes a link; answers its path. */
async function invite(owner: Page, part: string): Promise<string> {
  // Without the link that was made before.
  await owner.goto(new URL(owner.url()).pathname);
  await owner.getByLabel('Bjud in som').selectOption({ label: part });
  await owner.getByRole('button', { name: 'Skapa en länk' }).click();
  const link = await owner.getByLabel('Inbjudningslänk').inputValue();
  return new URL(link).pathname;
}

test('a leader invites a co-leader, and they lead at the same time', async ({ browser }) => {
  test.setTimeout(240_000);
  const karin = await openDesk(browser, server.origin);
  await becomeLeader(karin, server);
  await createProject(karin, 'Vem äger vattnet?');
  await karin.getByRole('link', { name: 'Planera träffen' }).first().click();
  await karin.waitForLoadState('networkidle');
  await planPrompt(karin, 'Rollkort', 'Vem är du?');
  await planPrompt(karin, 'Lappar', 'Vad gör vi nu?');
  await karin.getByRole('link', { name: 'Vatten i samverkan' }).click();
  await karin.getByRole('link', { name: 'Inställningar' }).click();
  await expect(karin).toHaveURL(/\/settings/);

  const anna = await openDesk(browser, server.origin);
  await test.step('somebody without an account makes one by the link', async () => {
    await anna.goto(await invite(karin, 'Innehållsledare'));
    await expect(anna.getByText('Karin bjuder in dig')).toBeVisible();
    await expectAccess(anna);
    await anna.getByLabel('Ditt namn').fill('Anna');
    await anna.getByLabel('E-post').fill('anna@example.org');
    await anna.getByLabel('Lösenord').fill('kort');
    await anna.getByRole('button', { name: 'Skapa kontot' }).click();
    await expect(anna.getByLabel('Lösenord')).toHaveAttribute('aria-invalid', 'true');
    await anna.getByLabel('Lösenord').fill('en annan mening att minnas');
    await anna.getByRole('button', { name: 'Skapa kontot' }).click();
    await expect(anna.getByRole('heading', { level: 1, name: 'Vem äger vattnet?' })).toBeVisible();
  });

  await test.step('a link works once, can be taken back, and its maker is in already', async () => {
    const path = await invite(karin, 'Dokumentatör');
    await expectAccess(karin);
    await karin.goto(path);
    await expect(karin.getByRole('heading', { name: 'Du är redan med' })).toBeVisible();
    await karin.getByRole('link', { name: 'Till lärprojektet' }).click();
    await karin.getByRole('link', { name: 'Inställningar' }).click();
    await karin.getByRole('button', { name: /^Ta tillbaka inbjudan/ }).click();
    await expect(karin.getByText('Inbjudningar som väntar')).toHaveCount(0);
    const stranger = await openDesk(browser, server.origin);
    await stranger.goto(path);
    await expect(stranger.getByRole('heading', { name: 'Inbjudan gäller inte' })).toBeVisible();
    await stranger.context().close();
  });

  await test.step('the last owner stays', async () => {
    await karin.getByRole('button', { name: 'Ta bort Karin ur projektet' }).click();
    await expect(karin.getByText('Projektet måste ha en ägare.')).toBeVisible();
  });

  await karin.goto('/projects');
  await karin
    .getByRole('link', { name: /Vatten i samverkan|Vem äger vattnet/ })
    .first()
    .click();
  await karin.getByRole('link', { name: 'Led träffen' }).click();
  await karin.getByRole('button', { name: 'Öppna träffen' }).click();
  const code = await codeOf(karin);
  const wall = await openDesk(browser, server.origin);
  await wall.goto((await karin.getByRole('link', { name: 'Öppna väggen' }).first().getAttribute('href'))!);
  await expect(wall.getByText(code)).toBeVisible();

  await test.step('both see that the other one leads too', async () => {
    await anna.goto(new URL(karin.url()).pathname);
    await expect(anna.getByText('Karin leder också')).toBeVisible();
    await expect(karin.getByText('Anna leder också')).toBeVisible();
  });

  await test.step('what the one does stands for a moment in the bar of the other', async () => {
    await karin
      .getByRole('button', { name: /Öppna frågan/ })
      .first()
      .click();
    const bar = anna.getByRole('toolbar');
    await expect(bar.getByText('Karin öppnade ”Vem är du?”')).toBeVisible();
    // Nothing of Anna's own can be taken back.
    await expect(bar.getByRole('button', { name: 'Ångra', exact: true })).toBeDisabled();
  });

  const siv = await openPhone(browser, server.origin);
  await joinMeeting(siv, code, 'Siv');
  await sendCard(siv, 'Dörröppnare');
  await sendCard(siv, 'Vattenväktare');

  const remote = await openPhone(browser, server.origin);
  await test.step('the console shows the way to the remote control, which asks who it is', async () => {
    await karin.getByRole('button', { name: 'Fjärrkontroll' }).click();
    const dialog = karin.getByRole('dialog', { name: 'Fjärrkontroll' });
    await expect(dialog.getByRole('img', { name: 'QR-kod till fjärrkontrollen' })).toBeVisible();
    await expectAccess(karin);
    const link = await dialog.getByRole('link', { name: 'Öppna här' }).getAttribute('href');
    await dialog.getByRole('button', { name: 'Stäng' }).click();
    await remote.goto(new URL(link!).pathname);
    await remote.getByLabel('E-post').fill('karin@example.org');
    await remote.getByLabel('Lösenord').fill('en mening att minnas');
    await remote.getByRole('button', { name: 'Logga in' }).click();
    await expect(remote.getByRole('heading', { level: 1, name: 'Vem är du?' })).toBeVisible();
    await expect(remote.getByText('Anna leder också')).toBeVisible();
    await expectAccess(remote);
  });

  await test.step('a tap on a card shows it alone on the projector, a second tap puts it out', async () => {
    const card = remote.getByRole('button', { name: /Vattenväktare/ });
    await card.click();
    await expect(card).toHaveAttribute('aria-pressed', 'true');
    await expect(remote.getByText('Bara ”Vattenväktare”')).toBeVisible();
    await expect(wall.getByText('Vattenväktare').first()).toBeVisible();
    await expect(wall.getByText('Dörröppnare')).toHaveCount(0);
    await remote.waitForTimeout(600);
    await card.click();
    await expect(card).toHaveAttribute('aria-pressed', 'false');
    await expect(wall.getByText('Dörröppnare').first()).toBeAttached();
  });

  await test.step('the thumb keeps the time, closes, and a double tap does nothing else', async () => {
    await remote.waitForTimeout(600);
    await remote.getByRole('button', { name: 'Pausa' }).click();
    await expect(remote.getByRole('button', { name: 'Fortsätt' })).toBeVisible();
    await remote.waitForTimeout(600);
    await remote.getByRole('button', { name: '1 min mer' }).click();
    await expect(remote.getByRole('timer')).toContainText(/2[01]:\d\d/);
    await remote.waitForTimeout(600);
    await remote.getByRole('button', { name: 'Stäng', exact: true }).dblclick();
    await expect(siv.getByRole('button', { name: 'Skicka kortet' })).toHaveCount(0);
    await expect(remote.getByText('Stängd.')).toBeVisible();
    await expect(anna.getByRole('toolbar').getByText('Karin stängde ”Vem är du?”')).toBeVisible();
  });

  await test.step('each undoes the own deeds, and all see what was undone', async () => {
    await anna
      .getByRole('button', { name: /Nästa steg/ })
      .first()
      .click();
    await expect(remote.getByRole('heading', { level: 1, name: 'Vad gör vi nu?' })).toBeVisible();
    await remote.waitForTimeout(600);
    await remote.getByRole('button', { name: 'Ångra: Du stängde ”Vem är du?”' }).click();
    // Karin's question is open again, so Anna's is not: one at a time.
    await expect(remote.getByRole('heading', { level: 1, name: 'Vem är du?' })).toBeVisible();
    await expect(anna.getByRole('toolbar').getByText('Ångrat: Karin stängde ”Vem är du?”')).toBeVisible();
    await anna.getByText('Vad som hänt').click();
    const undone = anna.getByRole('listitem').filter({ hasText: 'Karin stängde ”Vem är du?”' });
    await expect(undone.getByText('Ångrat')).toBeVisible();
    await expect(anna.getByRole('listitem').filter({ hasText: 'Du öppnade ”Vad gör vi nu?”' })).toBeVisible();
    await expectAccess(anna);
  });

  await test.step('the end of the day stands where the next step stood, and asks first', async () => {
    const ask = remote.getByRole('alertdialog', { name: 'Avsluta träffen för alla?' });
    await remote.waitForTimeout(600);
    await remote.getByRole('button', { name: 'Avsluta träffen' }).click();
    await expect(ask.getByRole('button', { name: 'Fortsätt träffen' })).toBeFocused();
    await expect(ask.getByText('”Vem är du?” är öppen och stängs.')).toBeVisible();
    await expectAccess(remote);
    await remote.keyboard.press('Escape');
    await expect(ask).toBeHidden();
    await expect(remote.getByText('Öppen.')).toBeVisible();
  });

  await test.step('the remote control is used at 320 px', async () => {
    await remote.setViewportSize({ width: 320, height: 640 });
    await expectNoSideways(remote);
    await expectAccess(remote);
  });

  await test.step('who is taken out leads no more; a reviewer reads', async () => {
    const setup = await openDesk(browser, server.origin);
    await setup.context().addCookies(await karin.context().cookies());
    await setup.goto('/projects');
    await setup
      .getByRole('link', { name: /Vatten i samverkan|Vem äger vattnet/ })
      .first()
      .click();
    await setup.getByRole('link', { name: 'Inställningar' }).click();
    await setup.getByLabel('Del i projektet: Anna').selectOption({ label: 'Dokumentatör' });
    await setup.getByRole('button', { name: 'Spara delen för Anna' }).click();
    await expect(setup.getByText('Sparat.')).toBeVisible();
    expect((await anna.goto(anna.url()))?.status()).toBe(403);
    expect((await anna.goto(anna.url().replace('console', 'review')))?.status()).toBe(200);
    await setup.getByRole('button', { name: 'Ta bort Anna ur projektet' }).click();
    await expect(setup.getByText('anna@example.org')).toHaveCount(0);
    expect((await anna.goto(anna.url()))?.status()).toBe(404);
  });
});
