/** A leader's own notes, for whoever shows that leader's session: neither a wall's key nor a participant's cookie opens them. */
import { error, json } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { LEADER_NOTES_LIMIT, leaderNotesSchema } from '$lib/protocol/leader-notes';
import type { RequestHandler } from './$types';

/** Two texts; as JSON a character takes six letters at most. */
const MAX_LENGTH = 2 * 6 * LEADER_NOTES_LIMIT + 1_000;
const NO_STORE = { headers: { 'cache-control': 'no-store' } };

export const GET: RequestHandler = async (event) => {
  const leader = await leaderOf(event);
  return json(await event.locals.app.notebook.read(event.params.id, leader), NO_STORE);
};

export const PUT: RequestHandler = async (event) => {
  // A cookie alone must not write for somebody on another site's page.
  if (event.request.headers.get('origin') !== event.url.origin) error(403);
  const leader = await leaderOf(event);
  const text = await event.request.text();
  if (text.length > MAX_LENGTH) error(413);
  const notes = v.safeParse(leaderNotesSchema, readJson(text));
  if (!notes.success) error(400);
  return json(await event.locals.app.notebook.save(event.params.id, leader, notes.output), NO_STORE);
};

/** Another's meeting is as if it were not there. */
async function leaderOf({ params, cookies, locals }: RequestEvent<{ id: string }>): Promise<string> {
  const admission = await locals.app.admit(params.id, 'leader', { cookie: (name) => cookies.get(name) });
  if (!admission.ok) error(admission.reason === 'signed-out' ? 401 : 404);
  if (admission.audience.view !== 'leader') error(403);
  return admission.audience.id;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
