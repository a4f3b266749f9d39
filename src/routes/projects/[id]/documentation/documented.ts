/** Pages about a project's documentation: for everybody who is in the project. */
import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { leaderOf } from '../../../leader';

/** For what is shown: the project and who asks. Redirects or throws Kit's errors for whoever may not be here. */
export async function documented(event: RequestEvent<{ id: string }>) {
  event.setHeaders({ 'cache-control': 'no-store' });
  return documenting(event);
}

/** The same for what is done by a form, whose answer is shown right after it: headers are set once. */
export async function documenting(event: RequestEvent<{ id: string }>) {
  const user = leaderOf(event);
  const view = await event.locals.app.projects.read(user.id, event.params.id);
  // A rehearsal leaves nothing behind.
  if (!view || view.project.rehearsalOf) error(404);
  return { user, view };
}
