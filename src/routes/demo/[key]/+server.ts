/** Lets the demo's leader in, by a link that only `npm run demo` knows, and shows the live meeting. */
import { error, redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals, cookies, url }) => {
  const { accounts, config, demo } = locals.app;
  if (!demo || params.key !== config.demoKey) error(404);
  accounts.setCookie(cookies, url, await accounts.startSession(demo.user));
  const next = new URL(url.searchParams.get('next') ?? `/meeting/${demo.meeting.id}/console`, url);
  redirect(303, next.origin === url.origin ? `${next.pathname}${next.search}` : '/projects');
};
