/**
 * What a step takes over from another meeting is sent as text, by a page that read it some time ago: answers that have been erased
 * since are left out, as erased-log.ts takes out what had been taken over before.
 */
import type { Request } from '../src/lib/domain/meeting/commands.ts';
import type { Meetings } from './meetings.ts';

export async function withoutErased<R extends Request>(meetings: Meetings, request: R): Promise<R> {
  if (request.name !== 'AddPrompt' && request.name !== 'EditPrompt') return request;
  const { brought } = request.data;
  if (!brought || brought.items.length === 0) return request;
  const source = await meetings.room(brought.meeting);
  if (!source) return request;
  // It may have been erased on another node a moment ago.
  await source.refresh();
  const { notes } = source.state;
  const items = brought.items.filter(({ id }) => !notes[id]?.erased);
  if (items.length === brought.items.length) return request;
  return { ...request, data: { ...request.data, brought: { ...brought, items } } };
}
