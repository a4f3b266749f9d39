/** A link that brings somebody into a project: with the account that one has, or with a new one. */
import { fail, redirect } from '@sveltejs/kit';
import { textOf } from '../../../form-text';
import { faultOf } from '../../fault';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals, setHeaders }) => {
  // The address is a secret while it works.
  setHeaders({ 'cache-control': 'no-store' });
  const { app, user } = locals;
  const invited = await app.invitations.find(params.token);
  if (!invited) return { invited: undefined };
  const { project, part, by } = invited;
  const known = user && (await app.projects.read(user.id, project.id));
  return {
    invited: { project: project.name, part, by },
    user: user && { name: user.name, email: user.email },
    /** Who is in already may look on. */
    member: known && project.id
  };
};

export const actions: Actions = {
  /** Somebody who is signed in. */
  accept: async ({ params, locals }) => {
    const { app, user } = locals;
    const invited = user && (await app.invitations.find(params.token));
    // The page says what is the matter.
    if (!invited || (await app.invitations.accept(user.id, params.token)) !== 'joined') return;
    redirect(303, `/projects/${invited.project.id}`);
  },
  /** Somebody without an account. */
  register: async ({ request, params, locals, cookies, url }) => {
    const form = await request.formData();
    const [name, email] = [textOf(form, 'name'), textOf(form, 'email')];
    const { accounts, invitations } = locals.app;
    const invited = await invitations.find(params.token);
    const made = await invitations.register(params.token, {
      name,
      email,
      password: textOf(form, 'password')
    });
    if (!made.ok) return fail(400, { name, email, ...faultOf(made.fault) });
    accounts.setCookie(cookies, url, made.cookie);
    redirect(303, invited ? `/projects/${invited.project.id}` : '/projects');
  }
};
