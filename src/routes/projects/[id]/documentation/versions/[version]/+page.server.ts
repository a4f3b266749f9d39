import { error, fail, redirect } from '@sveltejs/kit';
import { differences } from '$lib/domain/documentation/difference';
import { blocksHtml } from '$lib/domain/document/html';
import { m } from '$lib/paraglide/messages';
import { wordingFor } from '$lib/review/wording';
import { documented, documenting } from '../../documented';
import type { Actions, PageServerLoad } from './$types';

/** One version, to read: what was written then, over what its sources show now. */
export const load: PageServerLoad = async (event) => {
  const { user, view } = await documented(event);
  const { app } = event.locals;
  const { project } = view;
  const version = await app.documentationVersions.read(user.id, project.id, event.params.version);
  if (!version) error(404);
  const { content, name, by, at } = version;
  const report = await app.documentation.report(view, wordingFor, { content, at: at.getTime() });
  return {
    project: { id: project.id, name: project.name, language: project.language },
    version: { name, by, at: at.getTime() },
    since: differences(content, await app.documentation.content(project.id)),
    title: report.title,
    html: blocksHtml(report.blocks)
  };
};

export const actions: Actions = {
  restore: async (event) => {
    const { user, view } = await documenting(event);
    const { documentationVersions } = event.locals.app;
    const { version } = event.params;
    const done = await documentationVersions.takeBack(user.id, view.project.id, version);
    if (!done) error(404);
    // It is longer than a documentation may be.
    if (!done.ok) return fail(400, { fault: m.shared_restore_failed() });
    redirect(303, `/projects/${view.project.id}/documentation`);
  }
};
