/**
 * What the room is of two minds about, a few at a time, each in a place of its own. A pair leaves its place when it has been decided,
 * or when the room has made up its mind; then the next one takes that place.
 */
import { SvelteSet } from 'svelte/reactivity';
import type { Dispute } from '$lib/domain/finding/disputes';
import type { Request } from '$lib/domain/meeting/commands';
import { m } from '$lib/paraglide/messages';
import type { Announcer } from '$lib/ui/announcer.svelte';
import type { Board } from './board.svelte';
import { mergeLabels } from './merge-labels';

const PLACES = 2;
/** The second press of a double one would decide what has just come up. */
const GUARD_MS = 500;
/** By then the server has told what came of a decision: what it still lists has been undone. */
const TOLD_MS = 2_000;

export class Disputed {
  places = $state.raw<readonly (Dispute | undefined)[]>([]);
  readonly #board: Board;
  readonly #voice: Announcer;
  /** Decided here, and perhaps listed still. */
  readonly #decided = new SvelteSet<string>();
  #decidedAt = 0;

  constructor(board: Board, voice: Announcer) {
    this.#board = board;
    this.#voice = voice;
  }

  /** What waits for a decision, what has a place or not. */
  readonly all: readonly Dispute[] = $derived.by(() => {
    const { live, view } = this.#board.desk;
    const list = live.disputes[this.#board.prompt().id] ?? [];
    return list.filter(
      (one) =>
        !this.#decided.has(keyOf(one)) && Boolean(view.clusters[one.cluster] && view.clusters[one.other])
    );
  });

  get count(): number {
    return this.places.filter(Boolean).length;
  }

  /** Gives each its place. While the board is `held`, there come no more places than there are: nothing moves under the hand. */
  lay(held: boolean): void {
    const standing = new Map(this.all.map((one) => [keyOf(one), one]));
    const kept = this.places.map((one) => one && standing.get(keyOf(one)));
    for (const one of kept) if (one) standing.delete(keyOf(one));
    const next = [...standing.values()];
    const places = Array.from(
      { length: held ? kept.length : PLACES },
      (_, index) => kept[index] ?? next.shift()
    );
    this.places = held ? places : places.filter(Boolean);
  }

  labels({ cluster, other }: Dispute): { from: string; to: string } {
    const { clusters } = this.#board.desk.view;
    return { from: clusters[cluster]?.label ?? '', to: clusters[other]?.label ?? '' };
  }

  /** `one`: the two are one. */
  async decide(dispute: Dispute, one: boolean): Promise<void> {
    if (Date.now() - this.#decidedAt < GUARD_MS) return;
    this.#decidedAt = Date.now();
    const key = keyOf(dispute);
    const { from, to } = this.labels(dispute);
    this.#decided.add(key);
    // Asked before: afterwards one of the two is gone.
    const merged = mergeLabels(this.#board.desk.view, dispute.cluster, dispute.other);
    const done = await this.#board.desk.act(one ? merging(dispute) : keepingApart(dispute));
    if (!done) {
      this.#decided.delete(key);
      return;
    }
    this.#voice.say(one ? m.board_say_merged(merged) : m.board_say_apart({ from, to }));
    setTimeout(() => this.#decided.delete(key), TOLD_MS);
  }
}

function merging({ cluster, other }: Dispute): Request {
  return { name: 'MergeClusters', data: { cluster, into: other } };
}

function keepingApart({ cluster, other }: Dispute): Request {
  return { name: 'KeepApart', data: { cluster, other } };
}

function keyOf({ cluster, other }: Dispute): string {
  return [cluster, other].sort().join(' ');
}
