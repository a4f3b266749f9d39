/**
 * The wall of one prompt: gathers what happens, has it laid out in the worker, stores it, and only then tells. Where another node
 * was first, its picture counts.
 */
import { setImmediate as breath } from 'node:timers/promises';
import { keptAs, nextLaying, WALL_AREA } from '../../src/lib/domain/wall/kept-wall.ts';
import type { KeptWall, Laying, WallNow } from '../../src/lib/domain/wall/kept-wall.ts';
import { strongestLinks } from '../../src/lib/domain/wall/layout/kin.ts';
import type { Link } from '../../src/lib/domain/wall/layout/kin.ts';
import type { WallInput, WallLayout, WallWord } from '../../src/lib/domain/wall/layout/wall-layout.ts';
import type { ClusterId, PromptId } from '../../src/lib/domain/meeting/ids.ts';
import { wallOf } from '../../src/lib/domain/meeting/wall-settings.ts';
import { within } from '../db/connect.ts';
import { errorCode } from '../log.ts';
import type { Log } from '../log.ts';
import type { Room } from '../room.ts';
import { ThreadError } from '../thread/thread.ts';
import type { Thread } from '../thread/thread.ts';
import type { WallStore } from './wall-store.ts';
import { wordsOn } from './words-on.ts';

/** What arrives together is laid together, in milliseconds. */
const GATHER_MS = 300;
/** Of so many cards a look at each takes a while: then less often. */
const MANY = 1_000;
const GATHER_MANY_MS = 500;
/** What came to another node is laid by that one, unless it is gone. */
const OTHERS_MS = 1_500;
/** Who is kin to whom is nice to know; a wall does not wait longer for it. */
const LINKS_MS = 1_500;
const RETRY_MS = 500;
const LONGEST_RETRY_MS = 30_000;
/** A wall with which the worker dies or hangs so often is tried seldom: others wait for their turn. */
const MAX_TRIES = 3;

export type WallWorker = Pick<Thread<WallInput, WallLayout>, 'ask'>;

export interface Tools {
  store: WallStore;
  worker: WallWorker;
  /** How alike these clusters are to each other and to the rest of the prompt's. */
  likenesses(room: Room, prompt: PromptId, about: readonly ClusterId[]): Promise<readonly Link[]>;
  log: Log;
}

export class LaidWall {
  readonly prompt: PromptId;
  readonly #room: Room;
  readonly #tools: Tools;
  readonly #told: (wall: KeptWall) => void;
  readonly #links = new Map<string, Link>();
  /** Clusters of which the machine has said to whom they are kin. */
  readonly #linked = new Set<ClusterId>();
  /** Of which it is being asked. */
  readonly #asking = new Set<ClusterId>();
  #kept: KeptWall | undefined;
  #timer: NodeJS.Timeout | undefined;
  #due = Infinity;
  #working = false;
  #tidy = false;
  #failures = 0;
  /** How often the worker has failed with this very wall. */
  #blamed = 0;
  #stopped = false;

  /** `kept`: as it was stored. `told` hears of each picture once it is stored. */
  constructor(
    room: Room,
    prompt: PromptId,
    kept: KeptWall | undefined,
    tools: Tools,
    told: (wall: KeptWall) => void
  ) {
    this.prompt = prompt;
    this.#room = room;
    this.#kept = kept;
    this.#tools = tools;
    this.#told = told;
  }

  get kept(): KeptWall | undefined {
    return this.#kept;
  }

  /** Something on it may have changed; `own`: this node has stored it. */
  changed(own: boolean): void {
    this.#wakeIn(this.#blamed >= MAX_TRIES ? LONGEST_RETRY_MS : own ? this.#gatherMs : OTHERS_MS);
  }

  /** A leader wants it in order; or something has left it that nobody may see any longer. */
  hurry({ tidy }: { tidy: boolean }): void {
    this.#tidy ||= tidy;
    this.#wakeIn(0);
  }

  /** What another node has stored. */
  adopt(kept: KeptWall): void {
    if (kept.picture.version <= (this.#kept?.picture.version ?? 0)) return;
    this.#kept = kept;
    this.#told(kept);
  }

  /** These are not what they were: to whom they are kin is asked anew. */
  forgetKin(clusters: readonly ClusterId[]): void {
    for (const id of clusters) this.#linked.delete(id);
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  get #gatherMs(): number {
    const cards = this.#room.state.prompts[this.prompt]?.notes.length ?? 0;
    return cards > MANY ? GATHER_MANY_MS : GATHER_MS;
  }

  #wakeIn(milliseconds: number): void {
    if (this.#stopped) return;
    const due = performance.now() + milliseconds;
    if (this.#timer && this.#due <= due) return;
    clearTimeout(this.#timer);
    this.#due = due;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#work();
    }, milliseconds);
    this.#timer.unref();
  }

  async #work(): Promise<void> {
    // What came meanwhile is looked at afterwards.
    if (this.#working) return this.#wakeIn(GATHER_MS);
    this.#working = true;
    try {
      await this.#lay();
      this.#failures = 0;
      this.#blamed = 0;
    } catch (error) {
      if (!this.#stopped) {
        if (error instanceof ThreadError && (error.code === 'died' || error.code === 'late')) this.#blamed++;
        this.#tools.log.warn({ code: errorCode(error), meeting: this.#room.meeting }, 'wall not laid');
        if (this.#blamed < MAX_TRIES)
          this.#wakeIn(Math.min(LONGEST_RETRY_MS, RETRY_MS * 2 ** this.#failures++));
      }
    } finally {
      this.#working = false;
    }
  }

  async #lay(): Promise<void> {
    const { state } = this.#room;
    const prompt = state.prompts[this.prompt];
    if (!prompt || prompt.removed) return;
    const tidy = this.#tidy;
    const now: WallNow & { seq: number } = {
      words: wordsOn(state, prompt),
      settings: wallOf(prompt),
      question: prompt.title,
      closed: prompt.stage === 'closed',
      tidy,
      at: Date.now(),
      seq: state.seq
    };
    // Others have their turn between what takes milliseconds of 5,000 cards.
    await breath();
    // Another node's may be adopted meanwhile: then this one is based on what no longer counts, and is not stored.
    const before = this.#kept;
    const { laying, again } = nextLaying(before, now);
    if (again) this.#wakeIn(again);
    if (!laying || now.settings.locked) this.#tidy = false;
    if (!laying) return;
    const layout = await this.#laidOut(laying);
    await breath();
    const kept = keptAs(before, laying, layout, now);
    await breath();
    if (this.#stopped) return;
    if (await this.#tools.store.write(this.#room.meeting, this.prompt, kept)) {
      if (tidy) this.#tidy = false;
      this.#kept = kept;
      this.#told(kept);
      return;
    }
    const other = await this.#tools.store.readOne(this.#room.meeting, this.prompt);
    if (other) this.adopt(other);
    this.#wakeIn(GATHER_MS);
  }

  async #laidOut(laying: Laying): Promise<WallLayout> {
    const { mode, standing, previous, face, question } = laying;
    await this.#learnKin(standing);
    const links = strongestLinks(this.#linksAmong(standing));
    return this.#tools.worker.ask(() => ({
      mode,
      words: standing,
      links,
      face,
      area: WALL_AREA,
      centre: question,
      ...(previous ? { previous } : {})
    }));
  }

  /** What is no longer on the wall would take the places of what is. */
  #linksAmong(standing: readonly WallWord[]): Link[] {
    const here = new Set(standing.map(({ id }) => id));
    for (const [key, { a, b }] of this.#links) if (!here.has(a) || !here.has(b)) this.#links.delete(key);
    for (const id of this.#linked) if (!here.has(id)) this.#linked.delete(id);
    return [...this.#links.values()];
  }

  /** Asks about clusters that are new. Without an answer in time the wall is laid all the same; a late one helps the next time. */
  async #learnKin(standing: readonly WallWord[]): Promise<void> {
    const { clusters } = this.#room.state;
    const unknown = standing.flatMap(({ id }) =>
      clusters[id] && !this.#linked.has(id) && !this.#asking.has(id) ? [id] : []
    );
    if (unknown.length === 0) return;
    for (const id of unknown) this.#asking.add(id);
    const learning = this.#tools
      .likenesses(this.#room, this.prompt, unknown)
      .then((links) => {
        for (const id of unknown) this.#linked.add(id);
        for (const link of links) this.#links.set(`${link.a} ${link.b}`, link);
      })
      .catch(() => undefined)
      .finally(() => {
        for (const id of unknown) this.#asking.delete(id);
      });
    await within(LINKS_MS, learning).catch(() => undefined);
  }
}
