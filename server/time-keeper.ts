/**
 * Closes a step whose time is out, where a leader has said that it closes by itself. Follows the rooms of this node; a step that is
 * to close keeps its room in memory, also when nobody is connected. Every node asks, and the log takes it once.
 */
import { randomUUID } from 'node:crypto';
import { MACHINE } from '../src/lib/domain/meeting/ids.ts';
import type { PromptId } from '../src/lib/domain/meeting/ids.ts';
import type { MeetingState } from '../src/lib/domain/meeting/state.ts';
import { errorCode } from './log.ts';
import type { Log } from './log.ts';
import type { Meetings } from './meetings.ts';
import type { Room } from './room.ts';

/** A timer of Node's runs for 24 days at most, and a clock may be set meanwhile: looked at so often. Milliseconds. */
const LOOK_MS = 60_000;
const RETRY_MS = 1_000;
/** No step runs for longer: whatever happened before, its time is out. */
const RECENT_MS = 36 * 60 * 60_000;

export class TimeKeeper {
  readonly #meetings: Meetings;
  readonly #log: Log;
  readonly #rooms = new Map<Room, RoomTime>();
  readonly #unwatch: () => void;

  constructor(meetings: Meetings, log: Log) {
    this.#meetings = meetings;
    this.#log = log;
    this.#unwatch = meetings.watch({
      opened: (room) => this.#rooms.set(room, new RoomTime(room, log)),
      left: (room) => this.#leave(room)
    });
  }

  /** After a start nobody may have come back yet, and a step still closes in time: takes the rooms of late into memory. */
  async start(): Promise<void> {
    try {
      for (const meeting of await this.#meetings.log.since(Date.now() - RECENT_MS))
        await this.#meetings.room(meeting);
    } catch (error) {
      // Whoever comes to a meeting brings its room into memory all the same.
      this.#log.warn({ code: errorCode(error) }, 'running steps not read');
    }
  }

  close(): void {
    this.#unwatch();
    for (const room of this.#rooms.keys()) this.#leave(room);
  }

  #leave(room: Room): void {
    this.#rooms.get(room)?.stop();
    this.#rooms.delete(room);
  }
}

class RoomTime {
  readonly #room: Room;
  readonly #log: Log;
  readonly #unlisten: () => void;
  /** Set while a step is to close. */
  #release: (() => void) | undefined;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(room: Room, log: Log) {
    this.#room = room;
    this.#log = log;
    this.#unlisten = room.attend(() => this.#look());
    this.#look();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#unlisten();
    this.#release?.();
  }

  #look(): void {
    clearTimeout(this.#timer);
    if (this.#stopped) return;
    const next = nextToClose(this.#room.state);
    if (!next) {
      this.#release?.();
      this.#release = undefined;
      return;
    }
    this.#release ??= this.#room.listen(() => {});
    const left = next.endsAt - Date.now();
    if (left <= 0) void this.#close(next.prompt);
    else this.#wait(Math.min(left, LOOK_MS));
  }

  async #close(prompt: PromptId): Promise<void> {
    try {
      await this.#room.submit({ id: randomUUID(), name: 'CloseInTime', data: { prompt } }, MACHINE);
      // Where another node was first this one has read it by now; else its event has come.
      if (nextToClose(this.#room.state)?.prompt !== prompt) return this.#look();
    } catch (error) {
      this.#log.warn({ code: errorCode(error), meeting: this.#room.meeting }, 'not closed in time');
    }
    if (!this.#stopped) this.#wait(RETRY_MS);
  }

  #wait(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), milliseconds);
    this.#timer.unref();
  }
}

/** The step that closes by itself, with the end of its time; none where it stands. */
export function nextToClose(state: MeetingState): { prompt: PromptId; endsAt: number } | undefined {
  for (const id of state.agenda) {
    const prompt = state.prompts[id];
    if (prompt?.stage !== 'open' || !prompt.closes || !prompt.timer) continue;
    if ('endsAt' in prompt.timer) return { prompt: id, endsAt: prompt.timer.endsAt };
  }
  return undefined;
}
