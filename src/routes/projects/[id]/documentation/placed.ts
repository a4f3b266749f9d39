/** What can be placed, for whoever may be here; and how a source is asked for. */
import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { PARTS } from '$lib/domain/documentation/source';
import { ID_PATTERN } from '$lib/domain/meeting/ids';
import { wordingFor } from '$lib/review/wording';
import { ownJson } from '../../../own-request';
import { documented } from './documented';

const id = v.pipe(v.string(), v.regex(ID_PATTERN));
export const source = v.strictObject({
  meeting: id,
  prompt: v.union([id, v.literal('')]),
  part: v.picklist(PARTS),
  only: v.pipe(v.array(id), v.maxLength(2_000))
});

export async function placedFor(event: RequestEvent<{ id: string }>) {
  const { view } = await documented(event);
  return event.locals.app.documentation.placed(view, wordingFor);
}

/** What a page of ours sent, if it is that. */
export async function sent<T>(
  event: RequestEvent<{ id: string }>,
  schema: v.GenericSchema<unknown, T>,
  most: number
): Promise<T> {
  const parsed = v.safeParse(schema, await ownJson(event.request, event.url, most));
  if (!parsed.success) error(400);
  return parsed.output;
}
