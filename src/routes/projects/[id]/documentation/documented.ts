/** Pages about a project's documentation: for everybody who is in the project. */
import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { leaderOf } from '../../../leader';

/** The project and who asks. Redirects or throws Kit's errors for whoever may not be here. */
export async function documented(event: RequestEvent<{ id: string }>) {
  const user = leaderOf(event);
  const view = await event.locals.app.projects.read(user.id, event.params.id);
  // A rehearsal leaves nothing behind.
  if (!view || view.project.rehearsalOf) error(404);
  event.setHeaders({ 'cache-control': 'no-store' });
  return { user, view };
}
