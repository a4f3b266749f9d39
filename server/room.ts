/**
 * One meeting in memory: takes commands, decides, stores, tells. Whatever arrives while a commit is under way goes into
 * the next one. The state is always what is stored; nothing is acknowledged or shown before that.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { decide } from '../src/lib/domain/meeting/decide.ts';
import type { Command, MachineRequest, Request } from '../src/lib/domain/meeting/commands.ts';
import { draftOf, finished } from '../src/lib/domain/meeting/draft.ts';
import { rewrites } from '../src/lib/domain/meeting/erasing.ts';
import { extend, fold } from '../src/lib/domain/meeting/evolve.ts';
import type { Recorded } from '../src/lib/domain/meeting/events.ts';
import type { Actor, CommandId, MeetingId } from '../src/lib/domain/meeting/ids.ts';
import type { Refusal } from '../src/lib/domain/meeting/refusal.ts';
import { EMPTY } from '../src/lib/domain/meeting/state.ts';
import type { MeetingState } from '../src/lib/domain/meeting/state.ts';
import type { EventLog } from './event-log.ts';
import { errorCode } from './log.ts';
import type { Log } from './log.ts';
import { Recent } from './recent.ts';
import type { Snapshots } from './snapshots.ts';

export type Outcome = { ok: true; seq: number } | { ok: false; refusal: Refusal };

/** Told after each commit: the events, in order, the state after the last, and whether it was this node's own. */
export type Listener = (events: readonly Recorded[], state: MeetingState, own: boolean) => void;

interface Waiting {
  command: Command;
  resolve(outcome: Outcome): void;
  reject(error: unknown): void;
}

const MAX_BATCH = 500;
const MAX_QUEUE = 5_000;
/** For so long a lost race is run again, in milliseconds: a phone waits four seconds. */
const RACE_MS = 3_000;
/** Who wrote last is ahead in the next race too: after so many lost ones it is asked to let us through. */
const LOST_BEFORE_ASKING = 2;
/** The longest pause after a lost race, and how long a node lets another through, in milliseconds. */
const LONGEST_PAUSE_MS = 50;
const TURN_MS = 100;
const TAIL = 1_000;
const SNAPSHOT_EVERY = 200;
const REMEMBERED = 2_000;

/** Rejected commands may be sent again with the same id: whether they were stored is found out then. */
export class Unavailable extends Error {
  readonly code = 'unavailable';
}

export class Room {
  readonly meeting: MeetingId;
  readonly #log: EventLog;
  readonly #snapshots: Snapshots;
  readonly #notes: Log;
  readonly #listeners = new Set<Listener>();
  readonly #attendants = new Set<Listener>();
  /** Answers by actor and command id, so that a retry gets the same one: also a refusal. */
  readonly #answers = new Recent<string, Outcome>(REMEMBERED);
  #state: MeetingState = EMPTY;
  #tail: Recorded[] = [];
  #queue: Waiting[] = [];
  #working: Promise<void> | undefined;
  /** Set when a commit failed or another node wrote: read on before deciding again. */
  #stale = true;
  #snapshotAt = 0;
  /** Until then the next number is left to another node. */
  #leftUntil = 0;
  /** Milliseconds that the latest commits took, for the bench and the metrics. */
  readonly commits: number[] = [];
  usedAt = Date.now();

  constructor(meeting: MeetingId, log: EventLog, snapshots: Snapshots, notes: Log) {
    this.meeting = meeting;
    this.#log = log;
    this.#snapshots = snapshots;
    this.#notes = notes;
  }

  /** What is stored, as far as this node has read. */
  get state(): MeetingState {
    return this.#state;
  }

  /** Whether something has been missed and not yet read. */
  get stale(): boolean {
    return this.#stale;
  }

  get busy(): boolean {
    return this.#listeners.size > 0 || this.#working !== undefined;
  }

  /** Asks for something. Rejects with `code: 'unavailable'` when it cannot be said whether it was stored. */
  submit(request: (Request | MachineRequest) & { id: CommandId }, by: Actor): Promise<Outcome> {
    this.usedAt = Date.now();
    const known = this.#answers.get(keyOf(by, request.id));
    if (known) return Promise.resolve(known);
    if (this.#queue.length >= MAX_QUEUE) return Promise.reject(new Unavailable('queue'));
    const command = { ...request, by, at: Date.now() };
    return new Promise((resolve, reject) => {
      this.#queue.push({ command, resolve, reject });
      this.#work();
    });
  }

  /** Reads on, e.g. because another node has written. Resolves when the state is at least as new as the database was. */
  refresh(): Promise<void> {
    this.#stale = true;
    this.#leftUntil = 0;
    this.#work();
    return this.#working ?? Promise.resolve();
  }

  /** Leaves the next number to another node: until that one has written, or a moment has passed. */
  leaveTurn(): void {
    this.#leftUntil = Date.now() + TURN_MS;
  }

  /** The events after that number: from memory where they are, else from the database. */
  async readAfter(seq: number, limit: number): Promise<Recorded[]> {
    const first = this.#tail[0]?.seq ?? this.#state.seq + 1;
    if (seq + 1 >= first) return this.#tail.slice(seq + 1 - first, seq + 1 - first + limit);
    return this.#log.readAfter(this.meeting, seq, limit);
  }

  /** Calls after each commit until the returned function is called. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Like `listen`, but whoever attends does not keep the room in memory. */
  attend(listener: Listener): () => void {
    this.#attendants.add(listener);
    return () => this.#attendants.delete(listener);
  }

  #work(): void {
    this.#working ??= this.#drain().finally(() => {
      this.#working = undefined;
      if (this.#queue.length > 0) this.#work();
    });
  }

  async #drain(): Promise<void> {
    while (this.#stale || this.#queue.length > 0) {
      // What comes meanwhile goes into the same commit.
      while (Date.now() < this.#leftUntil) await wait(5);
      const batch = this.#queue.splice(0, MAX_BATCH);
      try {
        await this.#commit(batch);
      } catch (error) {
        this.#stale = true;
        this.#notes.warn(
          { code: errorCode(error), meeting: this.meeting, commands: batch.length },
          'not stored'
        );
        for (const { reject } of batch) reject(new Unavailable());
        // Without anybody waiting there is no hurry: the next command or poll tries again.
        if (this.#queue.length === 0) return;
      }
    }
  }

  /**
   * 1. Read on if need be. 2. Decide all against a provisional state. 3. Store. 4. Answer and tell.
   * What would be refused, or would change nothing, is decided on the newest state only, and not if it is stored
   * already: another node may have just opened the prompt, or taken this very command.
   */
  async #commit(batch: readonly Waiting[]): Promise<void> {
    let undecided = batch;
    let lookedUp = false;
    const until = Date.now() + RACE_MS;
    for (let lost = 0; Date.now() < until;) {
      if (this.#stale) await this.#readOn();
      const { events, state, outcomes, idle } = this.#decideAll(undecided);
      if (idle && !lookedUp) {
        // First the commands, then the state: what is stored in between is met when reading on.
        undecided = await this.#answerStored(undecided);
        lookedUp = true;
        this.#stale = true;
        continue;
      }
      const started = performance.now();
      const appended = await this.#log.append(this.meeting, events);
      if (appended.ok) {
        if (events.length > 0) this.#timed(performance.now() - started);
        const erased = events.findLast(rewrites);
        if (!erased) this.#take(events, state, true);
        // Stored it is all the same.
        else await this.#foldAnew(erased.seq, true).catch(() => (this.#stale = true));
        undecided.forEach(({ command, resolve }, index) => {
          const outcome = outcomes[index] as Outcome;
          this.#answers.set(keyOf(command.by, command.id), outcome);
          resolve(outcome);
        });
        return;
      }
      this.#stale = true;
      if (appended.conflict === 'command') undecided = await this.#answerStored(undecided);
      await this.#pauseAfter(++lost);
    }
    throw new Unavailable('conflicts');
  }

  /** Two that lost the same race must not start the next one together. */
  async #pauseAfter(lost: number): Promise<void> {
    if (lost < LOST_BEFORE_ASKING) return;
    await this.#log.askForTurn(this.meeting);
    await wait(Math.random() * Math.min(2 ** lost, LONGEST_PAUSE_MS));
  }

  /** All on one draft: a copy of 5,000 notes for each command of a batch would hold everybody up. */
  #decideAll(batch: readonly Waiting[]) {
    const draft = draftOf(this.#state);
    let idle = false;
    const events: Recorded[] = [];
    const outcomes = batch.map(({ command }): Outcome => {
      const known = this.#answers.get(keyOf(command.by, command.id));
      if (known) return known;
      if (events.some((event) => event.command === command.id)) {
        const last = events.findLast((event) => event.command === command.id)!;
        return sameActor(last.by, command.by) ? { ok: true, seq: last.seq } : taken;
      }
      const decision = decide(draft, command);
      if (!decision.ok || decision.events.length === 0) idle = true;
      if (!decision.ok) return decision;
      const { by, at, id } = command;
      const recorded = decision.events.map(
        (fact, index) => ({ ...fact, seq: draft.seq + 1 + index, at, by, command: id }) as Recorded
      );
      extend(draft, recorded);
      events.push(...recorded);
      return { ok: true, seq: draft.seq };
    });
    return { events, state: finished(draft), outcomes, idle };
  }

  /** Commands that are stored already, after a lost answer or on another node, get the answer that they had. */
  async #answerStored(batch: readonly Waiting[]): Promise<readonly Waiting[]> {
    const stored = await this.#log.findCommands(
      this.meeting,
      batch.map(({ command }) => command.id)
    );
    const byId = new Map(stored.map((one) => [one.command, one]));
    return batch.filter(({ command, resolve }) => {
      const found = byId.get(command.id);
      if (!found) return true;
      const outcome: Outcome = sameActor(found.by, command.by) ? { ok: true, seq: found.seq } : taken;
      this.#answers.set(keyOf(command.by, command.id), outcome);
      resolve(outcome);
      return false;
    });
  }

  async #readOn(): Promise<void> {
    // Before reading: a notice that comes meanwhile means reading once more.
    this.#stale = false;
    if (this.#state.seq === 0) {
      const snapshot = await this.#snapshots.read(this.meeting);
      if (snapshot) this.#state = snapshot;
      this.#snapshotAt = this.#state.seq;
    }
    for await (const page of this.#log.allAfter(this.meeting, this.#state.seq)) {
      // Not where all of it is read anyhow.
      const erased = page.findLast(rewrites);
      if (erased && this.#state.seq > 0) return this.#foldAnew(erased.seq, false);
      this.#take(page, fold(this.#state, page), false);
      for (const event of page)
        this.#answers.set(keyOf(event.by, event.command), { ok: true, seq: event.seq });
    }
  }

  /**
   * An answer has been erased by the event of that number: others that this node knows have been rewritten for it. All is read anew,
   * and what is new is told.
   */
  async #foldAnew(erasedBy: number, own: boolean): Promise<void> {
    const before = this.#state.seq;
    let state = EMPTY;
    let tail: Recorded[] = [];
    const news: Recorded[] = [];
    for await (const page of this.#log.allAfter(this.meeting, 0)) {
      const erasedSince = page.findLast((event) => rewrites(event) && event.seq > erasedBy);
      // What was read until here may have been rewritten meanwhile.
      if (erasedSince) return this.#foldAnew(erasedSince.seq, own);
      state = fold(state, page);
      tail = [...tail, ...page].slice(-TAIL);
      news.push(...page.filter(({ seq }) => seq > before));
    }
    this.#tail = tail.filter(({ seq }) => seq <= before);
    this.#take(news, state, own);
    for (const event of news) this.#answers.set(keyOf(event.by, event.command), { ok: true, seq: event.seq });
  }

  #take(events: readonly Recorded[], state: MeetingState, own: boolean): void {
    if (events.length === 0) return;
    this.#state = state;
    this.#tail.push(...events);
    if (this.#tail.length > 2 * TAIL) this.#tail = this.#tail.slice(-TAIL);
    for (const listener of [...this.#listeners, ...this.#attendants]) listener(events, state, own);
    if (state.seq - this.#snapshotAt >= SNAPSHOT_EVERY) {
      this.#snapshotAt = state.seq;
      this.#snapshots.write(this.meeting, state).catch((error: unknown) => {
        this.#notes.warn({ code: errorCode(error), meeting: this.meeting }, 'no snapshot');
      });
    }
  }

  #timed(milliseconds: number): void {
    this.commits.push(milliseconds);
    if (this.commits.length > 1_000) this.commits.splice(0, 500);
  }
}

const taken: Outcome = { ok: false, refusal: { code: 'id-taken' } };

function keyOf(by: Actor, command: CommandId): string {
  return `${by.role} ${by.id} ${command}`;
}

function sameActor(a: Actor, b: Actor): boolean {
  return a.role === b.role && a.id === b.id;
}
