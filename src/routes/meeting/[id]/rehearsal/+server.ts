/** Begins a rehearsal of the meeting, and leads to the console of the copy. */
import { error, redirect } from '@sveltejs/kit';
import { signInFor } from '../../../leader';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ params, locals, url }) => {
  const { app, user } = locals;
  if (!user) redirect(303, signInFor(new URL(`/meeting/${params.id}/plan`, url)));
  const copy = await app.rehearsals.start(user.id, params.id);
  if (!copy) error(404);
  redirect(303, `/meeting/${copy.id}/console`);
};
