import { fail } from '@sveltejs/kit';
import { textOf } from '../../form-text';
import { leaderOf } from '../../leader';
import { faultOf } from '../fault';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { name, email } = leaderOf(event);
  return { user: { name, email } };
};

export const actions: Actions = {
  default: async (event) => {
    const { request, locals, cookies, url } = event;
    const user = leaderOf(event);
    const form = await request.formData();
    const passwords = { current: textOf(form, 'current'), next: textOf(form, 'password') };
    const changed = await locals.app.accounts.changePassword(user, passwords);
    if (!changed.ok) return fail(400, faultOf(changed.fault));
    locals.app.accounts.setCookie(cookies, url, changed.cookie);
    return { changed: true };
  }
};
