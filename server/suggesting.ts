/** Tells the leaders of one meeting what the machine would do otherwise: after changes, and only while one is there. */
import type { Recorded } from '../src/lib/domain/meeting/events.ts';
import { hasClusters } from '../src/lib/domain/meeting/cluster.ts';
import type { PromptId } from '../src/lib/domain/meeting/ids.ts';
import type { MeetingState } from '../src/lib/domain/meeting/state.ts';
import type { SuggestionsMessage } from '../src/lib/protocol/protocol.ts';
import type { Machine } from './clustering/machine.ts';
import type { Room } from './room.ts';

/** At most so often, in milliseconds. */
const PACE_MS = 500;

export class Suggesting {
  readonly #machine: Machine;
  readonly #room: Room;
  readonly #tell: (message: SuggestionsMessage) => void;
  readonly #leaderIsHere: () => boolean;
  readonly #changed = new Set<PromptId>();
  readonly #told = new Map<PromptId, SuggestionsMessage>();
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  /** `tell` sends to every leader who is here. */
  constructor(
    machine: Machine,
    room: Room,
    leaderIsHere: () => boolean,
    tell: (message: SuggestionsMessage) => void
  ) {
    this.#machine = machine;
    this.#room = room;
    this.#leaderIsHere = leaderIsHere;
    this.#tell = tell;
    for (const id of Object.keys(room.state.prompts)) this.#changed.add(id);
  }

  /** What was told last, for a leader who has just come; what has changed since follows. */
  greet(): readonly SuggestionsMessage[] {
    this.#soon();
    return [...this.#told.values()];
  }

  happened(events: readonly Recorded[]): void {
    for (const event of events) for (const id of changedBy(event, this.#room.state)) this.#changed.add(id);
    this.#soon();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  #soon(): void {
    if (this.#stopped || this.#changed.size === 0 || !this.#leaderIsHere()) return;
    this.#timer ??= setTimeout(() => {
      void this.#think().finally(() => {
        this.#timer = undefined;
        this.#soon();
      });
    }, PACE_MS);
  }

  async #think(): Promise<void> {
    const prompts = [...this.#changed];
    this.#changed.clear();
    // Together: each may wait for an embedding server for as long as that may take.
    await Promise.all(prompts.map((id) => this.#thinkOf(id)));
  }

  async #thinkOf(id: PromptId): Promise<void> {
    const prompt = this.#room.state.prompts[id];
    if (!prompt || !hasClusters(prompt) || prompt.notes.length === 0) return;
    // Without an answer the leader keeps what was told: the next change asks again.
    const list = await this.#machine.suggestions(this.#room, id).catch(() => undefined);
    if (!list || this.#stopped || JSON.stringify(list) === this.#listTold(id)) return;
    const message = { prompt: id, list };
    this.#told.set(id, message);
    this.#tell(message);
  }

  #listTold(prompt: PromptId): string {
    return JSON.stringify(this.#told.get(prompt)?.list ?? []);
  }
}

function changedBy(event: Recorded, state: MeetingState): PromptId[] {
  switch (event.name) {
    case 'NotesPlaced':
    case 'NotesMoved':
    case 'NotesSorted':
    case 'NotesPutBack':
    case 'ClustersMerged':
    case 'ClustersKeptApart':
    case 'ClustersLetTogether':
    case 'ClusterAdded':
      return [event.data.prompt];
    case 'ClusterKeptWhole':
    case 'ClusterLetSplit':
    case 'ClusterRemoved':
      return [state.clusters[event.data.cluster]?.prompt ?? []].flat();
    case 'NoteChanged':
    case 'NoteWithdrawn':
    case 'NoteHidden':
    case 'NoteRestored':
      return [state.notes[event.data.note]?.prompt ?? []].flat();
    default:
      return [];
  }
}
