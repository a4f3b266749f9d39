/**
 * A meeting as one page holds it: the view of its audience, kept up to date, and the ways to act on it.
 * Made on the server too, for the first paint; nothing touches the browser before `start`.
 */
import type { Suggestion } from '../domain/clustering/placer.ts';
import type { Dispute } from '../domain/finding/disputes.ts';
import type { Request } from '../domain/meeting/commands.ts';
import type { Fields } from '../domain/kinds/kind.ts';
import { EMPTY_VIEW, patched } from '../domain/meeting/view.ts';
import type { MeetingView, NoteView, Patch } from '../domain/meeting/view.ts';
import type { Ballot } from '../domain/voting/ballot.ts';
import type { WallPicture } from '../domain/wall/picture.ts';
import { RETRY_CODES } from '../protocol/protocol.ts';
import type {
  Ack,
  EventsMessage,
  HintsMessage,
  NamesMessage,
  PresenceMessage,
  QuestionMessage,
  ReloadMessage,
  SortAnswer,
  StateMessage,
  View,
  WallMessage
} from '../protocol/protocol.ts';
import { Connection } from './connection.ts';
import type { Connect, Link } from './connection.ts';
import { newId } from './ids.ts';
import { isAnswerTo, isBallot, isOfNote, isTap } from './letter.ts';
import type { BallotLetter, Letter, NoteLetter, Tap } from './letter.ts';
import { Outbox } from './outbox.svelte.ts';
import type { Kept } from './outbox.svelte.ts';
import { rename } from './rename.ts';
import type { Named, Naming } from './rename.ts';

export interface LiveOptions {
  meeting: string;
  view: View;
  /** The key of a wall's link. */
  key?: string;
  /** The participant's own id: whose letters the outbox sends. */
  participant?: string;
  /** What that participant is called. */
  name?: string;
  /** What the page was rendered with. */
  initial?: StateMessage;
  /** Walls that the page was rendered with. */
  walls?: readonly WallMessage[];
  /** Another way to the server than the browser's own, for programs that play a phone. */
  connect?: Connect;
}

/** 'offline' is said after five seconds only: a short gap is nobody's trouble. */
export type Status = 'connecting' | 'live' | 'offline' | 'reload';

/** A note of one's own that is not yet known to be stored, or was refused. */
export interface Pending {
  command: string;
  name: NoteLetter['kind'];
  note: string;
  prompt: string;
  /** Absent when the note is being withdrawn. */
  fields?: Fields;
  state: 'sending' | 'waiting' | 'refused';
  /** Why it was refused, as a sentence. */
  message?: string;
}

/** A ballot of one's own that is not yet known to be stored, or was refused. */
export interface PendingBallot {
  command: string;
  prompt: string;
  ballot: Ballot;
  state: 'sending' | 'waiting' | 'refused';
  message?: string;
}

const OFFLINE_MS = 5_000;
const RETRY_MS = 700;

export class LiveMeeting {
  view = $state.raw<MeetingView>(EMPTY_VIEW);
  presence = $state.raw<PresenceMessage>({ here: 0, joined: 0 });
  #answered = $state.raw<QuestionMessage | undefined>();
  #unheard = $state.raw<{ question: QuestionMessage; message: string } | undefined>();
  /** False until the server has said for the first time who is here. */
  presenceKnown = $state(false);
  /** What the machine would do otherwise, by prompt. Leaders only. */
  suggestions = $state.raw<Readonly<Record<string, readonly Suggestion[]>>>({});
  /** What the room is of two minds about, by prompt. Leaders only. */
  disputes = $state.raw<Readonly<Record<string, readonly Dispute[]>>>({});
  /** What this phone asks while the room finds together. */
  question = $state.raw<QuestionMessage | undefined>();
  /** Walls as the server has laid them, by prompt. Not for participants. */
  walls = $state.raw<Readonly<Record<string, WallPicture>>>({});
  /** What one is called now, where it is not as the page was made. Participants only. */
  me = $state.raw<NamesMessage['me']>();
  /** Words of the room that this phone may take up, by prompt. Participants only. */
  hints = $state.raw<Readonly<Record<string, readonly string[]>>>({});
  status = $state<Status>('connecting');
  /** What the server's clock is ahead of this machine's, in milliseconds. */
  #ahead = $state(0);
  /** Why the page must be loaded anew, or why there is no way to the server: 'portal', the net wants its own page seen first. */
  reason = $state<ReloadMessage['reason'] | 'portal' | undefined>();
  /** Leader's commands that have no answer yet. */
  unanswered = $state(0);
  readonly outbox: Outbox;
  /** What the server has said, up to #seq. `view` is that with one's own stored letters laid over it. */
  #held: MeetingView = EMPTY_VIEW;
  #seq: number | undefined;
  #laid: { letter: NoteLetter | BallotLetter; seq: number }[] = [];
  #connection: Link | undefined;
  #offline: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;
  /** The last of the leader's commands. */
  #turn: Promise<unknown> = Promise.resolve();
  readonly #options: LiveOptions;

  constructor(options: LiveOptions) {
    this.#options = options;
    if (options.initial) {
      this.#clock(options.initial.now);
      this.#hold(options.initial.state, options.initial.seq);
    }
    for (const message of options.walls ?? []) this.#hung(message);
    this.outbox = new Outbox(
      options.meeting,
      options.participant ?? '',
      (command) => this.#post(command),
      (letter, ack) => this.#settled(letter, ack),
      options.name
    );
  }

  /** The latest number that this page holds. */
  get seq(): number {
    return this.#seq ?? 0;
  }

  /** The server's time, by which the ends of timers are given: milliseconds since 1970. */
  now(): number {
    return Date.now() + this.#ahead;
  }

  /** Connects. In `onMount`. */
  start(): void {
    this.#stopped = false;
    const { meeting, view, key, participant, connect = (...how) => new Connection(...how) } = this.#options;
    this.#connection = connect({ meeting, view, key, as: participant }, () => this.#seq, {
      events: (message) => this.#took(message),
      state: (message) => this.#replaced(message),
      reload: (message) => this.#turnedAway(message),
      presence: (message) => this.#met(message),
      names: (message) => this.#called(message),
      suggestions: ({ prompt, list }) => (this.suggestions = { ...this.suggestions, [prompt]: list }),
      disputes: ({ prompt, list }) => (this.disputes = { ...this.disputes, [prompt]: list }),
      question: (message) => (this.question = message),
      hints: (message) => this.#hinted(message),
      wall: (message) => this.#hung(message),
      up: () => this.#up(),
      down: () => this.#down(),
      awake: () => void this.outbox.takeUp(),
      portal: (stands) => this.#portal(stands)
    });
    this.#connection.start();
    this.#down();
    if (view === 'participant') void this.outbox.start();
  }

  /** Leaves. When the page goes. */
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#offline);
    this.outbox.stop();
    this.#connection?.stop();
    this.#connection = undefined;
  }

  /**
   * A leader's command. Sent again with the same id until an answer comes; resolves with it. One after the other: on their way two may
   * overtake each other, and what a hand did last would not hold.
   */
  async send(request: Request): Promise<Ack> {
    this.unanswered++;
    const answer = this.#turn.then(() => this.#untilAnswered(request));
    this.#turn = answer;
    try {
      return await answer;
    } finally {
      this.unanswered--;
    }
  }

  /** Never rejects. */
  async #untilAnswered(request: Request): Promise<Ack> {
    const command = { ...request, id: newId() };
    for (;;) {
      const ack = await this.#post(command).catch(() => undefined);
      if (ack && (ack.ok || !RETRY_CODES.has(ack.code))) return ack;
      if (this.#stopped) return { ok: false, code: 'unavailable', message: '' };
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS * (0.5 + Math.random())));
    }
  }

  /** Answers what the room is asked, or lays one's own note in a theme: by the outbox, so that it survives a reload. */
  tap(tap: Tap): void {
    this.#unheard = undefined;
    this.outbox.tap(tap);
  }

  /** How far the answer to the question is; undefined: there is none yet. */
  get tapped(): 'sending' | 'waiting' | undefined {
    const item = this.outbox.items.find(({ letter }) => isTap(letter));
    if (item) return item.state === 'waiting' ? 'waiting' : 'sending';
    // Stored, and the next question is on its way.
    return this.question && this.#answered === this.question ? 'sending' : undefined;
  }

  /** Why the answer to this question was refused, as a sentence. */
  get tapTrouble(): string {
    return this.#unheard?.question === this.question ? (this.#unheard?.message ?? '') : '';
  }

  /** Where would the rest of the notes go, by the examples in the themes? Lays nothing. */
  sort(prompt: string): Promise<SortAnswer> {
    const silence: SortAnswer = { ok: false, code: 'unavailable', message: '' };
    return this.#connection?.sort(prompt).catch(() => silence) ?? Promise.resolve(silence);
  }

  /** Another name or organisation for the person whose phone this is. Asked once: who is told that it failed has the form at hand. */
  async rename(form: Naming): Promise<Named> {
    const { meeting, participant = '' } = this.#options;
    const answer = await rename(meeting, participant, form);
    if (answer.ok) this.#called({ me: answer.me });
    return answer;
  }

  /** Sends a note by the outbox; answers its id. */
  submitNote(prompt: string, fields: Fields): string {
    const note = newId();
    this.outbox.add('SubmitNote', note, prompt, fields, this.view.prompts[prompt]?.pledge);
    return note;
  }

  changeNote(note: string, fields: Fields): void {
    const prompt = this.#promptOf(note);
    this.outbox.add('ChangeNote', note, prompt, fields, this.view.prompts[prompt]?.pledge);
  }

  withdrawNote(note: string): void {
    this.outbox.add('WithdrawNote', note, this.#promptOf(note), {});
  }

  /** What is on its way out, in the order of writing. */
  get pending(): readonly Pending[] {
    return this.outbox.items.flatMap(({ letter, state, message }): Pending[] => {
      if (!isOfNote(letter)) return [];
      const { id, kind, note, prompt, fields } = letter;
      const base = { command: id, name: kind, note, prompt, state, message };
      return [kind === 'WithdrawNote' ? base : { ...base, fields }];
    });
  }

  /** Votes, or votes anew: the whole ballot, by the outbox. */
  castBallot(prompt: string, ballot: Ballot): void {
    this.outbox.cast(prompt, ballot);
  }

  /** Ballots that are on their way out, in the order of voting. */
  get ballots(): readonly PendingBallot[] {
    return this.outbox.items.flatMap(({ letter, state, message }): PendingBallot[] =>
      isBallot(letter) ? [{ command: letter.id, ...letter.data, state, message }] : []
    );
  }

  /** What other people have left on this phone, unsent. */
  get kept(): readonly Kept[] {
    return this.outbox.kept;
  }

  /** Forgets a refused command. */
  forget(command: string): void {
    this.outbox.discard(command);
  }

  #promptOf(note: string): string {
    const pending = this.pending.find((one) => one.note === note);
    return this.view.notes[note]?.prompt ?? pending?.prompt ?? '';
  }

  async #post(command: Request & { id: string }): Promise<Ack> {
    if (!this.#connection) throw new Error('not started');
    const ack = await this.#connection.post(command);
    // Over HTTPS the cookie of now is shown: the page may hear of it here before its socket does.
    if (!ack.ok && ack.code === 'somebody-else') this.#turnedAway({ reason: ack.code });
    return ack;
  }

  #hold(view: MeetingView, seq: number): void {
    this.#held = view;
    this.#seq = seq;
    this.#show();
  }

  #settled(letter: Letter, ack: Ack): void {
    if (!isTap(letter)) {
      if (ack.ok) this.#lay(letter, ack.seq);
      return;
    }
    // The next question may have come first; and what was tapped before a reload may be about another one.
    const { question } = this;
    if (!question?.question || !isAnswerTo(letter, question.question)) return;
    if (ack.ok) this.#answered = question;
    else this.#unheard = { question, message: ack.message };
  }

  /**
   * A stored letter stands in the view at once: its event may come a moment later. Then the event counts alone, since
   * the server has cleaned the text, and another phone of the same person may have changed it.
   */
  #lay(letter: NoteLetter | BallotLetter, seq: number): void {
    this.#laid.push({ letter, seq });
    this.#show();
  }

  #show(): void {
    this.#laid = this.#laid.filter(({ seq }) => seq > this.seq);
    this.view = patched(
      this.#held,
      this.#laid.map(({ letter }) => this.#patchOf(letter))
    );
  }

  #patchOf(letter: NoteLetter | BallotLetter): Patch {
    if (!isBallot(letter)) return { notes: { [letter.note]: this.#noteOf(letter) } };
    const prompt = this.#held.prompts[letter.data.prompt];
    if (!prompt?.vote) return {};
    return { prompts: { [prompt.id]: { ...prompt, vote: { ...prompt.vote, mine: letter.data.ballot } } } };
  }

  #noteOf({ kind, note, prompt, fields }: NoteLetter): NoteView | null {
    if (kind === 'WithdrawNote') return null;
    const stored: NoteView = { at: Date.now(), ...this.#held.notes[note], id: note, prompt, fields };
    // Where a leader looks first it waits, also what was hidden and says something else now.
    if (this.#held.prompts[prompt]?.moderation !== 'before') return stored;
    const { hidden: _hidden, ...waiting } = stored;
    return { ...waiting, held: true };
  }

  #clock(now: number): void {
    this.#ahead = now - Date.now();
  }

  #hinted({ prompt, words }: HintsMessage): void {
    this.hints = { ...this.hints, [prompt]: words };
  }

  #took({ events, now }: EventsMessage): void {
    this.#clock(now);
    const seq = this.#seq ?? 0;
    const fresh = events.filter((event) => event.seq > seq);
    if (fresh.length > 0) {
      if (this.#seq === undefined || fresh[0]!.seq !== seq + 1) {
        // A gap is never guessed over.
        this.#connection?.again();
        return;
      }
      const patches = fresh.map((event) => event.data);
      this.#hold(patched(this.#held, patches), fresh.at(-1)!.seq);
    }
    this.#live();
  }

  #replaced({ seq, state, now }: StateMessage): void {
    this.#clock(now);
    this.#hold(state, seq);
    this.#live();
  }

  #met(message: PresenceMessage): void {
    this.presence = message;
    this.presenceKnown = true;
  }

  /** Notes that this page does not hold come with their own event, under the new name. */
  #called({ notes = {}, me }: NamesMessage): void {
    if (me) {
      this.me = me;
      this.outbox.signAs(me.name);
    }
    const renamed = Object.entries(notes).flatMap(([id, by]) => {
      const note = this.#held.notes[id];
      return note ? [[id, { ...note, by }] as const] : [];
    });
    if (renamed.length === 0) return;
    this.#held = patched(this.#held, [{ notes: Object.fromEntries(renamed) }]);
    this.#show();
  }

  #hung({ prompt, picture }: WallMessage): void {
    const { [prompt]: _before, ...others } = this.walls;
    this.walls = picture === null ? others : { ...others, [prompt]: picture };
  }

  #turnedAway({ reason }: ReloadMessage): void {
    this.reason = reason;
    this.status = 'reload';
    clearTimeout(this.#offline);
    this.#connection?.stop();
    // What is left was written by somebody whom this phone no longer speaks for.
    if (reason === 'somebody-else') this.outbox.stop();
  }

  #live(): void {
    clearTimeout(this.#offline);
    this.#offline = undefined;
    this.status = 'live';
    this.#portal(false);
  }

  #portal(stands: boolean): void {
    if (this.status === 'reload') return;
    if (stands) this.reason = 'portal';
    else if (this.reason === 'portal') this.reason = undefined;
  }

  #up(): void {
    this.outbox.hurry();
    void this.outbox.takeUp();
  }

  #down(): void {
    if (this.status === 'reload') return;
    this.#offline ??= setTimeout(() => (this.status = 'offline'), OFFLINE_MS);
  }
}
