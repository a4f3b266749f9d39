/** POST: one command over HTTPS, for networks that block WebSocket. Same checks, same answers as over the socket. */
import { error, json } from '@sveltejs/kit';
import * as v from 'valibot';
import { VIEWS, MAX_IMPORT_BYTES, MAX_MESSAGE_BYTES } from '$lib/protocol/protocol';
import { getLocale } from '$lib/paraglide/runtime';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, params, url, cookies, locals }) => {
  // Cookies alone must not speak for somebody on another site's page.
  if (request.headers.get('origin') !== url.origin) error(403);
  const view = v.safeParse(v.picklist(VIEWS), url.searchParams.get('view'));
  if (!view.success) error(400);
  const text = await request.text();
  if (text.length > (view.output === 'leader' ? MAX_IMPORT_BYTES : MAX_MESSAGE_BYTES)) error(413);
  const ack = await locals.app.takeCommand(
    {
      meeting: params.id,
      view: view.output,
      as: url.searchParams.get('as') ?? undefined,
      credentials: { cookie: (name) => cookies.get(name) },
      language: getLocale()
    },
    readJson(text)
  );
  return json(ack);
};

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
