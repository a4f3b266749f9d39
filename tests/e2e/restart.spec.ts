/** Bad days: the server dies and comes back, and nobody has to touch anything. */
import { expect, test } from '@playwright/test';
import { expectAccess } from './access.ts';
import { demoLeader, startDemo } from './demo.ts';
import type { Demo } from './demo.ts';
import { joinMeeting, openDesk, openPhone, sendCard } from './people.ts';

let demo: Demo;
test.beforeAll(async () => {
  demo = await startDemo();
});
test.afterAll(() => demo.server.stop());

test('the server is killed and started again: phone, console and wall are back by themselves', async ({
  browser
}) => {
  const { server } = demo;
  const leader = await demoLeader(browser, demo);
  await leader.goto(`/meeting/${demo.meeting}/console`);
  const wall = await openDesk(browser, server.origin);
  await wall.goto(`/meeting/${demo.meeting}/wall?key=${demo.wallKey}`);
  const phone = await openPhone(browser, server.origin);
  await joinMeeting(phone, demo.code, 'Ylva');
  await sendCard(phone, 'Före avbrottet');
  await expect(phone.getByText('Sparad')).toHaveCount(1);

  await server.kill();
  await sendCard(phone, 'Under avbrottet');
  await expect(phone.getByText('Väntar på nät')).toBeVisible();
  await expect(leader.getByText('Nätet svarar inte.')).toBeVisible();
  await expect(wall.getByText('Väggen har tappat nätet')).toBeVisible();
  for (const page of [phone, leader, wall]) await expectAccess(page);
  await server.up();

  await expect(phone.getByText('Sparad')).toHaveCount(2);
  await expect(leader.getByRole('main').getByText('Under avbrottet')).toBeVisible();
  await expect(wall.getByText('Under avbrottet').first()).toBeAttached();
  await expect(leader.getByRole('main').getByText('Före avbrottet')).toHaveCount(1);
});

test('the database stands still: the phone says so, nothing is acknowledged, all arrives afterwards', async ({
  browser
}) => {
  const phone = await openPhone(browser, demo.server.origin);
  await joinMeeting(phone, demo.code, 'Bengt');
  await sendCard(phone, 'Före stiltjen');
  await expect(phone.getByText('Sparad')).toHaveCount(1);
  const database = demo.server.stallDatabase();
  try {
    await sendCard(phone, 'I stiltjen');
    await expect(phone.getByText('Väntar på nät')).toBeVisible();
    expect((await fetch(`${demo.server.origin}/healthz`)).status).toBe(503);
    await expect(phone.getByText('Sparad')).toHaveCount(1);
  } finally {
    database.go();
  }
  await expect(phone.getByText('Sparad')).toHaveCount(2);
  await phone.reload();
  await expect(phone.getByText('I stiltjen')).toHaveCount(1);
});
