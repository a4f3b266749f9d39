/** The documentation: written by keyboard alone, by two at once and without a net; what is placed in it follows its source. */
import { expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { SlowNet } from '../fixtures/slow-net.ts';
import { expectAccess, expectNoSideways } from './access.ts';
import { bringCrowd, crowdWrites, DEMO_KEY, demoLeader, startDemo } from './demo.ts';
import type { Demo } from './demo.ts';
import { openDesk } from './people.ts';

let demo: Demo;
test.beforeAll(async () => {
  demo = await startDemo();
});
test.afterEach(async ({ browser }) => {
  for (const context of browser.contexts()) await context.close();
});
test.afterAll(async () => {
  await demo.server.stop();
});

async function openDocumentation(browser: Browser, origin = demo.server.origin): Promise<Page> {
  const page =
    origin === demo.server.origin ? await demoLeader(browser, demo) : await openDesk(browser, origin);
  await page.goto(`/demo/${DEMO_KEY}?next=/projects/${demo.project}/documentation`);
  await expect(text(page)).toBeVisible();
  return page;
}

const text = (page: Page) => page.getByRole('textbox', { name: 'Dokumentationens text' });
const keeping = (page: Page) => page.getByTestId('keeping');
const block = (page: Page, name: RegExp) => page.getByRole('group', { name });
const panel = (page: Page) => page.getByRole('complementary');

/** At the end of the text, in a paragraph of its own. */
async function writeLast(page: Page, sentence: string): Promise<void> {
  await text(page).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(sentence);
}

async function toTool(page: Page, name: string): Promise<void> {
  const tool = page.getByRole('toolbar').getByRole('button', { name, exact: true });
  for (let at = 0; at < 30; at++) {
    if (await tool.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press('ArrowRight');
  }
  throw new Error(`no way to ${name}`);
}

test('a chapter is written and a wall placed, moved and looked behind, by keyboard alone', async ({
  browser
}) => {
  const page = await openDocumentation(browser);
  await expect(page.getByRole('heading', { level: 2, name: 'Rollmolnet' })).toBeVisible();
  await expect(block(page, /^Bild ur träff 2: Vem är du/)).toContainText('Samordnare');
  await expectAccess(page);
  const isInText = () => text(page).evaluate((one) => one === document.activeElement);
  for (let at = 0; at < 20 && !(await isInText()); at++) await page.keyboard.press('Tab');
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Control+Alt+1');
  await page.keyboard.type('Ett moln, inte ett svar');
  await page.keyboard.press('Enter');
  await page.keyboard.type('De stora orden ');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('håller ihop');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('.');
  await expect(page.getByRole('heading', { level: 2, name: 'Ett moln, inte ett svar' })).toBeVisible();
  await expect(text(page).locator('strong')).toHaveText('håller ihop');
  await expect(keeping(page)).toHaveText(/^Sparad \d\d\.\d\d$/);

  await page.keyboard.press('Escape');
  await toTool(page, 'Lägg in');
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('heading', { name: 'Lägg in' })).toBeFocused();
  const picture = panel(page).getByRole('button', { name: 'Lägg in Bild: Vem är du när maten tar slut?' });
  await expect(picture).toBeVisible();
  await expectAccess(page);
  for (let at = 0; at < 60; at++) {
    await page.keyboard.press('Tab');
    if (await picture.evaluate((one) => one === document.activeElement)) break;
  }
  await page.keyboard.press('Enter');
  await expect(block(page, /^Bild ur träff 2: Vem är du/)).toHaveCount(2);
  await expect(page.getByText('Inlagt i dokumentationen.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(text(page)).toBeFocused();

  const order = () =>
    text(page).evaluate((all) => [...all.children].slice(-3).map((one) => one.className || one.tagName));
  const before = await order();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(order).not.toEqual(before);
  // Into the block, and behind it.
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Bakom', exact: true }).last()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(panel(page)).toContainText('118 kort från');
  const word = panel(page).getByRole('button', { name: /^Samordnare/ });
  const count = /\d+/.exec(await word.innerText())![0];
  await word.press('Enter');
  await expect(panel(page)).toContainText(`${count} kort från`);
  await expect(panel(page)).toContainText('Ser till att tre telefonlistor blir en.');
  await expectAccess(page);
  await page.reload();
  await expect(page.getByRole('heading', { level: 2, name: 'Ett moln, inte ett svar' })).toBeVisible();
  await expect(block(page, /^Bild ur träff 2: Vem är du/)).toHaveCount(2);
});

test('the list of headings leads through a long text, on a phone too, and what is placed is led to', async ({
  browser
}) => {
  const page = await openDocumentation(browser);
  const tool = page.getByRole('toolbar').getByRole('button', { name: 'Innehåll', exact: true });
  const way = (name: string) => panel(page).getByRole('button', { name, exact: true });
  const chapter = page.getByRole('heading', { level: 2, name: 'Vad vi har lärt oss' });
  await tool.click();
  await expect(panel(page).getByRole('heading', { name: 'Innehåll' })).toBeFocused();
  await expect(way('Inledning')).toHaveAttribute('aria-current', 'location');
  await expectAccess(page);
  await way('Vad vi har lärt oss').press('Enter');
  await expect(text(page)).toBeFocused();
  await expect(chapter).toBeInViewport();
  await expect(way('Vad vi har lärt oss')).toHaveAttribute('aria-current', 'location');
  await expect(way('Inledning')).not.toHaveAttribute('aria-current');
  // Clear of the tools, with whether it is saved in sight.
  const tools = (await page.getByRole('toolbar').boundingBox())!;
  expect((await chapter.boundingBox())!.y).toBeGreaterThan(tools.y + tools.height);
  await expect(keeping(page)).toBeInViewport();
  await page.keyboard.type('Nytt: ');
  await expect(way('Nytt: Vad vi har lärt oss')).toBeVisible();

  // Upwards by keys the caret does not go behind the tools.
  for (let at = 0; at < 12; at++) await page.keyboard.press('ArrowUp');
  const [caret, foot] = await page.evaluate(() => {
    const { anchorNode } = getSelection()!;
    const at = anchorNode instanceof Element ? anchorNode : anchorNode!.parentElement!;
    const tools = document.querySelector('[role="toolbar"]')!;
    return [at.getBoundingClientRect().bottom, tools.getBoundingClientRect().bottom];
  });
  expect(caret).toBeGreaterThan(foot!);

  // Whoever is in the list stays where they are while another writes above.
  const other = await openDocumentation(browser);
  await way('Rollmolnet').focus();
  await text(other).locator('h2').first().click();
  await other.keyboard.press('End');
  await other.keyboard.type(' till allt');
  await expect(way('Inledning till allt')).toBeVisible();
  await expect(way('Rollmolnet')).toBeFocused();
  await other.close();
  await page.screenshot({ path: test.info().outputPath('contents.png') });

  await way('Inledning till allt').click();
  await page.getByRole('toolbar').getByRole('button', { name: 'Lägg in', exact: true }).click();
  await panel(page).getByRole('searchbox').fill('bröd');
  // Somebody has looked elsewhere in the text meanwhile.
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  const quote = panel(page)
    .getByRole('button', { name: /^Lägg in citatet/ })
    .first();
  await quote.click();
  await expect(page.getByText('Inlagt i dokumentationen.')).toBeVisible();
  await expect(text(page).locator('.placed').first()).toBeInViewport({ ratio: 0.9 });
  await expect(text(page).locator('.placed').first()).toContainText(/bröd/i);

  await page.setViewportSize({ width: 320, height: 640 });
  await tool.click();
  await expectNoSideways(page);
  await expectAccess(page);
  await way('Rollmolnet').click();
  await expect(panel(page)).toBeHidden();
  await expect(page.getByRole('heading', { level: 2, name: 'Rollmolnet' })).toBeInViewport();
  await page.screenshot({ path: test.info().outputPath('phone.png') });
});

test('two write in one paragraph at once; without a net it waits, and both end with the same', async ({
  browser
}) => {
  const net = await SlowNet.start(demo.server.origin);
  const one = await openDocumentation(browser);
  const two = await openDocumentation(browser, net.origin);
  await writeLast(one, 'Vi gick hem.');
  await expect(text(two)).toContainText('Vi gick hem.');
  const last = (page: Page) => text(page).locator(':scope > p').last();
  await last(two).click();
  await two.keyboard.press('Home');
  await one.keyboard.press('End');
  await Promise.all([two.keyboard.type('På kvällen: '), one.keyboard.type(' Sedan kom vi tillbaka.')]);
  const whole = 'På kvällen: Vi gick hem. Sedan kom vi tillbaka.';
  for (const page of [one, two]) await expect(last(page)).toHaveText(whole);

  net.set({ gone: true });
  net.cut();
  await two.keyboard.type('(Utan nät) ');
  await expect(keeping(two)).toHaveText('Väntar på nät');
  await expectAccess(two);
  await one.keyboard.type(' Alla.');
  await expect(keeping(one)).toHaveText(/^Sparad /);
  const asked = new Promise<string>((resolve) =>
    two.once('dialog', (dialog) => {
      resolve(dialog.type());
      void dialog.dismiss();
    })
  );
  void two.close({ runBeforeUnload: true });
  expect(await asked).toBe('beforeunload');
  net.set({});
  await expect(keeping(two)).toHaveText(/^Sparad /);
  for (const page of [one, two])
    await expect(last(page)).toHaveText('På kvällen: (Utan nät) Vi gick hem. Sedan kom vi tillbaka. Alla.');
  await net.close();
});

for (const [what, tool, wanted] of [
  ['a heading', 'Rubrik', 'h3'],
  ['a list', 'Punktlista', 'li']
] as const)
  test(`a paragraph that one makes ${what} keeps what another types in it, without a net or at once`, async ({
    browser
  }) => {
    const net = await SlowNet.start(demo.server.origin);
    const one = await openDocumentation(browser);
    const two = await openDocumentation(browser, net.origin);
    await writeLast(one, '');
    await one.keyboard.press('Enter');
    await one.keyboard.type(`Vi gick hem som ${what}.`);
    await expect(text(two)).toContainText(`hem som ${what}.`);
    await text(two)
      .locator('p', { hasText: `hem som ${what}.` })
      .click();
    await two.keyboard.press('Home');
    net.set({ gone: true });
    net.cut();
    await two.keyboard.type('På kvällen: ');
    await expect(keeping(two)).toHaveText('Väntar på nät');
    await one.getByRole('toolbar').getByRole('button', { name: tool, exact: true }).click();
    await expect(text(one).locator(wanted, { hasText: `hem som ${what}.` })).toBeVisible();
    await expect(keeping(one)).toHaveText(/^Sparad /);
    net.set({});
    await expect(keeping(two)).toHaveText(/^Sparad /);
    const whole = `På kvällen: Vi gick hem som ${what}.`;
    for (const page of [one, two])
      await expect(text(page).locator(wanted, { hasText: whole })).toHaveText(whole);

    // At once: back to a paragraph while the other types on.
    await text(two).locator(wanted, { hasText: whole }).click();
    await two.keyboard.press('End');
    await text(one).locator(wanted, { hasText: whole }).click();
    const typed = ' Sedan kom vi tillbaka allihop och satt länge vid bordet.';
    await Promise.all([
      two.keyboard.type(typed, { delay: 20 }),
      (async () => {
        await one.waitForTimeout(500);
        await one.getByRole('toolbar').getByRole('button', { name: tool, exact: true }).click();
      })()
    ]);
    for (const page of [one, two]) {
      await expect(text(page).locator(':scope > p', { hasText: whole })).toHaveText(whole + typed);
      await expect(page.getByText('Ord som blev över')).toBeHidden();
    }
    await net.close();
  });

test('words in a paragraph that another has removed lie beside the text until they are laid in', async ({
  browser
}) => {
  const net = await SlowNet.start(demo.server.origin);
  const one = await openDocumentation(browser);
  const two = await openDocumentation(browser, net.origin);
  await writeLast(one, '');
  await one.keyboard.press('Enter');
  await one.keyboard.type('Det här stryks.');
  const last = (page: Page) => text(page).locator('p', { hasText: 'Det här stryks.' });
  await last(two).click();
  await two.keyboard.press('End');
  net.set({ gone: true });
  net.cut();
  await two.keyboard.type(' Men inte det här.');
  await expect(keeping(two)).toHaveText('Väntar på nät');
  await one.keyboard.press('Shift+Home');
  await one.keyboard.press('Backspace');
  await one.keyboard.press('Backspace');
  await expect(last(one)).toHaveCount(0);
  await expect(keeping(one)).toHaveText(/^Sparad /);
  net.set({});
  for (const page of [one, two]) {
    const strays = page.getByRole('region', { name: 'Ord som blev över' });
    await expect(strays).toContainText('Men inte det här.');
    await expect(strays).toContainText('Stycket löd: ”Det här stryks.”');
    await expectAccess(page);
  }
  await one.reload();
  await one.getByRole('button', { name: 'Lägg in i texten' }).click();
  for (const page of [one, two]) {
    await expect(text(page).locator('p', { hasText: 'Men inte det här.' })).toHaveText('Men inte det här.');
    await expect(page.getByText('Ord som blev över')).toBeHidden();
  }
  await net.close();
});

test('a placed block says that its source has changed, until somebody has seen it', async ({ browser }) => {
  const page = await openDocumentation(browser);
  const crowd = await bringCrowd(demo, 3);
  const title = Object.values(crowd[0]!.view.prompts).find(({ stage }) => stage === 'open')!.title;
  await page.getByRole('toolbar').getByRole('button', { name: 'Lägg in' }).click();
  const offer = panel(page).getByRole('button', { name: `Lägg in Lista: ${title}` });
  await crowdWrites(crowd.slice(0, 1), ['Ett rör till']);
  if (!(await offer.isVisible())) {
    await panel(page).getByRole('button', { name: 'Stäng' }).click();
    await page.getByRole('toolbar').getByRole('button', { name: 'Lägg in' }).click();
  }
  await offer.click();
  const placed = block(page, new RegExp(`^Lista ur träff \\d: ${title.replace(/[?.]/g, '\\$&')}`)).last();
  await expect(placed).toContainText('Ett rör till');
  await expect(keeping(page)).toHaveText(/^Sparad /);
  await crowdWrites(crowd.slice(1), ['En pump till']);
  await page.reload();
  await expect(placed).toContainText('En pump till');
  await expect(placed).toContainText('Ändrat sedan du lade in det: 2 kort till.');
  await expectAccess(page);
  await placed.getByRole('button', { name: 'Jag har sett det' }).click();
  await expect(placed).not.toContainText('Ändrat sedan');
  await expect(keeping(page)).toHaveText(/^Sparad /);
  await page.reload();
  await expect(placed).toContainText('En pump till');
  await expect(placed).not.toContainText('Ändrat sedan');
  for (const { socket } of crowd) socket.close();
});

test('links, tables, ties and what Word writes come in clean; on a phone nothing runs out sideways', async ({
  browser
}) => {
  const page = await openDocumentation(browser);
  await writeLast(page, 'Läs mer');
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await page.keyboard.press('Control+k');
  const address = page.getByLabel('Webbadress eller e-postadress');
  await expect(address).toBeFocused();
  await page.keyboard.type('javascript:alert(1)');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Adressen går inte att länka till.');
  await address.fill('www.exempel.se/mat');
  await page.keyboard.press('Enter');
  await expect(text(page).getByRole('link', { name: 'mer' })).toHaveAttribute(
    'href',
    'https://www.exempel.se/mat'
  );

  await writeLast(page, '');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await toTool(page, 'Tabell');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Vem');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Gör vad');
  await page.keyboard.press('Tab');
  await page.keyboard.type('När');
  await page.keyboard.press('Escape');
  await toTool(page, 'Ny rad');
  await page.keyboard.press('Enter');
  // There is room to write below it.
  await expect(text(page).locator(':scope > :last-child')).toHaveJSProperty('tagName', 'P');
  const table = text(page).locator('.tableWrapper table').last();
  await expect(table.locator('tr')).toHaveCount(4);
  await expect(table.locator('th')).toHaveText(['Vem', 'Gör vad', 'När']);
  await expectAccess(page);

  await writeLast(page, '');
  await page.evaluate((html) => {
    const data = new DataTransfer();
    data.setData('text/html', html);
    const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    document.querySelector('.ProseMirror')!.dispatchEvent(paste);
  }, WORD);
  const list = text(page).locator('ol').last();
  await expect(list.locator('li')).toHaveText(['Bjud in', 'Lyssna']);
  await expect(text(page).locator('strong', { hasText: 'Börja göra' })).toBeVisible();
  await expect(text(page).locator('[style*="mso"], [class*="Mso"], img, script')).toHaveCount(0);
  expect(await text(page).innerText()).not.toContain('stilmall');

  // A sentence is tied to its cards, and leads to them.
  await writeLast(page, '');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Samordnare behövs');
  await page.keyboard.press('Shift+Home');
  await page.getByRole('toolbar').getByRole('button', { name: 'Koppla till kort' }).click();
  await expect(panel(page)).toContainText('Samordnare behövs');
  await panel(page).getByLabel('Ur vilket steg?').selectOption({ label: 'Vem är du när maten tar slut?' });
  await panel(page).getByLabel('Sök bland korten').fill('samordnare');
  await panel(page)
    .getByRole('checkbox', { name: /^Samordnare/ })
    .first()
    .check();
  await panel(page).getByRole('button', { name: 'Koppla ett kort' }).click();
  await expect(panel(page)).toBeHidden();
  await text(page).locator('.sourced').click();
  await expect(panel(page)).toContainText('ett kort från en organisation');

  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSideways(page);
  await panel(page).getByRole('button', { name: 'Stäng' }).click();
  await expectNoSideways(page);
  await expectAccess(page);
  await expect(keeping(page)).toHaveText(/^Sparad /);

  for (const [format, marks] of [
    ['html', ['<a href="https://www.exempel.se/mat"', 'Gör vad', 'Dörröppnare']],
    ['md', ['[mer](<https://www.exempel.se/mat>)', 'Gör vad', 'Dörröppnare']]
  ] as const) {
    const file = await page.request.get(`/projects/${demo.project}/documentation/export/${format}`);
    expect(file.status()).toBe(200);
    const body = await file.text();
    for (const mark of marks) expect(body).toContain(mark);
  }
});

/** As Word lays it on the clipboard. */
const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{mso-style:stilmall}</style></head><body>
<p class=MsoNormal style='margin-bottom:0cm'><span style='font-weight:bold'>Börja göra</span><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraph style='text-indent:-18pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span><![endif]>Bjud in</p>
<p class=MsoListParagraph style='text-indent:-18pt;mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.<span>&nbsp;&nbsp;</span></span>Lyssna</p>
<p class=MsoNormal>Sist. <img src="file:///C:/bild.png"><script>alert(1)</script></p>
</body></html>`;
