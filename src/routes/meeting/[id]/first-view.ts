/** What a page of a meeting is rendered with: who asks is admitted, and gets the view that the socket then keeps up. */
import { error, redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import type { View } from '$lib/protocol/protocol';

/** Redirects or throws Kit's errors for whoever may not be here. `elsewhere` is for those who show nothing. */
export async function firstView(event: RequestEvent<{ id: string }>, view: View, elsewhere: string) {
  const { params, cookies, locals, url } = event;
  const { app } = locals;
  const key = url.searchParams.get('key') ?? undefined;
  const admission = await app.admit(params.id, view, { cookie: (name) => cookies.get(name), key });
  if (!admission.ok) {
    if (admission.reason === 'unknown-meeting') error(404);
    if (admission.reason === 'signed-out' || view === 'participant') redirect(303, elsewhere);
    error(403);
  }
  const { audience, meeting } = admission;
  const [initial, walls] = await Promise.all([
    app.firstView(meeting, audience), // A phone asks for a wall when somebody wants to look at it, and waits for none.
    view === 'participant' ? [] : app.wallsOf(meeting, view)
  ]);
  if (!initial) error(404);
  event.setHeaders({ 'cache-control': 'no-store' });
  return { app, audience, meeting, initial, walls };
}
