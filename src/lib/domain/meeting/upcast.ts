import type { Recorded } from './events.ts';
import { PLAIN_STEP } from './step-settings.ts';

/**
 * Brings an event of an older version into today's shape when it is read from the log: each change of an event's shape has its
 * case here, and old meetings stay readable.
 */
export function upcast(event: Recorded): Recorded {
  // Steps of the first version had no speaker, grace, moderation, groups or votes.
  if (event.name === 'PromptAdded') return { ...event, data: { ...PLAIN_STEP, ...event.data } };
  return event;
}
