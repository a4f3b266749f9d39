/** The organisations of a meeting's project, for who leads it: read when a sheet is looked at, since the list grows meanwhile. */
import { error, json } from '@sveltejs/kit';
import type { OrganisationsAnswer } from '$lib/protocol/organisations';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, cookies, locals }) => {
  const admission = await locals.app.admit(params.id, 'leader', { cookie: (name) => cookies.get(name) });
  // Another's meeting is as if it were not there.
  if (!admission.ok) error(admission.reason === 'signed-out' ? 401 : 404);
  const all = await locals.app.projects.organisationsOf(admission.meeting.projectId);
  const answer: OrganisationsAnswer = {
    organisations: all.filter((one) => !one.removed).map(({ id, name }) => ({ id, name }))
  };
  return json(answer, { headers: { 'cache-control': 'no-store' } });
};
