/** What the stream shows: the queue first, then all else, newest first. It stands still while somebody is in it. */
import type { NoteView } from '$lib/domain/meeting/view';
import type { Desk } from './desk.svelte';
import { waits } from './note-acts';
import { found, isSought, NOTHING_SOUGHT, organisationsOf } from './search';
import type { Sought } from './search';

/** What stood there as somebody came in, by id. */
interface Held {
  all: ReadonlySet<string>;
  queue: readonly string[];
}

export class Stream {
  readonly #desk: Desk;
  #held = $state.raw<Held | undefined>();
  sought = $state.raw<Sought>(NOTHING_SOUGHT);

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  readonly #notes = $derived.by(() => this.#desk.notes);
  readonly #found = $derived.by(() => found(this.#notes, this.sought));

  /** The first come first. While it is held also what has been let through meanwhile: its row stays. */
  readonly queue = $derived.by((): readonly NoteView[] => {
    const held = this.#held;
    if (!held) return this.#found.filter(waits).reverse();
    const byId = new Map(this.#found.map((note) => [note.id, note]));
    return held.queue.flatMap((id) => byId.get(id) ?? []);
  });

  readonly list = $derived.by((): readonly NoteView[] => {
    const held = this.#held;
    if (!held) return this.#found.filter((note) => !waits(note));
    const queued = new Set(held.queue);
    return this.#found.filter(({ id }) => held.all.has(id) && !queued.has(id));
  });

  /** What has come since it is held. */
  readonly fresh = $derived.by(() => {
    const held = this.#held;
    return held ? this.#notes.filter(({ id }) => !held.all.has(id)).length : 0;
  });

  readonly organisations = $derived.by(() => organisationsOf(this.#notes));

  get isHeld(): boolean {
    return this.#held !== undefined;
  }

  /** How many fit what is sought; undefined where nothing is. */
  get hits(): number | undefined {
    return isSought(this.sought) ? this.#found.length : undefined;
  }

  get all(): readonly NoteView[] {
    return this.#notes;
  }

  hold(): void {
    if (!this.#held) this.showAll();
  }

  /** As it is now, and still. */
  showAll(): void {
    this.#held = {
      all: new Set(this.#notes.map(({ id }) => id)),
      queue: this.#notes
        .filter(waits)
        .reverse()
        .map(({ id }) => id)
    };
  }

  letGo(): void {
    this.#held = undefined;
  }

  /** The ids that wait, the first come first, whatever is sought. */
  get waiting(): readonly string[] {
    return this.#notes
      .filter(waits)
      .reverse()
      .map(({ id }) => id);
  }
}
