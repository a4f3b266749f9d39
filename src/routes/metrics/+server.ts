/** Prometheus' figures, for whoever shows METRICS_TOKEN; without that setting there is no such page. */
import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ request, locals }) => {
  const { metrics } = locals.app;
  const shown = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
  const answer = await metrics(shown);
  if (answer === 'none') error(404);
  if (answer === 'wrong-token') error(401);
  return new Response(answer.text, { headers: { 'content-type': answer.type, 'cache-control': 'no-store' } });
};
