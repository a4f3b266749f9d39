/** The walls of this node's rooms: laid as their cards come, the same on every node. */
import { setTimeout as wait } from 'node:timers/promises';
import { kindOf } from '../../src/lib/domain/kinds/registry.ts';
import type { EventName, Recorded } from '../../src/lib/domain/meeting/events.ts';
import type { MeetingId, PromptId } from '../../src/lib/domain/meeting/ids.ts';
import type { MeetingState } from '../../src/lib/domain/meeting/state.ts';
import type { KeptWall } from '../../src/lib/domain/wall/kept-wall.ts';
import { within } from '../db/connect.ts';
import { errorCode } from '../log.ts';
import type { Meetings } from '../meetings.ts';
import type { Room } from '../room.ts';
import type { Thread } from '../thread/thread.ts';
import type { WallInput, WallLayout } from '../../src/lib/domain/wall/layout/wall-layout.ts';
import { LaidWall } from './laid-wall.ts';
import type { Tools } from './laid-wall.ts';
import { wordsOn } from './words-on.ts';

/** Told of each new picture. */
export type WallListener = (prompt: PromptId, wall: KeptWall) => void;

const RETRY_MS = 1_000;
/** For a wall that has never been laid, or has to be: whoever opens a page waits no longer. Milliseconds. */
const PATIENCE_MS = 2_500;

export class Walls {
  readonly #tools: Tools & { worker: Thread<WallInput, WallLayout> };
  readonly #rooms = new Map<MeetingId, RoomWalls>();
  readonly #unwatch: () => void;

  constructor(meetings: Meetings, tools: Tools & { worker: Thread<WallInput, WallLayout> }) {
    this.#tools = tools;
    this.#unwatch = meetings.watch({
      opened: (room) => this.#rooms.set(room.meeting, new RoomWalls(room, tools)),
      left: (room) => this.#leave(room.meeting)
    });
  }

  async follow(): Promise<void> {
    await this.#tools.store.follow(
      ({ meeting, prompt }) => void this.#rooms.get(meeting)?.read(prompt),
      () => {
        for (const walls of this.#rooms.values()) void walls.load();
      }
    );
  }

  of({ meeting }: Room): RoomWalls {
    const walls = this.#rooms.get(meeting);
    if (!walls) throw new Error('not a room of this node');
    return walls;
  }

  async close(): Promise<void> {
    this.#unwatch();
    for (const meeting of this.#rooms.keys()) this.#leave(meeting);
    await this.#tools.store.close();
    await this.#tools.worker.close();
  }

  #leave(meeting: MeetingId): void {
    this.#rooms.get(meeting)?.stop();
    this.#rooms.delete(meeting);
  }
}

export class RoomWalls {
  readonly #room: Room;
  readonly #tools: Tools;
  readonly #walls = new Map<PromptId, LaidWall>();
  readonly #listeners = new Set<WallListener>();
  readonly #unlisten: () => void;
  #loaded: Promise<void>;
  #retry: NodeJS.Timeout | undefined;
  /** The number of the last event that may have taken a word away, as far as this node has seen any. */
  #lostAt: number;
  #isLoaded = false;
  #stopped = false;

  constructor(room: Room, tools: Tools) {
    this.#room = room;
    this.#tools = tools;
    this.#lostAt = room.state.seq;
    this.#loaded = this.load();
    this.#unlisten = room.attend((events, _state, own) => this.#happened(events, own));
  }

  /** Walls that have been laid. */
  get laid(): readonly (KeptWall & { prompt: PromptId })[] {
    return [...this.#walls.values()].flatMap(({ prompt, kept }) => (kept ? [{ prompt, ...kept }] : []));
  }

  /** Whether what was laid up to that number may hold words that are nobody's any more. */
  mayHoldLost(seq: number): boolean {
    return seq < this.#lostAt;
  }

  /** Resolves when what is stored has been read and each wall with cards has been laid once; or after a while all the same. */
  async ready(): Promise<void> {
    const until = Date.now() + PATIENCE_MS;
    await within(PATIENCE_MS, this.#loaded).catch(() => undefined);
    while (Date.now() < until && [...this.#walls.values()].some((wall) => this.#isMissing(wall)))
      await wait(30);
  }

  listen(listener: WallListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Reads what is stored, and lays what is not. */
  async load(): Promise<void> {
    clearTimeout(this.#retry);
    try {
      const kept = await this.#tools.store.read(this.#room.meeting);
      if (this.#stopped) return;
      this.#isLoaded = true;
      for (const [prompt, wall] of kept) this.#wall(prompt, wall).adopt(wall);
      for (const id of Object.keys(this.#room.state.prompts)) this.#wallOf(id)?.changed(true);
    } catch (error) {
      this.#tools.log.warn({ code: errorCode(error), meeting: this.#room.meeting }, 'walls not read');
      if (!this.#stopped) this.#retry = setTimeout(() => (this.#loaded = this.load()), RETRY_MS).unref();
    }
  }

  /** What another node has stored. */
  async read(prompt: PromptId): Promise<void> {
    const kept = await this.#tools.store.readOne(this.#room.meeting, prompt).catch(() => undefined);
    if (kept && !this.#stopped) this.#wall(prompt, kept).adopt(kept);
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#retry);
    this.#unlisten();
    for (const wall of this.#walls.values()) wall.stop();
  }

  #happened(events: readonly Recorded[], own: boolean): void {
    for (const { name, seq } of events) if (LOSSES.has(name)) this.#lostAt = seq;
    // What is read first is looked at with all that has happened until then.
    if (!this.#isLoaded) return;
    for (const event of events) {
      const touched = touchedBy(event, this.#room.state);
      if (touched !== undefined) this.#wallOf(touched)?.changed(own);
      if (event.name === 'ClustersMerged')
        this.#wallOf(event.data.prompt)?.forgetKin([event.data.cluster, event.data.into]);
      const gone = goneWith(event, this.#room.state.notes);
      if (gone !== undefined) this.#wallOf(gone)?.hurry({ tidy: false });
      if (event.name === 'WallTidied' && own) this.#wallOf(event.data.prompt)?.hurry({ tidy: true });
    }
  }

  #isMissing({ prompt, kept }: LaidWall): boolean {
    const { state } = this.#room;
    const asked = state.prompts[prompt];
    return !kept && asked !== undefined && !asked.removed && wordsOn(state, asked).length > 0;
  }

  #wallOf(id: PromptId): LaidWall | undefined {
    const prompt = this.#room.state.prompts[id];
    if (!prompt || kindOf(prompt.kind)?.outcome !== 'wall') return undefined;
    return this.#wall(id);
  }

  #wall(id: PromptId, kept?: KeptWall): LaidWall {
    let wall = this.#walls.get(id);
    if (!wall) {
      wall = new LaidWall(this.#room, id, kept, this.#tools, (now) => {
        for (const listener of this.#listeners) listener(id, now);
      });
      this.#walls.set(id, wall);
    }
    return wall;
  }
}

/** What a card said may be on no wall any more after these. */
const LOSSES: ReadonlySet<EventName> = new Set([
  'NoteWithdrawn',
  'NoteHidden',
  'NotesHeld',
  'NotesTakenOut',
  'NoteErased',
  'NoteChanged',
  'PromptRemoved'
]);

/** The prompt of which the wall may be another one after this. */
function touchedBy({ name, data }: Recorded, state: MeetingState): PromptId | undefined {
  if (name === 'AnswerGiven' || name === 'NotePassed') return undefined;
  if ('prompt' in data) return data.prompt;
  if ('note' in data) return state.notes[data.note]?.prompt;
  return 'cluster' in data ? state.clusters[data.cluster]?.prompt : undefined;
}

/** The prompt of a note that leaves its wall: that is laid at once. */
function goneWith(event: Recorded, notes: Room['state']['notes']): PromptId | undefined {
  switch (event.name) {
    case 'NoteWithdrawn':
    case 'NoteErased':
    case 'NoteHidden':
      return notes[event.data.note]?.prompt;
    case 'NoteChanged':
      return event.data.held ? notes[event.data.note]?.prompt : undefined;
    case 'NotesHeld':
    case 'NotesTakenOut':
      return event.data.prompt;
    default:
      return undefined;
  }
}
