/** GET: what the participant whose cookie is shown has to do at home before other meetings of the project. */
import { error, json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, cookies, locals, setHeaders }) => {
  const { app } = locals;
  const admission = await app.admit(params.id, 'participant', { cookie: (name) => cookies.get(name) });
  if (!admission.ok || admission.audience.view !== 'participant') error(401);
  setHeaders({ 'cache-control': 'no-store' });
  return json({ ahead: await app.homeworkAhead(admission.meeting, admission.audience.id) });
};
