/**
 * A participant's way out: every note, change, withdrawal, answer and ballot is a letter that is kept until the server has answered
 * it. A letter keeps its command id over retries, reloads and reconnects, so that it arrives once.
 */
import type { Fields } from '../domain/kinds/kind.ts';
import type { Ballot } from '../domain/voting/ballot.ts';
import type { Request } from '../domain/meeting/commands.ts';
import type { Pledge } from '../domain/meeting/pledge.ts';
import { RETRY_CODES } from '../protocol/protocol.ts';
import type { Ack } from '../protocol/protocol.ts';
import { newId } from './ids.ts';
import { isBallot, isOfNote, isTap, toCommand } from './letter.ts';
import type { BallotLetter, Letter, NoteLetter, Tap } from './letter.ts';
import { openStore } from './store.ts';
import type { LetterStore } from './store.ts';

/** 'sending': under way. 'waiting': no answer yet, or no net. 'refused': see `message`. */
export interface OutboxItem {
  letter: Letter;
  state: 'sending' | 'waiting' | 'refused';
  message?: string;
}

/** Sends a command and answers the ack; rejects when none came. */
export type Post = (command: Request & { id: string }) => Promise<Ack>;

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 10_000;
/** A letter that has waited so long is shown as waiting, not as under way. */
const SENDING_MS = 2_500;

export class Outbox {
  items = $state.raw<readonly OutboxItem[]>([]);
  readonly #meeting: string;
  readonly #author: string;
  readonly #post: Post;
  readonly #settled: (letter: Letter, ack: Ack) => void;
  #store: Promise<LetterStore> | undefined;
  #order = Date.now();
  #running = false;
  /** Letters of which no try has been made: of all others the server may have heard. */
  readonly #fresh = new Set<string>();
  #wake: (() => void) | undefined;
  /** The net came back, or something was written, since the latest letter went. */
  #hurried = false;
  #stopped = false;

  /** `settled` is told of each letter that the server has stored or refused. */
  constructor(meeting: string, author: string, post: Post, settled: (letter: Letter, ack: Ack) => void) {
    this.#meeting = meeting;
    this.#author = author;
    this.#post = post;
    this.#settled = settled;
  }

  /** Takes up what an earlier visit left, and starts to send. */
  async start(): Promise<void> {
    this.#stopped = false;
    this.#store = openStore();
    const left = (await (await this.#store).all(this.#meeting)).filter(
      (letter) => letter.author === this.#author
    );
    const known = new Set(this.items.map(({ letter }) => letter.id));
    const found = left
      .filter((letter) => !known.has(letter.id))
      .map((letter): OutboxItem => ({
        letter,
        state: letter.refused ? 'refused' : 'waiting',
        message: letter.refused
      }));
    this.items = [...found, ...this.items];
    this.#run();
  }

  stop(): void {
    this.#stopped = true;
    this.#wake?.();
  }

  /** Tries again at once, e.g. because the net is back. */
  hurry(): void {
    this.#hurried = true;
    this.#wake?.();
    this.#run();
  }

  /** Adds a letter. A note that never left is taken back without asking anybody. One about a note that has not left yet takes the place of the earlier one. */
  add(kind: NoteLetter['kind'], note: string, prompt: string, fields: Fields, pledge?: Pledge): void {
    const letter: NoteLetter = { ...this.#cover(), kind, note, prompt, fields, pledge };
    const refused = this.#about(note).filter((one) => one.refused !== undefined);
    for (const { id } of refused) this.#drop(id);
    if (kind === 'WithdrawNote' && this.#isUnsent(note)) {
      for (const { id } of this.#about(note)) this.#drop(id);
      return;
    }
    // A refused note never reached anybody: changing it is sending it, withdrawing it is forgetting it.
    if (refused.some((one) => one.kind === 'SubmitNote')) {
      if (kind === 'WithdrawNote') return;
      if (kind === 'ChangeNote') letter.kind = 'SubmitNote';
    }
    this.#put(letter);
  }

  /** Adds an answer. */
  tap(tap: Tap): void {
    this.#put({ ...this.#cover(), ...tap });
  }

  /**
   * Adds a ballot, which takes the place of those about the same vote that have not left or were refused. One that may have
   * left is sent until it is answered: else it could arrive behind this one, and count.
   */
  cast(prompt: string, ballot: Ballot): void {
    const former = this.items.filter(
      ({ letter, state }) =>
        isBallot(letter) &&
        letter.data.prompt === prompt &&
        (state === 'refused' || this.#fresh.has(letter.id))
    );
    for (const { letter } of former) this.#drop(letter.id);
    const letter: BallotLetter = { ...this.#cover(), kind: 'CastBallot', data: { prompt, ballot } };
    this.#put(letter);
  }

  /** Forgets a refused letter. */
  discard(id: string): void {
    this.#drop(id);
  }

  /** Nobody has heard of it: not the server, and no earlier page, of which nothing is known. */
  #isUnsent(note: string): boolean {
    const about = this.#about(note);
    return about.some(({ kind }) => kind === 'SubmitNote') && about.every(({ id }) => this.#fresh.has(id));
  }

  #about(note: string): NoteLetter[] {
    return this.items.flatMap(({ letter }) => (isOfNote(letter) && letter.note === note ? [letter] : []));
  }

  #cover() {
    return { id: newId(), meeting: this.#meeting, author: this.#author, order: ++this.#order };
  }

  #put(letter: Letter): void {
    this.#fresh.add(letter.id);
    this.items = [...this.items, { letter, state: 'sending' }];
    void this.#store?.then((store) => store.put(letter));
    this.hurry();
  }

  /** One after the other, in the order of writing: a change never overtakes its note. */
  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    let pause = FIRST_PAUSE;
    try {
      for (;;) {
        const next = this.items.find((item) => item.state !== 'refused');
        if (!next || this.#stopped) return;
        this.#hurried = false;
        const ack = await this.#send(next.letter);
        if (ack?.ok) {
          this.#settled(next.letter, ack);
          this.#drop(next.letter.id);
          pause = FIRST_PAUSE;
        } else if (ack && !RETRY_CODES.has(ack.code) && ack.code !== 'signed-out') {
          this.#settled(next.letter, ack);
          // What was asked is not asked any more: there is nothing that anybody could do about the answer.
          if (isTap(next.letter)) this.#drop(next.letter.id);
          else this.#refuse(next.letter, ack.message);
        } else {
          this.#mark(next.letter.id, { state: 'waiting' });
          if (!this.#hurried) await this.#pause(pause);
          pause = this.#hurried ? FIRST_PAUSE : Math.min(pause * 2, LONGEST_PAUSE);
        }
      }
    } finally {
      this.#running = false;
    }
  }

  async #send(letter: Letter): Promise<Ack | undefined> {
    const slow = setTimeout(() => this.#mark(letter.id, { state: 'waiting' }), SENDING_MS);
    this.#fresh.delete(letter.id);
    try {
      return await this.#post(toCommand(letter));
    } catch {
      return undefined;
    } finally {
      clearTimeout(slow);
    }
  }

  #refuse(letter: Letter, message: string): void {
    const refused = { ...letter, refused: message };
    this.#mark(letter.id, { letter: refused, state: 'refused', message });
    void this.#store?.then((store) => store.put(refused));
  }

  #mark(id: string, change: Partial<OutboxItem>): void {
    this.items = this.items.map((item) => (item.letter.id === id ? { ...item, ...change } : item));
  }

  #drop(id: string): void {
    this.#fresh.delete(id);
    this.items = this.items.filter((item) => item.letter.id !== id);
    void this.#store?.then((store) => store.remove(id));
  }

  /** Jittered, so that 45 phones do not come back in the same instant. */
  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds * (0.5 + Math.random()));
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
