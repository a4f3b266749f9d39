/** Whose answer is it? */
import { expect, test } from 'vitest';
import { wayOf } from '../../../src/lib/client/portal.ts';

const answer = (status: number, type?: string) =>
  new Response(status === 204 ? null : 'x', { status, headers: type ? { 'content-type': type } : {} });
const JSON_TYPE = 'application/json; charset=utf-8';

test.each([
  ['our JSON', answer(200, JSON_TYPE), 'ours'],
  ['our own "the database does not answer"', answer(503, JSON_TYPE), 'ours'],
  ['a hotel’s page in our place', answer(200, 'text/html'), 'portal'],
  ['an empty answer in our place', answer(204), 'portal'],
  ['a redirect to a hotel’s page', answer(302), 'portal'],
  ['a redirect as browsers hide it', { ...plain(answer(200)), type: 'opaqueredirect', ok: false }, 'portal'],
  ['"network authentication required"', answer(511, 'text/html'), 'portal'],
  ['a proxy whose server is down', answer(502, 'text/html'), 'silent'],
  ['a proxy that lets nobody in', answer(403, 'text/html'), 'silent']
] as const)('%s', (_, response, way) => {
  expect(wayOf(response as Response)).toBe(way);
});

function plain({ status, headers }: Response) {
  return { status, headers };
}
