/** Votes from opening to result: a leader, five phones, a projector; nobody sees what a vote comes to before it is closed. */
import { expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import type { CommandData, Request } from '../../src/lib/domain/meeting/commands.ts';
import { expectAccess, expectNoSideways } from './access.ts';
import { demoLeader, startDemo } from './demo.ts';
import type { Demo } from './demo.ts';
import { joinMeeting, openDesk, openPhone } from './people.ts';

let demo: Demo;
test.beforeAll(async () => {
  demo = await startDemo();
});
test.afterAll(() => demo.server.stop());

type Step = CommandData<'AddPrompts'>['steps'][number];
const PLAIN = { about: null, choices: [], votes: 3, stack: false, low: '', high: '' };
const CHOICES = ['Nav', 'Bro', 'Motor', 'Kompass'].map((text) => ({
  id: `choice-${text.toLowerCase()}`,
  text
}));

/** What the server has told each page over its socket. */
const heard = new Map<Page, string>();

async function listening(opening: Promise<Page>): Promise<Page> {
  const page = await opening;
  heard.set(page, '');
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => heard.set(page, `${heard.get(page)}\n${payload.toString()}`))
  );
  return page;
}

function forget() {
  for (const page of heard.keys()) heard.set(page, '');
}

async function room(browser: Browser) {
  const leader = await listening(demoLeader(browser, demo));
  const send = async (request: Request) => {
    const answer = await leader.request.post(`/api/meetings/${demo.meeting}/commands?view=leader`, {
      headers: { origin: demo.server.origin },
      data: { id: randomUUID(), ...request }
    });
    expect(await answer.json()).toMatchObject({ ok: true });
  };
  const wall = await listening(openDesk(browser, demo.server.origin));
  await wall.goto(`/meeting/${demo.meeting}/wall?key=${demo.wallKey}`);
  await leader.goto(`/meeting/${demo.meeting}/console`);
  const phones: Page[] = [];
  for (const name of ['Anna', 'Bo', 'Siv', 'Ronja', 'Måns']) {
    const phone = await listening(openPhone(browser, demo.server.origin));
    await joinMeeting(phone, demo.code, name);
    phones.push(phone);
  }
  return { leader, wall, phones: phones as [Page, Page, Page, Page, Page], send };
}

test('votes of every kind, from opening to the review', async ({ browser }) => {
  test.setTimeout(420_000);
  const { leader, wall, phones, send } = await room(browser);
  const [anna, bo, siv, ronja, mans] = phones;
  const everybody = [leader, wall, ...phones];
  const vote = { ...PLAIN, choices: CHOICES, votes: 2 };
  const steps: Step[] = [
    { prompt: 'vote-dots', kind: 'dots', title: 'Vad först?', vote },
    { prompt: 'vote-order', kind: 'ranking', title: 'I vilken ordning?', hidden: true, vote },
    { prompt: 'vote-points', kind: 'points', title: 'Hur mycket till vad?', vote: { ...vote, votes: 10 } },
    {
      prompt: 'vote-scale',
      kind: 'scale',
      title: 'Hur säkra är vi?',
      vote: { ...PLAIN, low: 'Inte alls', high: 'Helt' }
    }
  ];
  await send({ name: 'AddPrompts', data: { steps } });
  const open = async (prompt: string, title: string) => {
    forget();
    await send({ name: 'OpenPrompt', data: { prompt } });
    for (const phone of phones) await expect(phone.getByRole('heading', { name: title })).toBeVisible();
    await expect(wall.getByRole('heading', { name: title })).toBeVisible();
  };
  const dot = (phone: Page, text: string) => phone.getByRole('button', { name: text, exact: true }).click();
  const row = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text });

  await test.step('dots: each phone gives two, changes its mind, takes back', async () => {
    await open('vote-dots', 'Vad först?');
    await expect(anna.getByText('ingen annan får veta hur du röstade')).toBeVisible();
    for (const phone of [anna, bo, siv]) {
      await dot(phone, 'Nav');
      await dot(phone, 'Bro');
      await expect(phone.getByText('0 av 2 prickar kvar')).toBeVisible();
    }
    await expect(anna.getByText('Sparad')).toBeVisible();
    // The third is one too many; a changed mind is not.
    await anna.getByRole('button', { name: 'Motor', exact: true }).click({ force: true });
    await expect(anna.getByText('Prickarna är slut')).toBeVisible();
    await dot(anna, 'Bro');
    await dot(anna, 'Motor');
    await bo.getByRole('button', { name: 'Ta tillbaka min röst' }).click();
    await expect(bo.getByText('Du har inte röstat än')).toBeVisible();
    await expect(leader.getByText('2 av 5 har röstat.')).toBeVisible();
    await expect(wall.getByText('2 av 5 har röstat')).toBeVisible();
  });

  await test.step('one that is made without a net survives a reload, and arrives once', async () => {
    await ronja.context().setOffline(true);
    await dot(ronja, 'Kompass');
    await dot(ronja, 'Nav');
    await expect(ronja.getByText('Väntar på nät')).toBeVisible();
    await ronja.context().setOffline(false);
    await ronja.reload();
    await expect(ronja.getByText('Sparad')).toBeVisible({ timeout: 20_000 });
    await expect(ronja.getByRole('button', { name: 'Kompass', exact: true })).toHaveAttribute(
      'aria-pressed',
      'true'
    );
    await expect(leader.getByText('3 av 5 har röstat.')).toBeVisible();
  });

  await test.step('before the close nothing of the result is on any wire or page', async () => {
    for (const page of [leader, wall, mans]) await page.reload();
    await expect(leader.getByText('3 av 5 har röstat.')).toBeVisible();
    await expect(leader.getByText('Ingen ser det före dess')).toBeVisible();
    for (const page of everybody) {
      const told = `${heard.get(page)}${await page.content()}`;
      expect(told).toContain('Kompass');
      expect(told).not.toMatch(/"?(score|ballots)"?:/);
    }
    // What others gave is on no phone but theirs.
    for (const page of [leader, wall, mans]) {
      expect(`${heard.get(page)}${await page.content()}`).not.toMatch(/"?choice-\w+"?:\s*1\b/);
    }
    // It would be found where it is.
    expect(heard.get(anna)).toMatch(/"choice-\w+":\s*1\b/);
    await expectAccess(anna);
    await expectAccess(leader);
    await expectAccess(wall);
  });

  await test.step('who was away when it was closed is told that the change did not count', async () => {
    await mans.context().setOffline(true);
    await dot(mans, 'Bro');
    await leader.keyboard.press('s');
    await expect(leader.getByText('Stängd. 3 röstade.')).toBeVisible({ timeout: 30_000 });
    await mans.context().setOffline(false);
    await expect(mans.getByText('Din senaste ändring räknades inte.')).toBeVisible({ timeout: 30_000 });
    await mans.getByRole('button', { name: 'Jag förstår' }).click();
    await expect(mans.getByText('Du röstade inte.')).toBeVisible();
  });

  await test.step('closed: the result on console, wall and phones', async () => {
    await expect(row(leader, 'Nav')).toContainText('1.');
    await expect(row(leader, 'Nav').getByRole('cell')).toHaveText(['1.', '3']);
    await expect(wall.getByText('3 prickar')).toBeAttached();
    await expect(anna.getByText('Röstningen är stängd').first()).toBeVisible();
    await expect(anna.getByRole('heading', { name: 'Så röstade du' })).toBeVisible();
    await expect(row(anna, 'Kompass').getByRole('cell')).toHaveText(['2.', '1']);
    for (const page of [anna, leader, wall]) {
      await expectAccess(page);
      await expectNoSideways(page);
    }
  });

  await test.step('the three foremost become steps of the agenda, by one deed that is undone', async () => {
    await expect(leader.getByText(/har lika många som den sista/)).toBeVisible();
    const agenda = leader.getByRole('navigation', { name: 'Dagordning' }).getByRole('listitem');
    const before = await agenda.count();
    const question = leader.getByLabel('Fråga om Nav');
    await expect(question).toHaveValue('Nav: vad gör vi?');
    await question.fill('Vem ska vara\nnavet?');
    await question.press('Enter');
    await expect(leader.getByLabel('Fråga om Bro')).toBeFocused();
    await expect(question).toHaveValue('Vem ska vara navet?');
    await leader.getByRole('button', { name: 'Lägg 3 steg efter röstningen' }).click();
    await expect(leader.getByText('3 steg ligger nu efter röstningen')).toBeVisible();
    await expect(agenda).toHaveCount(before + 3);
    const titles = await agenda.allInnerTexts();
    const at = titles.findIndex((text) => text.includes('Vad först?'));
    expect(titles[at + 1]).toContain('Vem ska vara navet?');
    expect(titles[at + 2]).toContain('Bro: vad gör vi?');
    await leader.getByRole('button', { name: /^Ångra/ }).click();
    await expect(agenda).toHaveCount(before);
    await leader.getByRole('checkbox', { name: 'Ta med den också' }).check();
    await leader.getByRole('button', { name: 'Rösta en gång till mellan dem' }).click();
    await expect(agenda.filter({ hasText: 'Röstning: Vad först?' })).toHaveCount(1);
    await expectAccess(leader);
  });

  await test.step('a ranking, concealed until the leader shows it', async () => {
    await open('vote-order', 'I vilken ordning?');
    for (const phone of [anna, bo]) {
      await phone.getByRole('button', { name: /^Kompass\. Tryck för att ge plats 1/ }).click();
      await phone.getByRole('button', { name: /^Nav\. Tryck för att ge plats 2/ }).click();
    }
    await bo.getByRole('button', { name: 'Flytta upp Nav till plats 1' }).click();
    await expect(bo.getByRole('button', { name: /^Plats 1: Nav/ })).toBeVisible();
    await expectAccess(bo);
    await expect(bo.getByText('Sparad')).toBeVisible();
    await expect(leader.getByText('2 av 5 har röstat.')).toBeVisible();
    await send({ name: 'ClosePrompt', data: { prompt: 'vote-order' } });
    await expect(wall.getByText('Resultatet visas snart')).toBeVisible();
    await expect(anna.getByText('när processledaren visar det')).toBeVisible();
    await expect(row(leader, 'Nav').getByRole('cell')).toHaveText(['1.', '7', '2']);
    expect(`${heard.get(wall)}${heard.get(anna)}`).not.toContain('"score"');
    await leader.getByRole('button', { name: /^Visa resultatet/ }).click();
    await expect(wall.getByText('7 poäng').first()).toBeAttached();
    await expect(row(anna, 'Nav')).toContainText('7');
  });

  await test.step('points: the sum is always shown, and never more than there are', async () => {
    await open('vote-points', 'Hur mycket till vad?');
    await siv.getByLabel('Poäng till Nav').fill('7');
    await siv.getByLabel('Poäng till Bro').fill('9');
    await expect(siv.getByLabel('Poäng till Bro')).toHaveValue('3');
    await siv.getByRole('button', { name: 'En poäng mindre till Nav' }).click();
    await siv.getByRole('button', { name: 'En poäng mer till Motor' }).click();
    await expect(siv.getByText('10 av 10 poäng fördelade')).toBeVisible();
    await expectAccess(siv);
    await expect(siv.getByText('Sparad')).toBeVisible();
    await send({ name: 'ClosePrompt', data: { prompt: 'vote-points' } });
    await expect(row(leader, 'Nav').getByRole('cell')).toHaveText(['1.', '6', '1']);
    await expect(row(leader, 'Motor').getByRole('cell')).toHaveText(['3.', '1', '1']);
  });

  await test.step('a scale, and how the answers lie on it', async () => {
    await open('vote-scale', 'Hur säkra är vi?');
    await anna.getByText('8', { exact: true }).click();
    await bo.getByRole('radio', { name: '10, Helt' }).check({ force: true });
    await siv.getByText('3', { exact: true }).click();
    await expect(siv.getByText('Sparad')).toBeVisible();
    await expectAccess(anna);
    await expect(leader.getByText('3 av 5 har röstat.')).toBeVisible();
    await expect(wall.getByText('10 = Helt')).toBeVisible();
    await send({ name: 'ClosePrompt', data: { prompt: 'vote-scale' } });
    const words =
      'Mitten av svaren, medianen, är 8. Hälften av svaren ligger mellan 5,5 och 9. Medelvärdet är 7.';
    await expect(leader.locator('#panel').getByText(words)).toBeVisible();
    await expect(wall.getByText('Median 8 · medelvärde 7')).toBeVisible();
    await expect(anna.getByText(words)).toBeVisible();
    await expectAccess(wall);
    await expectAccess(anna);
  });

  await test.step('the review has the results, and not who voted', async () => {
    const review = await leader.context().newPage();
    await review.goto(`/meeting/${demo.meeting}/review`);
    const dots = review.getByRole('region', { name: 'Vad först?', exact: true });
    await expect(dots.getByRole('row').nth(1)).toContainText('Nav');
    await expect(review.getByText('Medelvärdet är 7.')).toBeVisible();
    await expectAccess(review);
    await expectNoSideways(review);
    for (const [format, words] of [
      ['md', '| Nav | 3 | 3 |'],
      ['csv', ';Nav;'],
      ['json', '"score": 3']
    ] as const) {
      const file = await review.request.get(`/meeting/${demo.meeting}/export/${format}`);
      const text = await file.text();
      expect(text).toContain(words);
      expect(text).not.toContain('Ronja');
    }
  });
});
