/** A file on its way from the server to whoever wants it. Aborting ends the work on the server, too. */
import { m } from '$lib/paraglide/messages';
import type { FetchedFile } from './file';
import { takeHome } from './take-home';

/** Milliseconds between two questions how far it is. */
const ASK_MS = 400;
/** So many questions in a row may come to nothing. */
const MISSED = 3;

export interface Fetching {
  signal: AbortSignal;
  /** How much is made, from 0 to 1. */
  done(part: number): void;
}

/** What went wrong as a sentence; undefined where the file came, or was no longer wanted. */
export async function fetchFile(
  { address, background }: FetchedFile,
  { signal, done }: Fetching
): Promise<string | undefined> {
  if (!background)
    return (await takeHome(address, signal)) || signal.aborted ? undefined : m.files_not_made();
  const begun = asked<{ id: string }>(address, { method: 'POST' });
  const abort = new Promise<undefined>((resolve) =>
    signal.addEventListener('abort', () => resolve(undefined), { once: true })
  );
  // What asks for it is not called off itself: only its answer says what is to be ended.
  void Promise.all([begun, abort]).then(([one]) => {
    if (typeof one !== 'string') void fetch(`/files/${one.id}`, { method: 'DELETE', keepalive: true });
  });
  const first = await Promise.race([begun, abort]);
  if (first === undefined || typeof first === 'string') return first;
  const own = `/files/${first.id}`;
  for (let missed = 0; ;) {
    const now = await asked<{ state: string; part?: number }>(own, { signal });
    if (signal.aborted) return undefined;
    if (typeof now === 'string') {
      // The net may be gone for a moment; the file is made all the same.
      if (++missed > MISSED) return now;
      await pause(missed * ASK_MS);
      continue;
    }
    missed = 0;
    if (now.state === 'failed') return m.files_not_made();
    if (now.state === 'ready') break;
    done(now.part ?? 0);
    await pause(ASK_MS);
  }
  return (await takeHome(`${own}/file`, signal)) || signal.aborted ? undefined : m.files_not_made();
}

/** The answer, or what went wrong as a sentence. */
async function asked<Answer>(address: string, how: RequestInit): Promise<Answer | string> {
  try {
    const answer = await fetch(address, how);
    if (answer.ok) return (await answer.json()) as Answer;
    if (answer.status === 401) return m.files_signed_out();
    const told = answer.status === 429 ? ((await answer.json()) as { message: string }).message : '';
    return told || m.files_not_made();
  } catch {
    return m.files_not_made();
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
