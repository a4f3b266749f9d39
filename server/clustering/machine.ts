/**
 * The machine: follows the rooms of this node, places what lies nowhere in them, and answers what leaders and phones need of
 * language. Without it everything else goes on; the wall then shows cards by their letters.
 */
import { rootOf, themesOf } from '../../src/lib/domain/meeting/cluster.ts';
import type { Vectors } from '../../src/lib/domain/clustering/neighbours.ts';
import type { Prior, Suggestion } from '../../src/lib/domain/clustering/placer.ts';
import type { Sorting } from '../../src/lib/domain/meeting/events.ts';
import type { ClusterId, PromptId } from '../../src/lib/domain/meeting/ids.ts';
import { isPossible } from '../../src/lib/domain/meeting/possible.ts';
import type { MeetingState, Prompt } from '../../src/lib/domain/meeting/state.ts';
import type { Log } from '../log.ts';
import type { Meetings } from '../meetings.ts';
import type { Room } from '../room.ts';
import type { Clustering } from './clustering.ts';
import type { Embeddings } from './embeddings.ts';
import { Placing } from './placing.ts';
import type { Packs } from './placing.ts';
import { textsIn } from './table.ts';

/** More than a leader looks through. */
const MOST_SUGGESTIONS = 12;
/** As many as fit into one SortNotes of 64 KB. */
const MOST_SORTED = 500;

export class Machine {
  readonly #clustering: Clustering;
  readonly #embeddings: Embeddings | undefined;
  readonly #placing = new Map<Room, Placing>();
  readonly #closing = new AbortController();
  readonly #unwatch: () => void;

  constructor(meetings: Meetings, clustering: Clustering, log: Log, packs: Packs, embeddings?: Embeddings) {
    this.#clustering = clustering;
    this.#embeddings = embeddings;
    this.#unwatch = meetings.watch({
      opened: (room) => this.#placing.set(room, new Placing(room, clustering, log, packs)),
      left: (room) => this.#leave(room)
    });
  }

  /** What it would do otherwise with a prompt's cards; never what a leader has decided against. */
  async suggestions(room: Room, prompt: PromptId): Promise<Suggestion[]> {
    const vectors = await this.#vectors(room, prompt);
    const make = (state: MeetingState, one: Prompt) => ({
      limit: MOST_SUGGESTIONS,
      decided: decidedOf(state, one)
    });
    const all = await this.#of(room).ask(prompt, 'suggest', make, vectors);
    return all.filter((one) => isPossible(room.state, one));
  }

  /** Pairs of clusters worth asking people about: of all, or of these. */
  async priors(
    room: Room,
    prompt: PromptId,
    about?: (state: MeetingState, prompt: Prompt) => readonly ClusterId[]
  ): Promise<Prior[]> {
    const vectors = await this.#vectors(room, prompt);
    const make = (state: MeetingState, one: Prompt) => ({
      apart: apartIn(state, one),
      ...(about ? { about: about(state, one) } : {})
    });
    return this.#of(room).ask(prompt, 'priors', make, vectors);
  }

  /** To whom these clusters are kin, a few each: for the wall. */
  async kin(room: Room, prompt: PromptId, about: readonly ClusterId[]): Promise<Prior[]> {
    const vectors = await this.#vectors(room, prompt);
    return this.#of(room).ask(prompt, 'kin', () => ({ about }), vectors);
  }

  /** A theme for each card that no person has laid, as far as the examples tell. */
  sort(room: Room, prompt: PromptId): Promise<Sorting[]> {
    return this.#of(room).ask(prompt, 'sort', (state) => ({
      themes: themesOf(state, prompt).map((id) => ({ id, name: state.clusters[id]!.name })),
      limit: MOST_SORTED
    }));
  }

  async close(): Promise<void> {
    this.#unwatch();
    this.#closing.abort();
    for (const room of this.#placing.keys()) this.#leave(room);
    await this.#clustering.close();
  }

  /** Before the worker is asked, never while: cards that are to be placed must not wait for the network. */
  async #vectors({ state }: Room, prompt: PromptId): Promise<Vectors | undefined> {
    return this.#embeddings?.vectors(textsIn(state, state.prompts[prompt]), this.#closing.signal);
  }

  #of(room: Room): Placing {
    const placing = this.#placing.get(room);
    if (!placing) throw new Error('not a room of this node');
    return placing;
  }

  #leave(room: Room): void {
    this.#placing.get(room)?.stop();
    this.#placing.delete(room);
  }
}

function decidedOf(state: MeetingState, prompt: Prompt) {
  return {
    apart: apartIn(state, prompt),
    whole: Object.values(state.clusters)
      .filter((cluster) => cluster.prompt === prompt.id && cluster.whole)
      .map((cluster) => cluster.id)
  };
}

function apartIn(state: MeetingState, { apart }: Prompt) {
  return apart.map(([a, b]) => [rootOf(state, a), rootOf(state, b)] as const);
}
