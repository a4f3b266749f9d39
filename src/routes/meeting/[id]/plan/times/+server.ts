/** PUT: when the day begins and ends, from the plan itself. Answers what holds, or what is wrong as a sentence. */
import { error, json } from '@sveltejs/kit';
import * as v from 'valibot';
import { ownJson } from '../../../../own-request';
import { sentenceOf } from '../../../../projects/fault';
import type { RequestHandler } from './$types';

const MOST = 1_000;
const times = v.strictObject({ startsAt: v.string(), endsAt: v.string() });

export const PUT: RequestHandler = async ({ request, params, url, locals }) => {
  const sent = v.safeParse(times, await ownJson(request, url, MOST));
  if (!sent.success) error(400);
  if (!locals.user) error(401);
  const changed = await locals.app.projects.setTimes(locals.user.id, params.id, sent.output);
  if (!changed) error(404);
  return json(
    changed.ok ? { ok: true } : { ok: false, field: changed.fault.field, message: sentenceOf(changed.fault) }
  );
};
