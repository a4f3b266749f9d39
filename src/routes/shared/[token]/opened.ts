/** What a link opens, as its page and its files show it; or Kit's error for one that opens nothing. */
import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { wordingFor } from '$lib/review/wording';

type Within = Parameters<App.Locals['app']['documentation']['report']>[0];

/** The project, for whoever has the link. */
export async function linked(event: RequestEvent<{ token: string }>): Promise<Within> {
  // Nobody else learns the address, and no copy of it is kept.
  event.setHeaders({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow'
  });
  const found = await event.locals.app.documentationLinks.read(event.params.token, event.getClientAddress());
  if (!found.ok) error(found.reason === 'gone' ? 404 : 429);
  return found.project;
}

export async function opened(event: RequestEvent<{ token: string }>) {
  const within = await linked(event);
  const { documentation } = event.locals.app;
  const [report, placed] = await Promise.all([
    documentation.report(within, wordingFor),
    documentation.placed(within, wordingFor)
  ]);
  return { project: within.project, report, placed };
}
