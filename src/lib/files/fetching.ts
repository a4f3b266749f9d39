/** A file on its way from the server to whoever wants it. Aborting ends the work on the server, too. */
import { m } from '$lib/paraglide/messages';
import type { OfferedFile } from './file';
import { takeHome } from './take-home';

/** Milliseconds between two questions how far it is. */
const ASK_MS = 400;

export interface Fetching {
  signal: AbortSignal;
  /** How much is made, from 0 to 1. */
  done(part: number): void;
}

/** What went wrong as a sentence; undefined where the file came, or was no longer wanted. */
export async function fetchFile(
  { address, background }: OfferedFile,
  { signal, done }: Fetching
): Promise<string | undefined> {
  if (!background)
    return (await takeHome(address, signal)) || signal.aborted ? undefined : m.files_not_made();
  const begun = await asked<{ id: string }>(address, 'POST', signal);
  if (typeof begun === 'string') return signal.aborted ? undefined : begun;
  const own = `/files/${begun.id}`;
  signal.addEventListener('abort', () => void fetch(own, { method: 'DELETE', keepalive: true }));
  for (;;) {
    const now = await asked<{ state: string; part?: number }>(own, 'GET', signal);
    if (signal.aborted) return undefined;
    if (typeof now === 'string') return now;
    if (now.state === 'failed') return m.files_not_made();
    if (now.state === 'ready') break;
    done(now.part ?? 0);
    await new Promise((resolve) => setTimeout(resolve, ASK_MS));
  }
  return (await takeHome(`${own}/file`, signal)) || signal.aborted ? undefined : m.files_not_made();
}

/** The answer, or what went wrong as a sentence. */
async function asked<Answer>(
  address: string,
  method: 'GET' | 'POST',
  signal: AbortSignal
): Promise<Answer | string> {
  try {
    const answer = await fetch(address, { method, signal });
    if (answer.ok) return (await answer.json()) as Answer;
    if (answer.status === 401) return m.files_signed_out();
    const told = answer.status === 429 ? ((await answer.json()) as { message: string }).message : '';
    return told || m.files_not_made();
  } catch {
    return m.files_not_made();
  }
}
