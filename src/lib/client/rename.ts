/** Asks for another name or organisation for the person whose page this is. Over HTTPS alone: it is no part of the log. */
import type { RenameAnswer, RenameRefusal } from '../protocol/protocol.ts';
import { wayOf } from './portal.ts';
import { within } from './within.ts';

export interface Naming {
  name: string;
  /** An id from the list, the name of another, or empty. */
  organisation: string;
}
/** 'silent' and 'portal': no answer came, and nobody knows whether it was taken; asked again, it is taken once. */
export type Named =
  Extract<RenameAnswer, { ok: true }> | { ok: false; code: RenameRefusal | 'silent' | 'portal' };

const ANSWER_MS = 8_000;

/** Never rejects. */
export async function rename(meeting: string, as: string, naming: Naming): Promise<Named> {
  try {
    const response = await fetch(`/api/meetings/${meeting}/me?${new URLSearchParams({ as })}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(naming),
      redirect: 'manual',
      signal: within(ANSWER_MS)
    });
    const way = wayOf(response);
    if (way !== 'ours') return { ok: false, code: way };
    const answer = (await response.json()) as Partial<RenameAnswer>;
    return typeof answer.ok === 'boolean' ? (answer as RenameAnswer) : { ok: false, code: 'silent' };
  } catch {
    return { ok: false, code: 'silent' };
  }
}
