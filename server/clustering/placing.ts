/**
 * Places what lies nowhere in one meeting: waits for commits, asks the worker, and submits the answer as the machine. What was
 * not placed because something failed is tried again later; another node may do it meanwhile, and nothing is placed twice.
 */
import { createHash } from 'node:crypto';
import type { Vectors } from '../../src/lib/domain/clustering/neighbours.ts';
import { hasClusters, rootOf } from '../../src/lib/domain/meeting/cluster.ts';
import type { PlaceNotes } from '../../src/lib/domain/meeting/cluster-commands.ts';
import type { Recorded } from '../../src/lib/domain/meeting/events.ts';
import { rewrites } from '../../src/lib/domain/meeting/erasing.ts';
import { MACHINE } from '../../src/lib/domain/meeting/ids.ts';
import type { ClusterId, PromptId } from '../../src/lib/domain/meeting/ids.ts';
import { stands } from '../../src/lib/domain/meeting/state.ts';
import type { MeetingState, Note, Prompt } from '../../src/lib/domain/meeting/state.ts';
import { errorCode } from '../log.ts';
import type { Log } from '../log.ts';
import type { RolePacks } from '../role-packs.ts';
import type { Room } from '../room.ts';
import { ThreadError } from '../thread/thread.ts';
import type { Clustering } from './clustering.ts';
import { Table, textOf } from './table.ts';
import type { Answers, Asks, Kind, Loose } from './task.ts';

const MAX_BATCH = 100;
const RELABEL_BATCH = 200;
/** A card with which the worker fails so often is left where it is: on the wall by its letters. */
const MAX_TRIES = 3;
/** What came to another node is placed by that one, unless it is gone. */
const OTHERS_MS = 1_000;
const RETRY_MS = 500;
const LONGEST_RETRY_MS = 30_000;

interface Round {
  prompt: Prompt;
  notes: readonly Note[];
  relabel: readonly ClusterId[];
}

/** In which language, and by which role packs, a meeting's cards are read. */
export type Packs = Pick<RolePacks, 'of'>;

export class Placing {
  readonly #room: Room;
  readonly #clustering: Clustering;
  readonly #log: Log;
  readonly #packs: Packs;
  readonly #tables = new Map<PromptId, Table>();
  readonly #relabel = new Set<ClusterId>();
  readonly #tries = new WeakMap<Note, number>();
  readonly #unlisten: () => void;
  #working = false;
  #batch = MAX_BATCH;
  #failures = 0;
  #alarm: NodeJS.Timeout | undefined;
  #resting = false;
  #stopped = false;

  constructor(room: Room, clustering: Clustering, log: Log, packs: Packs) {
    this.#room = room;
    this.#clustering = clustering;
    this.#log = log;
    this.#packs = packs;
    this.#unlisten = room.attend((events, state, own) => {
      for (const event of events) for (const id of relabelledBy(event, state)) this.#relabel.add(id);
      if (events.some(rewrites)) this.#forget();
      if (own) this.#wake();
      else this.#wakeIn(OTHERS_MS);
    });
    for (const { id, label, name } of Object.values(room.state.clusters))
      if (!label && !name) this.#relabel.add(id);
    this.#wake();
  }

  stop(): void {
    this.#stopped = true;
    this.#unlisten();
    clearTimeout(this.#alarm);
    for (const { key } of this.#tables.values()) this.#clustering.forget(key);
  }

  /** Asks the worker about a prompt as it lies when its turn comes. Rejects where there is no answer. */
  async ask<K extends Kind>(
    id: PromptId,
    kind: K,
    make: (state: MeetingState, prompt: Prompt) => Asks[K],
    vectors?: Vectors
  ): Promise<Answers[K]> {
    const reading = await this.#packs.of(this.#room.meeting);
    let table = this.#tables.get(id);
    if (!table) this.#tables.set(id, (table = new Table(`${this.#room.meeting} ${id}`, reading)));
    table.use(reading);
    try {
      return await this.#clustering.ask<K>((generation) => {
        const { state } = this.#room;
        const prompt = state.prompts[id]!;
        return table.task(state, prompt, kind, make(state, prompt), generation, vectors);
      });
    } catch (error) {
      table.lost();
      throw error;
    }
  }

  /** The worker has read what is erased: it is told anew what there is. */
  #forget(): void {
    for (const table of this.#tables.values()) {
      this.#clustering.forget(table.key);
      table.lost();
    }
  }

  #wake(): void {
    if (this.#working || this.#stopped || this.#resting) return;
    this.#working = true;
    void this.#work();
  }

  /** `rest`: and not before. */
  #wakeIn(milliseconds: number, rest = false): void {
    if (this.#stopped || (this.#alarm && !rest)) return;
    clearTimeout(this.#alarm);
    this.#resting = rest;
    this.#alarm = setTimeout(() => {
      this.#alarm = undefined;
      this.#resting = false;
      this.#wake();
    }, milliseconds);
    this.#alarm.unref();
  }

  async #work(): Promise<void> {
    // What one commit brought is looked at when all of its listeners have heard of it.
    await Promise.resolve();
    for (let round = this.#next(); round && !this.#stopped; round = this.#next()) {
      try {
        await this.#place(round);
        this.#failures = 0;
        this.#batch = Math.min(MAX_BATCH, 2 * this.#batch);
      } catch (error) {
        this.#failed(round, error);
        break;
      }
    }
    // At once, not in a later turn: what comes from now on wakes it.
    this.#working = false;
  }

  /** What is to be done next; labels alone wait for cards. */
  #next(): Round | undefined {
    const { state } = this.#room;
    const prompts = Object.values(state.prompts).filter(hasClusters);
    for (const prompt of prompts) {
      const notes = this.#looseIn(state, prompt);
      if (notes.length > 0) return { prompt, notes, relabel: this.#relabelIn(prompt) };
    }
    for (const prompt of prompts) {
      const relabel = this.#relabelIn(prompt);
      if (relabel.length > 0) return { prompt, notes: [], relabel };
    }
    this.#relabel.clear();
    return undefined;
  }

  /** What has failed comes after all else, and never together with what has not. */
  #looseIn(state: MeetingState, prompt: Prompt): readonly Note[] {
    const byTries = Array.from({ length: MAX_TRIES }, (): Note[] => []);
    for (const id of prompt.notes) {
      const note = state.notes[id];
      if (note && !note.place && stands(note)) byTries[this.#tries.get(note) ?? 0]?.push(note);
    }
    return (byTries.find((notes) => notes.length > 0) ?? []).slice(0, this.#batch);
  }

  #relabelIn(prompt: Prompt): ClusterId[] {
    const { clusters } = this.#room.state;
    return [...this.#relabel]
      .filter((id) => clusters[id]?.prompt === prompt.id && !clusters[id].name && !clusters[id].into)
      .slice(0, RELABEL_BATCH);
  }

  async #place({ prompt: { id }, notes, relabel }: Round): Promise<void> {
    let seen = this.#room.state;
    const answer = await this.ask(id, 'place', (state, prompt) => {
      seen = state;
      const loose = notes.filter((note) => state.notes[note.id] === note);
      return { loose: loose.map((note) => looseOf(prompt, note)), relabel };
    });
    for (const cluster of relabel) this.#relabel.delete(cluster);
    const asRead = <T>(one: T, note: string) => {
      const changedAt = seen.notes[note]?.changedAt;
      return { ...one, ...(changedAt === undefined ? {} : { changedAt }) };
    };
    const data: PlaceNotes = {
      prompt: id,
      placements: answer.placements.map((one) => asRead(one, one.note)),
      labels: answer.labels
        .filter(({ cluster, text, from }) => !isCalled(seen, cluster, text, from))
        .map((one) => asRead(one, one.from))
    };
    if (data.placements.length + data.labels.length > 0) {
      await this.#room.submit({ name: 'PlaceNotes', data, id: commandFor(seen, data) }, MACHINE);
    }
    // Where the room thought otherwise it is asked again, by what holds now; but not for ever.
    for (const note of notes) if (this.#room.state.notes[note.id] === note) this.#tried(note);
  }

  /** A card that breaks the worker is found by halving. Only a failure over that very task is anybody's fault. */
  #failed({ notes }: Round, error: unknown): void {
    const code = error instanceof ThreadError ? error.code : errorCode(error);
    if (code === 'died' || code === 'late' || code === 'fault') {
      if (notes.length === 1) this.#tried(notes[0]!);
      else if (notes.length === 0) this.#relabel.clear();
      this.#batch = Math.max(1, Math.floor(notes.length / 2));
    }
    if (code === 'closed' || this.#stopped) return;
    const { meeting } = this.#room;
    this.#log.warn({ code, meeting, notes: notes.length }, 'not placed');
    const pause = Math.min(LONGEST_RETRY_MS, RETRY_MS * 2 ** this.#failures++);
    this.#wakeIn(pause, true);
  }

  #tried(note: Note): void {
    this.#tries.set(note, (this.#tries.get(note) ?? 0) + 1);
  }
}

/** The same on every node: whoever places a card that is like nothing else begins the same cluster with it. */
function looseOf(prompt: Prompt, note: Note): Loose {
  return { note: note.id, text: textOf(prompt, note), own: idOf(note.id, note.changedAt ?? 0) };
}

function commandFor(state: MeetingState, data: PlaceNotes): string {
  return idOf(state.seq, data);
}

function idOf(...of: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(of)).digest('base64url').slice(0, 22);
}

function isCalled({ clusters }: MeetingState, id: ClusterId, text: string, from: string): boolean {
  const label = clusters[id]?.label;
  return label?.text === text && label.from === from;
}

/** The clusters that may be called something else after it. */
function relabelledBy(event: Recorded, state: MeetingState): ClusterId[] {
  const at = (note: string) => {
    const cluster = state.notes[note]?.place?.cluster;
    return cluster === undefined ? [] : [cluster];
  };
  switch (event.name) {
    case 'NotesMoved':
      return [event.data.cluster, ...event.data.left];
    case 'NotesSorted':
      return [...event.data.placements.map(({ cluster }) => cluster), ...event.data.left];
    case 'NotesPutBack':
      return event.data.places.flatMap(({ note, from }) => [rootOf(state, from), ...at(note)]);
    case 'ClustersMerged':
      return [event.data.into];
    case 'ClusterNamed':
      return [event.data.cluster];
    case 'NoteChanged':
      return [...(event.data.left === undefined ? [] : [event.data.left]), ...at(event.data.note)];
    case 'NotesHeld':
    case 'NotesApproved':
    case 'NotesTakenOut':
      return event.data.notes.flatMap(at);
    case 'NoteWithdrawn':
    case 'NoteErased':
    case 'NoteHidden':
    case 'NoteRestored':
      return at(event.data.note);
    default:
      return [];
  }
}
