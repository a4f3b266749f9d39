import { fail, redirect } from '@sveltejs/kit';
import { faultOf, textOf } from '../fault';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  if (!locals.user) redirect(303, '/sign-in?next=/account');
  return { user: { name: locals.user.name, email: locals.user.email } };
};

export const actions: Actions = {
  default: async ({ request, locals, cookies, url }) => {
    if (!locals.user) redirect(303, '/sign-in?next=/account');
    const form = await request.formData();
    const passwords = { current: textOf(form, 'current'), next: textOf(form, 'password') };
    const changed = await locals.app.accounts.changePassword(locals.user, passwords);
    if (!changed.ok) return fail(400, faultOf(changed.fault));
    locals.app.accounts.setCookie(cookies, url, changed.cookie);
    return { changed: true };
  }
};
