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
import { Tabs } from './tabs.ts';

/** 'sending': under way. 'waiting': no answer yet, or no net. 'refused': see `message`. */
export interface OutboxItem {
  letter: Letter;
  state: 'sending' | 'waiting' | 'refused';
  message?: string;
}

/** What somebody else wrote on this phone and did not get away: it waits for its author. */
export interface Kept {
  author: string;
  /** Empty where it is not known. */
  name: string;
  count: number;
}

/** Sends a command and answers the ack; rejects when none came. */
export type Post = (command: Request & { id: string }) => Promise<Ack>;

/** Of half of it to all of it. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 10_000;
/** A letter that has waited so long is shown as waiting, not as under way. */
const SENDING_MS = 2_500;
/** After these the letter stays as it is; what one may do about the last two is another page's matter. */
const KEEP_CODES: ReadonlySet<string> = new Set([...RETRY_CODES, 'signed-out', 'somebody-else']);

export class Outbox {
  items = $state.raw<readonly OutboxItem[]>([]);
  /** Of other people on this phone. Never sent from here. */
  kept = $state.raw<readonly Kept[]>([]);
  readonly #meeting: string;
  readonly #author: string;
  readonly #post: Post;
  readonly #settled: (letter: Letter, ack: Ack) => void;
  #name: string;
  #store: Promise<LetterStore> | undefined;
  #tabs: Tabs | undefined;
  /** Letters that have come to their end, here or in another tab. */
  readonly #done = new Set<string>();
  #order = 0;
  #running = false;
  /** Letters of which no try has been made: of all others the server may have heard. */
  readonly #fresh = new Set<string>();
  #wake: (() => void) | undefined;
  /** The net came back, or something was written, since the latest letter went. */
  #hurried = false;
  #stopped = false;

  /** `settled` is told of each letter that the server has stored or refused; `name` is the author's. */
  constructor(
    meeting: string,
    author: string,
    post: Post,
    settled: (letter: Letter, ack: Ack) => void,
    name = ''
  ) {
    this.#meeting = meeting;
    this.#author = author;
    this.#post = post;
    this.#settled = settled;
    this.#name = name;
  }

  /** The author is called that from now on. */
  signAs(name: string): void {
    this.#name = name;
  }

  /** Takes up what an earlier visit left, and starts to send. */
  async start(): Promise<void> {
    this.#stopped = false;
    this.#store = openStore();
    this.#tabs = new Tabs((id) => this.#forget(id));
    await this.takeUp();
  }

  /** Takes up what lies in the phone and is not known here: another tab of the same person may have left it and gone. */
  async takeUp(): Promise<void> {
    const letters = await (await this.#store)?.all(this.#meeting);
    if (!letters || this.#stopped) return;
    const known = new Set([...this.#done, ...this.items.map(({ letter }) => letter.id)]);
    const found = letters
      .filter(({ id, author }) => author === this.#author && !known.has(id))
      .map((letter): OutboxItem => ({
        letter,
        state: letter.refused ? 'refused' : 'waiting',
        message: letter.refused
      }));
    if (found.length > 0)
      this.items = [...found, ...this.items].sort((a, b) => a.letter.order - b.letter.order);
    this.kept = keptOf(letters.filter(({ author }) => author !== this.#author));
    void this.#run();
  }

  stop(): void {
    this.#stopped = true;
    this.#tabs?.close();
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
    // By the clock, which all tabs share; two in one instant stay apart.
    this.#order = Math.max(Date.now(), this.#order + 1);
    const [meeting, author, signed] = [this.#meeting, this.#author, this.#name];
    return { id: newId(), meeting, author, signed, order: this.#order };
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
        } else if (ack && !KEEP_CODES.has(ack.code)) {
          this.#settled(next.letter, ack);
          // What was asked is not asked any more: there is nothing that anybody could do about the answer.
          if (isTap(next.letter)) this.#drop(next.letter.id);
          else this.#refuse(next.letter, ack.message);
        } else {
          this.#stall();
          if (!this.#hurried) await this.#pause(pause);
          pause = this.#hurried ? FIRST_PAUSE : Math.min(pause * 2, LONGEST_PAUSE);
        }
      }
    } finally {
      this.#running = false;
    }
  }

  async #send(letter: Letter): Promise<Ack | undefined> {
    const slow = setTimeout(() => this.#stall(), SENDING_MS);
    this.#fresh.delete(letter.id);
    try {
      return await this.#post(toCommand(letter));
    } catch {
      return undefined;
    } finally {
      clearTimeout(slow);
    }
  }

  /** Where the first one waits, all behind it do. */
  #stall(): void {
    this.items = this.items.map((item) => (item.state === 'sending' ? { ...item, state: 'waiting' } : item));
  }

  #refuse(letter: Letter, message: string): void {
    const refused = { ...letter, refused: message };
    this.#mark(letter.id, { letter: refused, state: 'refused', message });
    void this.#store?.then((store) => store.put(refused));
  }

  #mark(id: string, change: Partial<OutboxItem>): void {
    this.items = this.items.map((item) => (item.letter.id === id ? { ...item, ...change } : item));
  }

  #forget(id: string): void {
    this.#done.add(id);
    this.#fresh.delete(id);
    this.items = this.items.filter((item) => item.letter.id !== id);
  }

  #drop(id: string): void {
    this.#forget(id);
    this.#tabs?.tell(id);
    void this.#store?.then((store) => store.remove(id));
  }

  /** Jittered, so that 45 phones do not come back in the same instant. */
  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds * (0.5 + Math.random() / 2));
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** By author, the notes of which something is still to be sent. An answer to a question of then is no loss, and what was refused was told. */
function keptOf(letters: readonly Letter[]): Kept[] {
  const kept = new Map<string, { name: string; notes: Set<string> }>();
  for (const letter of letters) {
    if (!isOfNote(letter) || letter.refused) continue;
    const { author, signed = '', note } = letter;
    const { notes } = kept.get(author) ?? { notes: new Set<string>() };
    kept.set(author, { name: signed, notes: notes.add(note) });
  }
  return [...kept].map(([author, { name, notes }]) => ({ author, name, count: notes.size }));
}
