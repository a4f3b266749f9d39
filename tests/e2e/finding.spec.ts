/** The room finds together: five phones, one of which answers nonsense. What means the same comes together on the wall. */
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
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
import { expectAccess, expectNoSideways } from './access.ts';
import { TestServer } from './server.ts';

let server: TestServer;
test.beforeAll(async () => {
  server = await TestServer.start();
});
test.afterAll(() => server.stop());

/** To those who wrote them the first two are one role; no dictionary knows that. */
const CARDS = {
  Anna: 'Vattenhål',
  Bo: 'Lägereld',
  Cia: 'Kartritare',
  Dan: 'Larmklocka',
  Nils: 'Trollkarl'
} as const;
const SAME: readonly string[] = [CARDS.Anna, CARDS.Bo];

/** What one of them taps, of the words that are asked about and the answers that are offered. */
type Mind = (words: readonly string[], choices: readonly string[]) => string;

const sensible: Mind = (words, choices) => {
  const same = (word: string) => SAME.includes(word);
  const [yes, no] = words.length === 2 ? [choices[0]!, choices[1]!] : [choices.find(same), choices.at(-1)!];
  return words.every(same) && yes ? yes : no;
};
/** To whom everything is the same. */
const nonsense: Mind = (_, choices) => choices[0]!;

/** Answers what a phone asks, until it asks no more. What others answer may change a question under the thumb. */
async function answerAll(phone: Page, mind: Mind): Promise<void> {
  // The second where the others were quicker, and nothing was left to ask.
  const done = /Tack, du är klar!|Orden är samlade|Inget att göra just nu/;
  await expect(async () => {
    const words = (await phone.locator('.word').allInnerTexts()).map((word) => word.replace('?', ''));
    const choices = await phone
      .locator('.choice:not([aria-disabled="true"])')
      .evaluateAll((all) =>
        all.map((choice) => (choice.querySelector('span') ?? choice).textContent?.trim() ?? '')
      );
    if (choices.length > 0) {
      const choice = phone.locator('.choice', { hasText: mind(words, choices) }).first();
      await choice.tap({ timeout: 1_000 }).catch(() => undefined);
    }
    expect(await phone.getByRole('main').innerText()).toMatch(done);
    // A tap that follows at once would be taken for the second of a double one.
  }).toPass({ timeout: 90_000, intervals: [800] });
}

test('five phones find together, and one that answers nonsense changes nothing', async ({ browser }) => {
  test.setTimeout(240_000);
  const leader = await openDesk(browser, server.origin);
  await becomeLeader(leader, server);
  await createProject(leader, 'Vem äger vattnet?');
  await leader.getByRole('link', { name: 'Planera träffen' }).first().click();
  await leader.waitForLoadState('networkidle');
  await planPrompt(leader, 'Rollkort', 'Vem är du?', { hidden: true });
  await leader.getByRole('link', { name: 'Till konsolen' }).click();
  await leader.getByRole('button', { name: 'Öppna träffen' }).click();
  const code = await codeOf(leader);
  const wall = await openDesk(browser, server.origin);
  await wall.goto((await leader.getByRole('link', { name: 'Öppna väggen' }).first().getAttribute('href'))!);
  await leader
    .getByRole('button', { name: /Nästa steg|Öppna frågan/ })
    .first()
    .click();

  const phones = new Map<string, Page>();
  for (const [name, text] of Object.entries(CARDS)) {
    const phone = await openPhone(browser, server.origin);
    await joinMeeting(phone, code, name);
    await sendCard(phone, text);
    await expect(phone.getByText('Sparad')).toBeVisible();
    phones.set(name, phone);
  }

  await test.step('the room is asked once the question is closed and its words are shown', async () => {
    await expect(leader.getByRole('button', { name: 'Fråga rummet' })).toHaveCount(0);
    await leader.getByRole('button', { name: /^Stäng/ }).click();
    await leader.getByRole('button', { name: 'Visa orden på väggen' }).click();
    await expect(wall.getByText('Lägereld').first()).toBeAttached();
    await leader.getByRole('button', { name: 'Fråga rummet' }).click();
    await expect(wall.getByText('Rummet hittar ihop: 0 svar.')).toBeVisible();
  });

  await test.step('the phone asks in a way that everybody can read and reach', async () => {
    const phone = phones.get('Anna')!;
    await expect(phone.getByText('Hitta ihop orden, 1 av')).toBeVisible();
    await expectAccess(phone);
    await phone
      .getByRole('button', { name: 'Visa alla ord' })
      .tap({ timeout: 1_000 })
      .catch(() => undefined);
    const size = phone.viewportSize()!;
    await phone.setViewportSize({ width: 320, height: 640 });
    await expectNoSideways(phone);
    await expectAccess(phone);
    await phone.setViewportSize(size);
    await phone.reload();
  });

  await test.step('without the net a tap waits, survives a reload, says so, and arrives once', async () => {
    const phone = phones.get('Cia')!;
    await expect(phone.getByText('Hitta ihop orden, 1 av')).toBeVisible();
    await phone.waitForTimeout(700);
    await phone.context().setOffline(true);
    await phone.locator('.choice').last().tap();
    await expect(phone.getByText('Väntar på nät.')).toBeVisible();
    // Pages come again, and nothing else: as in a hotel whose sign-in has run out.
    let cut = true;
    await phone.routeWebSocket(
      /socket\.io/,
      (socket) => void (cut ? socket.close() : socket.connectToServer())
    );
    await phone.route(/socket\.io|\/api\//, (route) => (cut ? route.abort() : route.continue()));
    const page = phone.url();
    await phone.goto('about:blank');
    await phone.context().setOffline(false);
    await phone.goto(page);
    await expect(phone.getByText('Väntar på nät.')).toBeVisible();
    await expect(wall.getByText('Rummet hittar ihop: 0 svar.')).toBeVisible();
    cut = false;
    await expect(phone.getByText('Väntar på nät.')).toHaveCount(0, { timeout: 20_000 });
    await expect(wall.getByText('Rummet hittar ihop: 1 svar.')).toBeVisible();
    await phone.reload();
    await expect(phone.getByText(/Hitta ihop orden, 2 av|Tack, du är klar/)).toBeVisible();
    await expect(wall.getByText('Rummet hittar ihop: 1 svar.')).toBeVisible();
  });

  await test.step('one against one is disputed: the leader decides by keyboard, and undo brings it back', async () => {
    await answerAll(phones.get('Nils')!, nonsense);
    await answerAll(phones.get('Cia')!, sensible);
    await leader.keyboard.press('2');
    const disputed = leader.getByRole('group', { name: 'Rummet är oense' });
    const two = disputed.getByRole('button', { name: /^Två: håll isär/ });
    await expect(two.first()).toBeVisible();
    await expect(disputed.getByText('1 säger samma, 1 säger två').first()).toBeVisible();
    await expectAccess(leader);
    const size = leader.viewportSize()!;
    await leader.setViewportSize({ width: 320, height: 640 });
    await expectNoSideways(leader);
    // Clear of the bar at the foot.
    await disputed.evaluate((strip) => strip.scrollIntoView({ block: 'start' }));
    await expectAccess(leader);
    await leader.setViewportSize(size);
    await expect(async () => {
      // One after the other: a press that follows at once would be taken for the second of a double one.
      if ((await two.count()) > 0) await two.first().press('Enter');
      await expect(two).toHaveCount(0, { timeout: 100 });
    }).toPass({ timeout: 30_000, intervals: [600] });
    await expect(disputed.getByText('Det var det sista.')).toBeVisible();
    await leader.keyboard.press('z');
    await expect(two).toHaveCount(1);
    const words = wall.getByRole('listitem');
    const before = await words.count();
    await disputed.getByRole('button', { name: /^Samma: slå ihop/ }).click();
    await expect(words).toHaveCount(before - 1);
    await leader.keyboard.press('z');
    await expect(words).toHaveCount(before);
    // All of it: the others are asked what was decided here.
    const kept = leader.getByRole('button', { name: /^Ångra: .*isär/ });
    await expect(async () => {
      if ((await kept.count()) > 0) await leader.keyboard.press('z');
      await expect(kept).toHaveCount(0, { timeout: 100 });
    }).toPass({ timeout: 20_000, intervals: [400] });
    await leader.keyboard.press('1');
  });

  await test.step('all answer: what is one comes together, the nonsense does not', async () => {
    await Promise.all(
      [...phones].map(([name, phone]) => answerAll(phone, name === 'Nils' ? nonsense : sensible))
    );
    const words = wall.getByRole('listitem');
    await expect(words).toHaveCount(4);
    await expect(words.first()).toHaveText(/^(Vattenhål|Lägereld), 2\. Skrivet som Vattenhål, Lägereld\.$/);
  });

  await test.step('the console says who joined them, and nobody is asked any more', async () => {
    await leader.keyboard.press('2');
    await leader.getByRole('button', { name: /^Korten i (Vattenhål|Lägereld)/ }).click();
    await expect(leader.getByText(/^\d av \d i rummet svarade att det är samma sak\.$/)).toBeVisible();
    await leader.getByRole('button', { name: /^Dela igen: / }).click();
    await expect(wall.getByRole('listitem')).toHaveCount(5);
    await leader.keyboard.press('f');
    await expect(phones.get('Bo')!.getByRole('heading', { name: 'Orden är samlade' })).toBeVisible();
  });
});
