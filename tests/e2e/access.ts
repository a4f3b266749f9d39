/** What every page owes everybody: WCAG 2.2 AA as far as a machine can tell, and no sideways scrolling. */
import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export async function expectAccess(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly: TAGS, resultTypes: ['violations'] })
    // The other way gathers the results in a tab of its own, which takes three times as long. No page has foreign frames.
    .setLegacyMode(true)
    .analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`
  );
  expect(found).toEqual([]);
}

export async function expectNoSideways(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    )
    .toBeLessThanOrEqual(0);
}

/** Whoever has set the browser's text twice as large gets it, and nothing runs out sideways for it. */
export async function expectLarger(page: Page): Promise<void> {
  const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
  const before = await size();
  const style = await page.addStyleTag({ content: 'html { font-size: 200%; }' });
  expect(await size()).toBe(2 * before);
  await expectNoSideways(page);
  await style.evaluate((element) => (element as Element).remove());
}
