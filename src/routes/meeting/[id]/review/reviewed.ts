/** The outputs of a meeting for a request: whoever may review it gets them, for the page or for a file. */
import { error, redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { signInFor } from '../../../leader';

/** Redirects or throws Kit's errors for whoever may not be here: another's meeting is as if it were not there. */
export async function reviewed(event: RequestEvent<{ id: string }>) {
  const { params, cookies, locals, url } = event;
  const { app, user } = locals;
  const admission = await app.admit(params.id, 'review', { cookie: (name) => cookies.get(name) });
  if (!admission.ok && admission.reason === 'signed-out') redirect(303, signInFor(url));
  const found = admission.ok && user && (await app.projects.meeting(user.id, params.id));
  if (!found) error(404);
  const review = await app.reviews.of(found.meeting, found);
  if (!review) error(404);
  event.setHeaders({ 'cache-control': 'no-store' });
  return {
    projectId: found.project.id,
    /** Whoever leads may write beside the answers. */
    leads: found.part !== 'reviewer',
    /** May erase answers. */
    erases: await app.projects.mayErase(user.id, found.meeting.id),
    /** Of the cards. */
    language: found.project.language,
    /** By prompt. */
    walls: review.walls,
    outputs: review.outputs,
    /** As it is later; undefined once it has gone. */
    again: () => app.reviews.of(found.meeting, found)
  };
}
