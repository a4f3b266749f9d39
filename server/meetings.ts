/** The rooms of this node: made when somebody asks, kept while in use, kept in step with other nodes. */
import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import type { MeetingId } from '../src/lib/domain/meeting/ids.ts';
import { CHANNEL, EventLog } from './event-log.ts';
import type { HeadNotice } from './event-log.ts';
import { errorCode } from './log.ts';
import type { Log } from './log.ts';
import { Room } from './room.ts';
import { Snapshots } from './snapshots.ts';

/** Told of the rooms that this node takes into memory, and of those that it drops. */
export interface RoomWatcher {
  opened(room: Room): void;
  left(room: Room): void;
}

/** A notice may get lost: the heads are asked for all the same. Milliseconds. */
const POLL_MS = 2_000;
const IDLE_MS = 10 * 60_000;

export class Meetings {
  /** Names this process among those on the same database. */
  readonly node = randomUUID();
  readonly log: EventLog;
  readonly #sql: postgres.Sql;
  readonly #snapshots: Snapshots;
  readonly #notes: Log;
  readonly #rooms = new Map<MeetingId, Promise<Room | undefined>>();
  readonly #loaded = new Map<MeetingId, Room>();
  readonly #watchers = new Set<RoomWatcher>();
  #poll: NodeJS.Timeout | undefined;
  #unlisten: (() => Promise<void>) | undefined;

  constructor(sql: postgres.Sql, notes: Log) {
    this.#sql = sql;
    this.log = new EventLog(sql, this.node);
    this.#snapshots = new Snapshots(sql);
    this.#notes = notes;
  }

  /** Starts to follow what other nodes write. */
  async follow(): Promise<void> {
    this.#poll = setInterval(() => void this.#catchUp(), POLL_MS);
    this.#poll.unref();
    const { unlisten } = await this.#sql.listen(
      CHANNEL,
      (text) => this.#noticed(JSON.parse(text) as HeadNotice),
      () => void this.#catchUp()
    );
    this.#unlisten = unlisten;
  }

  /** The room of a meeting; undefined where there is no such meeting. Rejects when the database does not answer. */
  room(meeting: MeetingId): Promise<Room | undefined> {
    let room = this.#rooms.get(meeting);
    if (!room) {
      room = this.#load(meeting);
      this.#rooms.set(meeting, room);
      room.then(
        (loaded) => loaded ?? this.#rooms.delete(meeting),
        () => this.#rooms.delete(meeting)
      );
    }
    return room.then((loaded) => {
      if (loaded) loaded.usedAt = Date.now();
      return loaded;
    });
  }

  /** Forgets a meeting that is there no more: nothing of it is placed, laid or asked for any longer. */
  drop(meeting: MeetingId): void {
    const room = this.#loaded.get(meeting);
    this.#loaded.delete(meeting);
    this.#rooms.delete(meeting);
    if (room) for (const watcher of this.#watchers) watcher.left(room);
  }

  /** Tells of rooms from now on, until the returned function is called. */
  watch(watcher: RoomWatcher): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** How many rooms are in memory. */
  get size(): number {
    return this.#loaded.size;
  }

  async close(): Promise<void> {
    clearInterval(this.#poll);
    await this.#unlisten?.().catch(() => {});
  }

  async #load(meeting: MeetingId): Promise<Room | undefined> {
    if (!(await this.log.knows(meeting))) return undefined;
    const room = new Room(meeting, this.log, this.#snapshots, this.#notes);
    await room.refresh();
    if (room.stale) throw Object.assign(new Error('unavailable'), { code: 'unavailable' });
    this.#loaded.set(meeting, room);
    for (const watcher of this.#watchers) watcher.opened(room);
    return room;
  }

  #noticed({ meeting, head, node, turn }: HeadNotice): void {
    if (node === this.node) return;
    const room = this.#loaded.get(meeting);
    if (turn) room?.leaveTurn();
    else if (room && room.state.seq < head) void room.refresh();
  }

  async #catchUp(): Promise<void> {
    this.#forgetIdle();
    if (this.#loaded.size === 0) return;
    try {
      for (const [meeting, head] of await this.log.heads([...this.#loaded.keys()])) {
        const room = this.#loaded.get(meeting);
        if (room && room.state.seq < head) void room.refresh();
      }
    } catch (error) {
      this.#notes.warn({ code: errorCode(error) }, 'heads not read');
    }
  }

  #forgetIdle(): void {
    for (const [meeting, room] of this.#loaded) {
      if (room.busy || Date.now() - room.usedAt < IDLE_MS) continue;
      this.#loaded.delete(meeting);
      this.#rooms.delete(meeting);
      for (const watcher of this.#watchers) watcher.left(room);
    }
  }
}
