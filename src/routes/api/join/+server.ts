/** POST /api/join: the way in for programs; people use the form at /join. docs/protocol.md has the contract. */
import { json } from '@sveltejs/kit';
import * as v from 'valibot';
import { joinSchema } from '$lib/protocol/protocol';
import type { JoinAnswer } from '$lib/protocol/protocol';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
  const form = v.safeParse(joinSchema, await event.request.json().catch(() => undefined));
  if (!form.success) return json({ code: 'malformed' }, { status: 400 });
  const { code, name = '', organisation = '', personal } = form.output;
  const joined = await event.locals.app.participants.enter(event, { code, name, organisation, personal });
  if (!joined.ok) return json({ code: joined.reason }, { status: STATUS[joined.reason] });
  const answer: JoinAnswer = { meeting: joined.meeting.id, participant: joined.participant };
  return json(answer);
};

const STATUS = {
  code: 404,
  personal: 404,
  'too-many-tries': 429,
  'name-too-long': 400,
  'organisation-too-long': 400,
  'organisation-removed': 400
} as const;
