/** POST: the reader's language, kept in a cookie; back to the page it came from. Works without script. */
import { error, redirect } from '@sveltejs/kit';
import { cookieName, isLocale } from '$lib/paraglide/runtime';
import { ownPath } from '../own-path';
import type { RequestHandler } from './$types';

const YEAR = 365 * 86_400;

export const POST: RequestHandler = async ({ request, cookies, url }) => {
  const form = await request.formData();
  const locale = String(form.get('locale'));
  if (!isLocale(locale)) error(400);
  cookies.set(cookieName, locale, {
    path: '/',
    maxAge: YEAR,
    sameSite: 'lax',
    httpOnly: false,
    secure: url.protocol === 'https:'
  });
  redirect(303, ownPath(String(form.get('back') ?? ''), url, '/'));
};
