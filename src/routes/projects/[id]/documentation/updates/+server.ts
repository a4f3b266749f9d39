/** POST: an update that is too large for the socket. The same checks, the same answers. */
import { error, json } from '@sveltejs/kit';
import { LARGEST_UPDATE } from '$lib/protocol/documentation';
import type { Written } from '$lib/protocol/documentation';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, url, params, locals }) => {
  // Cookies alone must not speak for somebody on another site's page.
  if (request.headers.get('origin') !== url.origin) error(403);
  const { app, user } = locals;
  const answer = (written: Written) => json(written);
  if (!user) return answer({ ok: false, code: 'signed-out' });
  if (!app.documentation.paces.take(user.id)) return answer({ ok: false, code: 'too-fast' });
  if (!(await app.documentation.partIn(user.id, params.id)))
    return answer({ ok: false, code: 'not-allowed' });
  if (Number(request.headers.get('content-length')) > LARGEST_UPDATE)
    return answer({ ok: false, code: 'too-large' });
  const update = new Uint8Array(await request.arrayBuffer());
  const written = app.documentation.apply(params.id, user.id, update);
  return answer(await written.catch((): Written => ({ ok: false, code: 'unavailable' })));
};
