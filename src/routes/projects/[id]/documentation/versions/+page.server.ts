import { error, fail, redirect } from '@sveltejs/kit';
import { textOf } from '../../../../form-text';
import { sentenceOf } from '../../../fault';
import { documented, documenting } from '../documented';
import type { Actions, PageServerLoad } from './$types';

/** The documentation as it once was, the newest first. */
export const load: PageServerLoad = async (event) => {
  const { user, view } = await documented(event);
  const versions = await event.locals.app.documentationVersions.of(user.id, view.project.id);
  return {
    project: { id: view.project.id, name: view.project.name },
    versions: (versions ?? []).map(({ at, ...version }) => ({ ...version, at: at.getTime() }))
  };
};

export const actions: Actions = {
  keep: async (event) => {
    const { user, view } = await documenting(event);
    const typed = { name: textOf(await event.request.formData(), 'name') };
    const kept = await event.locals.app.documentationVersions.keep(user.id, view.project.id, typed);
    if (!kept) error(404);
    if (!kept.ok) return fail(400, { typed, fault: sentenceOf(kept.fault) });
    redirect(303, `/projects/${view.project.id}/documentation/versions`);
  }
};
