/** Throws the copy away, and goes back to the plan. */
import { redirect } from '@sveltejs/kit';
import { ID_PATTERN } from '$lib/domain/meeting/ids';
import { signInFor } from '../../../../leader';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ params, locals, url }) => {
  const { app, user } = locals;
  if (!user) redirect(303, signInFor(new URL(`/meeting/${params.id}/console`, url)));
  const ended = await app.rehearsals.end(user.id, params.id);
  // It may have been ended in another window, or by a newer rehearsal.
  const of = ended ?? url.searchParams.get('of') ?? '';
  redirect(303, ID_PATTERN.test(of) ? `/meeting/${of}/plan` : '/projects');
};
