/** A leader rehearses: a copy with people who answer by themselves, and afterwards everything is as it was. */
import { expect, test } from '@playwright/test';
import { expectAccess, expectNoSideways } from './access.ts';
import { becomeLeader, createProject, openDesk, planPrompt } from './people.ts';
import { TestServer } from './server.ts';

let server: TestServer;
test.beforeAll(async () => {
  server = await TestServer.start();
});
test.afterAll(() => server.stop());

test('a rehearsal from the plan: people come, answer and find together, and nothing of it stays', async ({
  browser
}) => {
  test.setTimeout(240_000);
  const leader = await openDesk(browser, server.origin);
  await becomeLeader(leader, server);
  await createProject(leader, 'Vem äger vattnet?');
  await leader.getByRole('link', { name: 'Planera träffen' }).first().click();
  await leader.waitForLoadState('networkidle');
  await expect(leader.getByRole('button', { name: /^Provkör/ })).toHaveCount(0);
  await planPrompt(leader, 'Rollkort', 'Vem är du?');
  const plan = new URL(leader.url()).pathname;

  await leader.getByRole('button', { name: /^Provkör/ }).click();
  await expect(leader).toHaveURL(/\/console$/);
  const band = leader.getByRole('region', { name: 'Provkör' });
  await expect(band).toContainText('Provkörning: inget av det här sparas.');
  await expect(band).toContainText('Tjugo påhittade deltagare kommer in när du öppnar träffen.');
  await expectAccess(leader);
  expect(new URL(leader.url()).pathname).not.toBe(plan.replace('plan', 'console'));

  await test.step('twenty people come in and write when the question is opened', async () => {
    await leader.getByRole('button', { name: 'Öppna träffen' }).click();
    await expect(leader.getByText('20 av 20 är här')).toBeVisible({ timeout: 30_000 });
    await leader
      .getByRole('button', { name: /Öppna frågan/ })
      .first()
      .click();
    await expect(leader.getByRole('main').getByText('Samordnare').first()).toBeVisible({ timeout: 30_000 });
    await expect(leader.getByText(/[34]\d kort/).first()).toBeVisible({ timeout: 45_000 });
  });

  await test.step('and find together when asked', async () => {
    await leader.getByRole('button', { name: 'Stäng', exact: false }).first().click();
    await leader
      .getByRole('button', { name: /Fråga rummet/ })
      .first()
      .click();
    await expect(leader.getByText(/Rummet hittar ihop, [1-9]\d* av 20/).first()).toBeVisible({
      timeout: 30_000
    });
  });

  await test.step('the remote control and the narrow console say that it is a rehearsal', async () => {
    const phone = await leader.context().newPage();
    await phone.setViewportSize({ width: 320, height: 640 });
    await phone.goto(leader.url().replace('console', 'remote'));
    await expect(phone.getByText('Provkörning: inget av det här sparas.')).toBeVisible();
    await expectAccess(phone);
    await phone.goto(leader.url());
    await expectNoSideways(phone);
    await phone.close();
  });

  const copy = leader.url();
  await leader.getByRole('button', { name: 'Avsluta provkörningen' }).click();
  await expect(leader).toHaveURL(new RegExp(`${plan}$`));
  expect((await leader.request.get(copy)).status()).toBe(404);

  await test.step('the meeting is as it was planned, and in the list alone', async () => {
    await leader.goto('/projects');
    await expect(leader.getByText('Vem äger vattnet?')).toHaveCount(1);
    await leader.goto(plan.replace('plan', 'console'));
    await expect(leader.getByRole('button', { name: 'Öppna träffen' })).toBeVisible();
    await expect(leader.getByRole('region', { name: 'Provkör' })).toHaveCount(0);
    await expect(leader.getByText('Samordnare')).toHaveCount(0);
  });

  const forget = async () => {
    await leader.goto(plan);
    await leader.getByRole('button', { name: /^Provkör/ }).click();
    await expect(leader.getByRole('region', { name: 'Provkör' })).toBeVisible();
    return leader.url();
  };

  await test.step('a forgotten rehearsal ends with the server', async () => {
    const forgotten = await forget();
    await server.close();
    await server.up();
    expect((await leader.request.get(forgotten)).status()).toBe(404);
    expect((await leader.request.get(plan)).status()).toBe(200);
  });

  await test.step('one that a power cut left behind ends with the next', async () => {
    const forgotten = await forget();
    await server.kill();
    await server.up();
    await leader.goto('/projects');
    await expect(leader.getByText('Vem äger vattnet?')).toHaveCount(1);
    const next = await forget();
    expect((await leader.request.get(forgotten)).status()).toBe(404);
    expect((await leader.request.get(next)).status()).toBe(200);
  });
});
