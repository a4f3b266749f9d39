/** The wall in a full room: led from the console, the same on every screen. */
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { expectAccess, expectNoSideways } from './access.ts';
import { bringCrowd, crowdWrites, demoLeader, startDemo } from './demo.ts';
import type { Demo, Guest } from './demo.ts';
import { openDesk, openPhone } from './people.ts';

const TEXTS = [
  'Samordnare',
  'Livsmedelsberedskapssamordnare',
  'Regionala livsmedelsstrategins hemvist',
  'Spindel',
  'Motor',
  'Karta',
  'Gitarr',
  'Moln',
  'Nyckel',
  'Ett ord <b>med</b> tecken',
  'Lupp',
  '🌱'
];
let demo: Demo;
let crowd: Guest[];
let leader: Page;
let projector: Page;

test.beforeAll(async ({ browser }) => {
  demo = await startDemo();
  crowd = await bringCrowd(demo, 45);
  await crowdWrites(crowd, TEXTS);
  leader = await demoLeader(browser, demo);
  await leader.goto(`/meeting/${demo.meeting}/console`);
  await leader.waitForLoadState('networkidle');
  projector = await openDesk(browser, demo.server.origin);
  await projector.goto(`/meeting/${demo.meeting}/wall?key=${demo.wallKey}`);
  await leader.getByRole('tab', { name: 'Vägg' }).click();
});
test.afterAll(async () => {
  for (const { socket } of crowd) socket.close();
  await demo.server.stop();
});

const words = () => leader.getByRole('tabpanel').getByRole('button', { name: /^Visa .* på väggen, / });

/** Where each word stands in the picture, in thousandths of its width. */
async function standing(page: Page, picture: string): Promise<Record<string, number[]>> {
  const scope = page.locator(picture);
  await expect(scope.locator('[data-word]').first()).toBeVisible();
  // Nothing glides any more.
  let last = '';
  await expect(async () => {
    const now = JSON.stringify(await places());
    const same = now === last;
    last = now;
    expect(same).toBe(true);
  }).toPass({ intervals: [400] });
  return places();

  function places() {
    return scope.evaluate((svg) => {
      const frame = svg.getBoundingClientRect();
      return Object.fromEntries(
        [...svg.querySelectorAll('[data-word]')].map((word) => {
          const { x, y, width, height } = word.getBoundingClientRect();
          const part = (value: number) => Math.round((1_000 * value) / frame.width);
          return [
            word.textContent,
            [part(x + width / 2 - frame.x), part(y + height / 2 - frame.y), part(width)]
          ];
        })
      );
    });
  }
}
const onProjector = () => standing(projector, '.screen svg:has([data-word])');
const onConsole = () => standing(leader, '[role=tabpanel] svg:has([data-word])');

test('every word stands on the console and on the projector at the same place, also after a reload', async () => {
  await expect(words()).toHaveCount(TEXTS.length);
  await expect(projector.locator('[data-word]')).toHaveCount(TEXTS.length);
  const there = await onProjector();
  expect(Object.keys(there)).toHaveLength(TEXTS.length);
  const here = await onConsole();
  for (const [word, at] of Object.entries(there)) {
    // The pictures are not the same size: half a px is a thousandth or two.
    here[word]!.forEach((value, index) => expect(Math.abs(value - at[index]!)).toBeLessThanOrEqual(3));
  }
  await projector.reload();
  expect(await onProjector()).toEqual(there);
});

test('the wall is a list too, with counts and variants', async () => {
  const list = projector.getByRole('list').filter({ hasText: 'Samordnare' });
  await expect(list.getByRole('listitem').filter({ hasText: 'Karta' })).toHaveText(/Karta, \d/);
});

test('a word is lit from the keyboard, and goes out again', async () => {
  const word = words().filter({ hasText: 'Motor' });
  await word.focus();
  await leader.keyboard.press('Enter');
  await expect(word).toHaveAttribute('aria-pressed', 'true');
  await expect(projector.locator('[data-word]')).toHaveCount(0);
  await expect(projector.getByText('Motor').first()).toBeVisible();
  await leader.keyboard.press('Enter');
  await expect(word).toHaveAttribute('aria-pressed', 'false');
  await expect(projector.locator('[data-word]')).toHaveCount(TEXTS.length);
});

test('a locked wall waits; then what came stands on it', async () => {
  await expect(projector.locator('[data-word]')).toHaveCount(TEXTS.length);
  const before = await onProjector();
  await leader.getByRole('button', { name: 'Lås', exact: true }).click();
  await expect(leader.getByRole('button', { name: 'Städa' })).toBeDisabled();
  await crowdWrites(crowd.slice(0, 1), ['Kompass']);
  await expect(leader.getByText('46 kort från').first()).toBeVisible();
  // It has been counted in, and has no place.
  await expect(leader.getByText('Ett ord till finns i listan')).toBeVisible();
  expect(await onProjector()).toEqual(before);
  await leader.getByRole('button', { name: 'Lås upp' }).click();
  await expect(projector.locator('[data-word]', { hasText: 'Kompass' })).toBeVisible();
});

test('tidied, in another hand, dark, with fewer words: none is lost', async () => {
  const all = TEXTS.length + 1;
  await leader.getByRole('button', { name: 'Städa' }).click();
  await leader.getByLabel('Stil').selectOption('Penna');
  await expect(projector.locator('[data-word] text').first()).toHaveAttribute('font-family', /Patrick Hand/);
  await leader.getByRole('button', { name: 'Mörk vägg' }).click();
  await expect(projector.locator('svg:has([data-word])')).toHaveCSS('background-color', 'rgb(23, 22, 20)');
  await crowdWrites(
    crowd.slice(1, 37),
    Array.from(
      { length: 36 },
      (_, at) => `${'Spik Hammare Såg Borr Fil Tving'.split(' ')[at % 6]} nummer ${at}`
    )
  );
  await expect(leader.getByText(`${46 + 36} kort från`).first()).toBeVisible();
  await leader.getByLabel('Antal ord').selectOption('20');
  await expect(words()).toHaveCount(20);
  await expect(projector.locator('[data-word]')).toHaveCount(20);
  await expect(leader.getByText(/ord till finns i listan/)).toBeVisible();
  await leader.getByRole('tab', { name: 'Lista' }).click();
  expect(await leader.getByRole('tabpanel').getByRole('listitem').count()).toBeGreaterThan(all);
  await leader.getByRole('tab', { name: 'Vägg' }).click();
  await leader.getByLabel('Antal ord').selectOption('Alla');
  await leader.getByRole('button', { name: 'Ljus vägg' }).click();
});

test('the console’s wall is reached by everybody, and fits a phone', async () => {
  await expectAccess(leader);
  await leader.setViewportSize({ width: 320, height: 640 });
  await leader.evaluate(() =>
    document.querySelector<HTMLElement>('main .foot')?.style.setProperty('position', 'static')
  );
  await expectNoSideways(leader);
  await expectAccess(leader);
  await leader.setViewportSize({ width: 1366, height: 768 });
});

test('a phone looks at the wall when nobody writes any more', async ({ browser }) => {
  const phone = await openPhone(browser, demo.server.origin);
  await phone.context().addCookies([{ name: demo.cookie, value: demo.tokens[0]!, url: demo.server.origin }]);
  await phone.goto(`/meeting/${demo.meeting}`);
  await expect(phone.getByLabel('Ditt rollkort')).toBeVisible();
  await leader.getByRole('button', { name: /^Stäng/ }).click();
  await phone.getByRole('link', { name: /^Se väggen/ }).click();
  const list = phone.getByRole('main').getByRole('listitem');
  await expect(list.filter({ hasText: 'Samordnare' }).first()).toHaveText(/\d+$/);
  const there = await onProjector();
  const here = await standing(phone, 'main svg:has([data-word])');
  expect(Object.keys(here).sort()).toEqual(Object.keys(there).sort());
  for (const [word, at] of Object.entries(there)) {
    here[word]!.forEach((value, index) => expect(Math.abs(value - at[index]!)).toBeLessThanOrEqual(3));
  }
  await expectAccess(phone);
  await phone.setViewportSize({ width: 320, height: 640 });
  await expectNoSideways(phone);
  await expectAccess(phone);
});

test('where there is no picture yet a phone is told so; what it may not see is not there', async ({
  browser
}) => {
  const phone = await openPhone(browser, demo.server.origin);
  await phone.context().addCookies([{ name: demo.cookie, value: demo.tokens[1]!, url: demo.server.origin }]);
  const prompt = randomUUID();
  const picture = `/meeting/${demo.meeting}/picture/${prompt}`;
  await lead('AddPrompt', { prompt, kind: 'role-card', title: 'Vem saknas?' });
  await lead('OpenPrompt', { prompt });
  expect((await phone.goto(picture))?.status()).toBe(404);
  await lead('ClosePrompt', { prompt });
  expect((await phone.goto(picture))?.status()).toBe(200);
  await expect(phone.getByText('Väggen är inte klar än. Kom tillbaka om en stund.')).toBeVisible();
  await expectAccess(phone);
  await phone.getByRole('link', { name: 'Tillbaka till träffen' }).click();
  await expect(phone.getByRole('link', { name: 'Se väggen: Vem saknas?' })).toBeVisible();
});

async function lead(name: string, data: object): Promise<void> {
  const answer = await leader.request.post(`/api/meetings/${demo.meeting}/commands?view=leader`, {
    headers: { origin: demo.server.origin },
    data: { id: randomUUID(), name, data }
  });
  expect(await answer.json()).toMatchObject({ ok: true });
}
