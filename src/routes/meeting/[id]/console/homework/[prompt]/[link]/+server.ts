/** DELETE: a leader takes back a link, whoever passed it on. What came through it stays. */
import { error, json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

export const DELETE: RequestHandler = async ({ request, url, params, locals, cookies }) => {
  if (request.headers.get('origin') !== url.origin) error(403);
  const { app } = locals;
  const admission = await app.admit(params.id, 'leader', { cookie: (name) => cookies.get(name) });
  if (!admission.ok) error(admission.reason === 'signed-out' ? 401 : 404);
  if (!(await app.partnerLinks.revoke(params.id, params.link))) error(404);
  return json({ ok: true });
};
