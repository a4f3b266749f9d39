import type { Recorded } from './events.ts';

/**
 * Brings an event of an older version into today's shape when it is read from the log. Nothing to do yet: the first
 * change of an event's shape adds its case here, and old meetings stay readable.
 */
export function upcast(event: Recorded): Recorded {
  return event;
}
