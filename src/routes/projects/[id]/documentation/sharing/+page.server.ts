import { error, fail, redirect } from '@sveltejs/kit';
import { textOf } from '../../../../form-text';
import { sentenceOf } from '../../../fault';
import { documented, documenting } from '../documented';
import type { Actions, PageServerLoad } from './$types';

/** The links by which the documentation is read without an account. */
export const load: PageServerLoad = async (event) => {
  const { user, view } = await documented(event);
  const links = await event.locals.app.documentationLinks.of(user.id, view.project.id);
  return {
    project: { id: view.project.id, name: view.project.name },
    links: (links ?? []).map(({ madeAt, expiresAt, ...link }) => ({
      ...link,
      madeAt: madeAt.getTime(),
      expiresAt: expiresAt.getTime()
    }))
  };
};

export const actions: Actions = {
  /** The link is told in the answer, and never again. */
  make: async (event) => {
    const { user, view } = await documenting(event);
    const { app } = event.locals;
    const form = await event.request.formData();
    const typed = { label: textOf(form, 'label'), lasting: textOf(form, 'lasting') };
    const made = await app.documentationLinks.make(user.id, view.project.id, typed);
    if (!made) error(404);
    if (!made.ok) return fail(400, { typed, fault: sentenceOf(made.fault) });
    return { made: { id: made.id, url: `${app.joinOrigin(event.url)}/shared/${made.token}` } };
  },
  revoke: async (event) => {
    const { user, view } = await documenting(event);
    const id = textOf(await event.request.formData(), 'link');
    if (!(await event.locals.app.documentationLinks.revoke(user.id, view.project.id, id))) error(404);
    redirect(303, `/projects/${view.project.id}/documentation/sharing#links`);
  }
};
