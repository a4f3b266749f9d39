/** What leaders and participants do in a browser, in the product's own words. */
import type { Browser, Page } from '@playwright/test';
import { devices, expect } from '@playwright/test';
import type { TestServer } from './server.ts';

const { defaultBrowserType: _type, ...PHONE } = devices['Pixel 7'];

export async function openPhone(browser: Browser, origin: string): Promise<Page> {
  const context = await browser.newContext({ ...PHONE, locale: 'sv-SE', baseURL: origin });
  return context.newPage();
}

export async function openDesk(browser: Browser, origin: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'sv-SE',
    baseURL: origin
  });
  return context.newPage();
}

/** The first leader makes an account through the one-time link. */
export async function becomeLeader(page: Page, server: TestServer): Promise<void> {
  await page.goto(server.setupPath);
  await page.getByLabel('Ditt namn').fill('Karin');
  await page.getByLabel('E-post').fill('karin@example.org');
  await page.getByLabel('Lösenord').fill('en mening att minnas');
  await page.getByRole('button', { name: 'Skapa kontot' }).click();
  await expect(page.getByRole('heading', { name: 'Dina lärprojekt' })).toBeVisible();
}

export async function createProject(page: Page, question: string): Promise<void> {
  await page.goto('/projects/new');
  await page.getByLabel('Frågan').fill(question);
  await page.getByLabel('Kort namn').fill('Vatten i samverkan');
  await page.getByLabel('Vem håller i det?').fill('Region Älvmark');
  await page.getByRole('button', { name: 'Skapa lärprojektet' }).click();
  await expect(page.getByRole('heading', { level: 1, name: question })).toBeVisible();
}

/** Adds a question to the plan that is open. */
export async function planPrompt(
  page: Page,
  kind: 'Rollkort' | 'Citat' | 'Lappar' | 'Prickar',
  title: string,
  { hidden = false } = {}
): Promise<void> {
  await page.getByRole('button', { name: 'Nytt steg' }).click();
  await page.getByRole('menuitem', { name: kind, exact: true }).click();
  const field = page.getByLabel('Fråga', { exact: true });
  await expect(field).toHaveValue('Skriv frågan här');
  await field.fill(title);
  await field.blur();
  await expect(page.getByRole('button', { name: title }).first()).toBeVisible();
  if (hidden) await page.getByRole('checkbox', { name: /^Dölj .* på väggen tills jag visar/ }).check();
}

export async function codeOf(console: Page): Promise<string> {
  const code = console.getByRole('complementary').getByText(/^[2-9A-HJKMNP-TV-Z]{3} [2-9A-HJKMNP-TV-Z]{3}$/);
  return code.last().innerText();
}

export async function joinMeeting(
  phone: Page,
  code: string,
  name: string,
  organisation?: string
): Promise<void> {
  await phone.goto('/');
  await phone.getByLabel('Skriv koden från väggen').fill(code);
  await phone.getByRole('button', { name: 'Fortsätt' }).click();
  await phone.getByLabel('Ditt namn').fill(name);
  if (organisation) await phone.getByLabel('Din organisation').selectOption({ label: organisation });
  await phone.getByRole('button', { name: 'Gå med' }).click();
  await expect(phone).toHaveURL(/\/meeting\//);
}

export async function sendCard(phone: Page, text: string): Promise<void> {
  await phone.getByLabel('Ditt rollkort').fill(text);
  await phone.getByRole('button', { name: 'Skicka kortet' }).click();
}
