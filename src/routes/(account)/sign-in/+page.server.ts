import { fail, redirect } from '@sveltejs/kit';
import { faultOf, textOf } from '../fault';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
  if (locals.user) redirect(303, ownPath(url));
};

export const actions: Actions = {
  default: async ({ request, locals, cookies, url, getClientAddress }) => {
    const form = await request.formData();
    const email = textOf(form, 'email');
    const { accounts } = locals.app;
    const entered = await accounts.signIn({ email, password: textOf(form, 'password') }, getClientAddress());
    if (!entered.ok) return fail(400, { email, ...faultOf(entered.fault) });
    accounts.setCookie(cookies, url, entered.cookie);
    redirect(303, ownPath(url));
  }
};

/** Where one wanted to go, if that is a page of ours. */
function ownPath(url: URL): string {
  const next = new URL(url.searchParams.get('next') ?? '/projects', url);
  return next.origin === url.origin ? `${next.pathname}${next.search}` : '/projects';
}
