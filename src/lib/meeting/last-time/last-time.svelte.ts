/** What the previous meeting left, as this page has fetched it last. */
import { ask } from '$lib/client/ask';
import { newId } from '$lib/client/ids';
import type { Mark } from '$lib/domain/meeting/mark';
import type { LastTime, LastTimeAnswer } from '$lib/protocol/last-time';
import type { Ack } from '$lib/protocol/protocol';

export class Before {
  /** Undefined until it is known; null: there is nothing. */
  last = $state.raw<LastTime | null>();
  /** No answer came, or the mark was refused. */
  trouble = $state('');
  readonly #path: string;

  /** `path` answers a `LastTimeAnswer`. */
  constructor(path: string) {
    this.#path = path;
  }

  async read(): Promise<void> {
    // Where no answer comes, what is known stands, and is asked anew.
    const answer = await ask<LastTimeAnswer>(this.#path);
    if (answer) this.last = answer.last;
  }

  /** Reads at once and again every so many milliseconds, until the returned function is called. */
  follow(every: number): () => void {
    void this.read();
    const timer = setInterval(() => document.visibilityState === 'visible' && void this.read(), every);
    return () => clearInterval(timer);
  }

  /** Says what has become of one of the commitments, in the meeting that made it. */
  async mark(
    note: string,
    mark: Mark | null,
    as: 'participant' | 'leader',
    silent: string
  ): Promise<boolean> {
    const { last } = this;
    if (!last) return false;
    this.trouble = '';
    const ack = await ask<Ack>(`/api/meetings/${last.meeting}/commands?view=${as}`, 'POST', {
      id: newId(),
      name: as === 'leader' ? 'MarkNote' : 'MarkOwnNote',
      data: { note, mark }
    });
    if (!ack?.ok) {
      this.trouble = ack?.message ?? silent;
      return false;
    }
    const commitments = last.commitments.map((one) =>
      one.id === note ? { ...one, mark: mark ?? undefined } : one
    );
    this.last = { ...last, commitments };
    return true;
  }
}
