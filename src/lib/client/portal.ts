/** A net that answers in our place: hotels and trains want their own page seen before anything goes through. */
import { within } from './within.ts';

/** 'ours': the server itself spoke. 'portal': somebody else did. 'silent': nobody that we could tell. */
export type Way = 'ours' | 'portal' | 'silent';

const PROBE_MS = 4_000;
/** "Network Authentication Required": the few that say so. */
const SIGN_IN_STATUS = 511;

/** What an answer tells where JSON of ours was due. A proxy whose server is down speaks HTML too, but says that it failed. */
export function wayOf({ type, status, ok, headers }: Response): Way {
  if (type === 'opaqueredirect' || (status >= 300 && status < 400) || status === SIGN_IN_STATUS)
    return 'portal';
  if (headers.get('content-type')?.startsWith('application/json')) return 'ours';
  return ok ? 'portal' : 'silent';
}

/** Asks the server whether it is there. Never fails. */
export async function probe(): Promise<Way> {
  try {
    const signal = within(PROBE_MS);
    return wayOf(await fetch('/healthz', { cache: 'no-store', redirect: 'manual', signal }));
  } catch {
    return 'silent';
  }
}
