/** What a link opens, as its page and its files show it; or Kit's error for one that opens nothing. */
import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { wordingFor } from '$lib/review/wording';

export async function opened(event: RequestEvent<{ token: string }>) {
  const { app } = event.locals;
  // Nobody else learns the address, and no copy of it is kept.
  event.setHeaders({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow'
  });
  const found = await app.documentationLinks.read(event.params.token, event.getClientAddress());
  if (!found.ok) error(found.reason === 'gone' ? 404 : 429);
  const [report, placed] = await Promise.all([
    app.documentation.report(found.project, wordingFor),
    app.documentation.placed(found.project, wordingFor)
  ]);
  return { project: found.project.project, report, placed };
}
