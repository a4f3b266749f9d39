/** Pages for leaders alone: who asks, and where anybody else signs in and comes back from. */
import { redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';

/** The signed-in leader; anybody else is sent to sign in. */
export function leaderOf({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>) {
  if (!locals.user) redirect(303, signInFor(url));
  return locals.user;
}

export function signInFor(url: URL): string {
  return `/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`;
}
