/** POST: one answer through a partner's link. docs/protocol.md has the contract. */
import { error, json } from '@sveltejs/kit';
import * as v from 'valibot';
import { getLocale } from '$lib/paraglide/runtime';
import { refusalText } from '$lib/i18n/refusal';
import { partnerAnswerSchema } from '$lib/protocol/homework';
import type { PartnerReply } from '$lib/protocol/homework';
import { MAX_MESSAGE_BYTES } from '$lib/protocol/protocol';
import { ownJson } from '../../../own-request';
import { shutText } from '../shut';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, url, params, locals, getClientAddress }) => {
  const answer = v.safeParse(partnerAnswerSchema, await ownJson(request, url, MAX_MESSAGE_BYTES));
  if (!answer.success) error(400);
  const answered = await locals.app.partnerLinks.answer(params.token, answer.output, getClientAddress());
  if (answered.ok) return reply({ ok: true });
  if ('reason' in answered)
    return reply({
      ok: false,
      message: shutText(answered.reason),
      ...(answered.reason === 'too-fast' ? {} : { shut: true })
    });
  return reply({ ok: false, message: refusalText(answered.refusal, getLocale()) });
};

function reply(body: PartnerReply): Response {
  return json(body, { headers: { 'cache-control': 'no-store' } });
}
