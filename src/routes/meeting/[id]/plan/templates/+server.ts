/** The signed-in leader's own templates. POST keeps one, DELETE (?template=id) removes one. */
import { error, json } from '@sveltejs/kit';
import * as v from 'valibot';
import { MAX_AGENDA_BYTES } from '$lib/domain/agenda/file';
import { agendaFaultText } from '$lib/meeting/plan/agenda-fault';
import { ownJson } from '../../../../own-request';
import type { RequestHandler } from './$types';

const form = v.strictObject({ name: v.string(), steps: v.array(v.unknown()) });

export const POST: RequestHandler = async ({ request, url, locals }) => {
  const sent = v.safeParse(form, await ownJson(request, url, MAX_AGENDA_BYTES * 2));
  if (!sent.success) error(400);
  if (!locals.user) error(401);
  const kept = await locals.app.templates.keep(locals.user.id, sent.output);
  return json(kept.ok ? kept : { ok: false, message: agendaFaultText(kept.fault) });
};

export const DELETE: RequestHandler = async ({ request, url, locals }) => {
  if (request.headers.get('origin') !== url.origin) error(403);
  if (!locals.user) error(401);
  await locals.app.templates.remove(locals.user.id, url.searchParams.get('template') ?? '');
  return json({ ok: true });
};
