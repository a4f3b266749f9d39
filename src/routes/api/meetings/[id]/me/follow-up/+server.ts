/** May the participant whose cookie is shown be asked later what came of it? GET: what was said; PUT: another word. */
import { error, json } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { m } from '$lib/paraglide/messages';
import { followUpSchema } from '$lib/protocol/follow-up';
import type { FollowUpAnswer } from '$lib/protocol/follow-up';
import { ownJson } from '../../../../../own-request';
import type { RequestHandler } from './$types';

const MAX_LENGTH = 4 * 1024;
/** Not more than a slip of the finger can be found out of an address without sending to it. */
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export const GET: RequestHandler = async (event) => {
  const { meeting, person } = await participantIn(event);
  const asked = await event.locals.app.followUps.of(meeting, person);
  const answer: FollowUpAnswer = { ok: true, asked: asked ?? null };
  return json(answer, { headers: { 'cache-control': 'no-store' } });
};

export const PUT: RequestHandler = async (event) => {
  const form = v.safeParse(followUpSchema, await ownJson(event.request, event.url, MAX_LENGTH));
  if (!form.success) error(400);
  const { meeting, person } = await participantIn(event);
  const { agreed, email } = form.output;
  const address = email.trim();
  if (agreed && address && !ADDRESS.test(address))
    return said({ ok: false, message: m.homework_follow_email_wrong() });
  const { followUps } = event.locals.app;
  if (!(await followUps.answer(meeting, person, agreed, address))) error(404);
  return said({ ok: true, asked: (await followUps.of(meeting, person)) ?? null });
};

function said(answer: FollowUpAnswer): Response {
  return json(answer);
}

async function participantIn({ params, locals, cookies }: RequestEvent<{ id: string }>) {
  const admission = await locals.app.admit(params.id, 'participant', {
    cookie: (name) => cookies.get(name)
  });
  if (!admission.ok || admission.audience.view !== 'participant') error(401);
  return { meeting: admission.meeting, person: admission.audience.id };
}
