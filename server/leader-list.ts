/**
 * A list about each question that only leaders are told: after changes, in a pace of its own, and only while one is there.
 * What was told last is kept, for a leader who comes later.
 */
import type { Recorded } from '../src/lib/domain/meeting/events.ts';
import { hasClusters } from '../src/lib/domain/meeting/cluster.ts';
import type { PromptId } from '../src/lib/domain/meeting/ids.ts';
import type { MeetingState, Prompt } from '../src/lib/domain/meeting/state.ts';
import type { Room } from './room.ts';

/** At most so often, in milliseconds. */
const PACE_MS = 500;

export interface ListMessage<Item> {
  prompt: PromptId;
  list: readonly Item[];
}

export interface ListSource<Item> {
  /** The questions of which the list may be another one after this. */
  changedBy(event: Recorded, state: MeetingState): readonly PromptId[];
  /** Undefined where it cannot be said now: what was told stands until the next change. */
  listOf(prompt: Prompt): Promise<readonly Item[] | undefined>;
}

export class LeaderList<Item> {
  readonly #source: ListSource<Item>;
  readonly #room: Room;
  readonly #tell: (message: ListMessage<Item>) => void;
  readonly #leaderIsHere: () => boolean;
  readonly #changed = new Set<PromptId>();
  readonly #told = new Map<PromptId, ListMessage<Item>>();
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  /** `tell` sends to every leader who is here. */
  constructor(
    source: ListSource<Item>,
    room: Room,
    leaderIsHere: () => boolean,
    tell: (message: ListMessage<Item>) => void
  ) {
    this.#source = source;
    this.#room = room;
    this.#leaderIsHere = leaderIsHere;
    this.#tell = tell;
    this.anew();
  }

  /** Everything may be seen otherwise now. */
  anew(): void {
    for (const id of Object.keys(this.#room.state.prompts)) this.#changed.add(id);
    this.#soon();
  }

  /** What was told last, for a leader who has just come; what has changed since follows. */
  greet(): readonly ListMessage<Item>[] {
    this.#soon();
    return [...this.#told.values()];
  }

  happened(events: readonly Recorded[]): void {
    for (const event of events)
      for (const id of this.#source.changedBy(event, this.#room.state)) this.#changed.add(id);
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
    // Together: each may wait for somebody else, and none for the others.
    await Promise.all(prompts.map((id) => this.#thinkOf(id)));
  }

  async #thinkOf(id: PromptId): Promise<void> {
    const prompt = this.#room.state.prompts[id];
    if (!prompt || !hasClusters(prompt) || prompt.notes.length === 0) return;
    const list = await this.#source.listOf(prompt).catch(() => undefined);
    if (!list || this.#stopped || JSON.stringify(list) === this.#listTold(id)) return;
    const message = { prompt: id, list };
    this.#told.set(id, message);
    this.#tell(message);
  }

  #listTold(prompt: PromptId): string {
    return JSON.stringify(this.#told.get(prompt)?.list ?? []);
  }
}

/** Where the notes of a question lie, or may lie, is another thing after this. */
export function movesNotes(event: Recorded, state: MeetingState): readonly PromptId[] {
  switch (event.name) {
    case 'NotesPlaced':
    case 'NotesMoved':
    case 'NotesSorted':
    case 'NotesPutBack':
    case 'NotesHeld':
    case 'NotesApproved':
    case 'NotesTakenOut':
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
