/**
 * A participant's way out: every note, change and withdrawal is a letter that is kept until the server has answered it.
 * A letter keeps its command id over retries, reloads and reconnects, so that it arrives once.
 */
import type { Request } from '../domain/meeting/commands.ts';
import type { Fields } from '../domain/kinds/kind.ts';
import type { Pledge } from '../domain/meeting/pledge.ts';
import { RETRY_CODES } from '../protocol/protocol.ts';
import type { Ack } from '../protocol/protocol.ts';
import { newId } from './ids.ts';
import { openStore } from './store.ts';
import type { LetterStore } from './store.ts';

type Kind = 'SubmitNote' | 'ChangeNote' | 'WithdrawNote';

export interface Letter {
  /** The command's id. */
  id: string;
  meeting: string;
  /** Participant that wrote it: another person on the same phone does not send it. */
  author: string;
  kind: Kind;
  note: string;
  prompt: string;
  fields: Fields;
  /** What the phone promised as it was written. */
  pledge?: Pledge;
  /** Order of writing. */
  order: number;
  /** Why the server refused it; it then stays until its author has done something about it. */
  refused?: string;
}

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
  readonly #settled: (letter: Letter, ack: Ack & { ok: true }) => void;
  #store: Promise<LetterStore> | undefined;
  #order = Date.now();
  #running = false;
  #wake: (() => void) | undefined;
  /** The net came back, or something was written, since the latest letter went. */
  #hurried = false;
  #stopped = false;

  /** `settled` is told of each letter that the server has stored. */
  constructor(
    meeting: string,
    author: string,
    post: Post,
    settled: (letter: Letter, ack: Ack & { ok: true }) => void
  ) {
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

  /** Adds a letter. One about a note that has not left yet takes the place of the earlier one. */
  add(kind: Kind, note: string, prompt: string, fields: Fields, pledge?: Pledge): void {
    const letter: Letter = {
      id: newId(),
      meeting: this.#meeting,
      author: this.#author,
      kind,
      note,
      prompt,
      fields,
      pledge,
      order: ++this.#order
    };
    const refused = this.items.filter((item) => item.letter.note === note && item.state === 'refused');
    for (const item of refused) this.#drop(item.letter.id);
    // A refused note never reached anybody: changing it is sending it, withdrawing it is forgetting it.
    if (refused.some((item) => item.letter.kind === 'SubmitNote')) {
      if (kind === 'WithdrawNote') return;
      if (kind === 'ChangeNote') letter.kind = 'SubmitNote';
    }
    this.items = [...this.items, { letter, state: 'sending' }];
    void this.#store?.then((store) => store.put(letter));
    this.hurry();
  }

  /** Forgets a refused letter. */
  discard(id: string): void {
    this.#drop(id);
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
          this.#refuse(next.letter, ack.message);
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

function toCommand({ id, kind, note, prompt, fields, pledge }: Letter): Request & { id: string } {
  switch (kind) {
    case 'SubmitNote':
      return { id, name: kind, data: { note, prompt, fields, ...(pledge ? { pledge } : {}) } };
    case 'ChangeNote':
      return { id, name: kind, data: { note, fields, ...(pledge ? { pledge } : {}) } };
    case 'WithdrawNote':
      return { id, name: kind, data: { note } };
  }
}
