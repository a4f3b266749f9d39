/** PUT: another name or organisation for the participant whose cookie is shown. docs/protocol.md has the contract. */
import { json } from '@sveltejs/kit';
import * as v from 'valibot';
import { renameSchema } from '$lib/protocol/protocol';
import type { RenameAnswer, RenameRefusal } from '$lib/protocol/protocol';
import { ownJson } from '../../../../own-request';
import type { RequestHandler } from './$types';

const MAX_LENGTH = 8 * 1024;

export const PUT: RequestHandler = async ({ request, params, url, cookies, locals }) => {
  const naming = v.safeParse(renameSchema, await ownJson(request, url, MAX_LENGTH));
  if (!naming.success) return refused('malformed', 400);
  const { app } = locals;
  const admission = await app.admit(params.id, 'participant', { cookie: (name) => cookies.get(name) });
  if (!admission.ok || admission.audience.view !== 'participant') return refused('signed-out', 401);
  const { id } = admission.audience;
  if (id !== (url.searchParams.get('as') ?? id)) return refused('somebody-else', 409);
  const renamed = await app.participants.rename(
    { id, projectId: admission.meeting.projectId },
    naming.output
  );
  if (!renamed.ok) {
    if (renamed.reason === 'gone') return refused('signed-out', 401);
    return refused(renamed.reason, renamed.reason === 'too-many-tries' ? 429 : 400);
  }
  const { name, organisation, former } = renamed.participant;
  const answer: RenameAnswer = { ok: true, me: { name, organisation, former } };
  return json(answer);
};

function refused(code: RenameRefusal, status: number): Response {
  const answer: RenameAnswer = { ok: false, code };
  return json(answer, { status });
}
