/** The links that a participant has passed on of one homework. GET: they; POST: one more. docs/protocol.md has the contract. */
import { error, json } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { m } from '$lib/paraglide/messages';
import { passOnSchema } from '$lib/protocol/homework';
import type { PassOnAnswer } from '$lib/protocol/homework';
import { passedLinks } from '../../../../../../partner-url';
import { ownJson } from '../../../../../../own-request';
import type { RequestHandler } from './$types';

const MAX_LENGTH = 4 * 1024;

export const GET: RequestHandler = async (event) => {
  const { meeting, person } = await participantIn(event);
  event.setHeaders({ 'cache-control': 'no-store' });
  const links = await event.locals.app.partnerLinks.of(meeting.id, event.params.prompt, person);
  return json({ links: passedLinks(event, links) });
};

export const POST: RequestHandler = async (event) => {
  const form = v.safeParse(passOnSchema, await ownJson(event.request, event.url, MAX_LENGTH));
  if (!form.success) error(400);
  const { meeting, person } = await participantIn(event);
  const made = await event.locals.app.partnerLinks.make(meeting, event.params.prompt, person, form.output);
  const answer: PassOnAnswer = made.ok
    ? { ok: true, link: passedLinks(event, [made.link])[0]! }
    : { ok: false, message: WHY[made.reason]() };
  return json(answer);
};

const WHY = {
  'organisation-empty': m.homework_pass_empty,
  'organisation-too-long': m.start_organisation_long,
  'organisation-removed': m.start_organisation_removed,
  'too-many': m.homework_pass_too_many,
  'not-open': m.homework_is_over
};

async function participantIn({ params, locals, cookies }: RequestEvent<{ id: string }>) {
  const admission = await locals.app.admit(params.id, 'participant', {
    cookie: (name) => cookies.get(name)
  });
  if (!admission.ok || admission.audience.view !== 'participant') error(401);
  return { meeting: admission.meeting, person: admission.audience.id };
}
