/** DELETE: takes back a link that the participant whose cookie is shown has passed on. What came through it stays. */
import { error, json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

export const DELETE: RequestHandler = async ({ request, url, params, locals, cookies }) => {
  if (request.headers.get('origin') !== url.origin) error(403);
  const { app } = locals;
  const admission = await app.admit(params.id, 'participant', { cookie: (name) => cookies.get(name) });
  if (!admission.ok || admission.audience.view !== 'participant') error(401);
  if (!(await app.partnerLinks.revoke(params.id, params.link, admission.audience.id))) error(404);
  return json({ ok: true });
};
