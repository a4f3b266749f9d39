import { fail, redirect } from '@sveltejs/kit';
import { textOf } from '../../../form-text';
import { faultOf } from '../../fault';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals, setHeaders }) => {
  // The address is a secret while it works.
  setHeaders({ 'cache-control': 'no-store' });
  const { accounts } = locals.app;
  const account = await accounts.accountOf(params.token);
  return { usable: await accounts.isSetupToken(params.token), email: account?.email };
};

export const actions: Actions = {
  default: async ({ request, params, locals, cookies, url }) => {
    const form = await request.formData();
    const [name, email] = [textOf(form, 'name'), textOf(form, 'email')];
    const { accounts } = locals.app;
    const password = textOf(form, 'password');
    const made = (await accounts.accountOf(params.token))
      ? await accounts.setPassword(params.token, password)
      : await accounts.setUp(params.token, { name, email, password });
    if (!made.ok) return fail(400, { name, email, ...faultOf(made.fault) });
    accounts.setCookie(cookies, url, made.cookie);
    redirect(303, '/projects');
  }
};
