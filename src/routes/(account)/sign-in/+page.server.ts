import { fail, redirect } from '@sveltejs/kit';
import { textOf } from '../../form-text';
import { ownPath } from '../../own-path';
import { faultOf } from '../fault';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
  if (locals.user) redirect(303, nextOf(url));
};

export const actions: Actions = {
  default: async ({ request, locals, cookies, url, getClientAddress }) => {
    const form = await request.formData();
    const email = textOf(form, 'email');
    const { accounts } = locals.app;
    const entered = await accounts.signIn({ email, password: textOf(form, 'password') }, getClientAddress());
    if (!entered.ok) return fail(400, { email, ...faultOf(entered.fault) });
    accounts.setCookie(cookies, url, entered.cookie);
    redirect(303, nextOf(url));
  }
};

/** Where one wanted to go, if that is a page of ours. */
function nextOf(url: URL): string {
  return ownPath(url.searchParams.get('next'), url, '/projects');
}
