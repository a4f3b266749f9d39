/**
 * What the phones of one meeting are asked while the room finds together. A person keeps a question until it is answered or what
 * it is about no longer stands; what a phone shows of it is taken back when a leader hides it.
 */
import type { Prior } from '../src/lib/domain/clustering/placer.ts';
import type { Ground } from '../src/lib/domain/finding/answers.ts';
import { Outlook } from '../src/lib/domain/finding/outlook.ts';
import { ownUnsorted, seeQuestion } from '../src/lib/domain/finding/see-question.ts';
import type { Asked } from '../src/lib/domain/finding/see-question.ts';
import type { Recorded } from '../src/lib/domain/meeting/events.ts';
import { rootOf } from '../src/lib/domain/meeting/cluster.ts';
import { groundOf, namedIn, sortsByThemes } from '../src/lib/domain/meeting/finding.ts';
import type { PersonId, PromptId } from '../src/lib/domain/meeting/ids.ts';
import { lyingIn } from '../src/lib/domain/meeting/lying.ts';
import type { Lying } from '../src/lib/domain/meeting/lying.ts';
import { isConcealed } from '../src/lib/domain/meeting/state.ts';
import type { MeetingState, Prompt } from '../src/lib/domain/meeting/state.ts';
import type { QuestionMessage } from '../src/lib/protocol/protocol.ts';
import type { Machine } from './clustering/machine.ts';
import type { Room } from './room.ts';

/** Language is not waited for longer than this, in milliseconds: questions can be asked without it. */
const PRIORS_MS = 3_000;
/** What the count on a phone promises: who goes on is asked more. */
const ENOUGH = 8;
/** What to ask is weighed pair by pair: of more clusters than these, that would hold up the room. The largest, then as they came. */
const MOST_CLUSTERS = 300;

export class Asking {
  readonly #machine: Machine;
  readonly #room: Room;
  readonly #tell: (person: PersonId, message: QuestionMessage) => void;
  readonly #people: () => Iterable<PersonId>;
  /** What each person was asked last; null: nothing more; undefined: to be asked when somebody looks, or nothing while the words are hidden. */
  readonly #asked = new Map<PersonId, { asked: Asked | null | undefined; told: string; at: number }>();
  #priors: readonly Prior[] = [];
  #outlook: { state: MeetingState; priors: readonly Prior[]; outlook: Outlook } | undefined;
  #prompt: PromptId | undefined;
  /** Whom to look at, and whether what still stands is told anew. */
  readonly #waiting = new Map<PersonId, boolean>();
  #begun = false;
  #working = false;
  #stopped = false;

  /** `people` are the participants whose phones are connected. */
  constructor(
    machine: Machine,
    room: Room,
    people: () => Iterable<PersonId>,
    tell: (person: PersonId, message: QuestionMessage) => void
  ) {
    this.#machine = machine;
    this.#room = room;
    this.#people = people;
    this.#tell = tell;
    if (finding(room.state)) void this.#begin();
  }

  /** Somebody's phone has come, perhaps once more. */
  greet(person: PersonId): void {
    if (!this.#begun) return;
    this.#asked.delete(person);
    this.#ask([person]);
  }

  /**
   * Somebody has answered, and it was taken; `since`: when it came. Where nothing came of it, because it had been said or the two
   * had become one, no event tells: the phone waits for a question all the same.
   */
  answered(person: PersonId, since: number): void {
    const told = this.#asked.get(person)?.at ?? -Infinity;
    if (this.#begun && !this.#waiting.has(person) && told < since) this.greet(person);
  }

  happened(events: readonly Recorded[]): void {
    const on = finding(this.#room.state);
    if (on?.id !== this.#prompt) {
      this.#end();
      if (on) void this.#begin();
      return;
    }
    if (!on || !this.#begun) return;
    // A new question for those who answered; the others keep theirs for as long as it stands.
    const answered = events.flatMap((event) => (answers(event) ? [event.by.id] : []));
    for (const id of answered) this.#asked.delete(id);
    if (events.some(moves)) void this.#learnMore(on.id);
    this.#ask(answered);
    if (events.some(reopens)) this.#forgetDone();
    if (events.some(rewrites)) this.#ask(this.#people());
    else if (events.some(moves)) this.#ask(this.#people(), false);
  }

  stop(): void {
    this.#stopped = true;
  }

  async #begin(): Promise<void> {
    const on = finding(this.#room.state)!;
    this.#prompt = on.id;
    await Promise.race([this.#learn(on.id), pause(PRIORS_MS)]);
    if (this.#prompt !== on.id || this.#stopped) return;
    this.#begun = true;
    this.#ask(this.#people());
  }

  #end(): void {
    const { state } = this.#room;
    const prompt = state.prompts[this.#prompt ?? ''];
    if (prompt) for (const person of this.#people()) this.#say(person, prompt, null);
    this.#prompt = undefined;
    this.#begun = false;
    this.#priors = [];
    this.#asked.clear();
    this.#waiting.clear();
  }

  /** What language holds to be likely, as the clusters lie now. */
  async #learn(prompt: PromptId): Promise<void> {
    const about = (state: MeetingState, one: Prompt) => largestIn(state, one).clusters.map(({ id }) => id);
    const priors = await this.#machine.priors(this.#room, prompt, about).catch(() => undefined);
    if (priors && this.#prompt === prompt) this.#priors = priors;
  }

  /** Language may know what is worth asking now that clusters lie otherwise. */
  async #learnMore(prompt: PromptId): Promise<void> {
    const before = this.#priors;
    await this.#learn(prompt);
    if (this.#priors === before || !this.#begun) return;
    this.#forgetDone();
    this.#ask(this.#people(), false);
  }

  /** Who had no question left may have one now. */
  #forgetDone(): void {
    for (const [person, known] of this.#asked) {
      if (known.asked === null) this.#asked.set(person, { ...known, asked: undefined });
    }
  }

  /** One person after the other, each in a turn of its own: the room must not wait for all of them. */
  #ask(people: Iterable<PersonId>, anew = true): void {
    for (const person of people) this.#waiting.set(person, anew || this.#waiting.get(person) === true);
    if (!this.#working) void this.#work();
  }

  async #work(): Promise<void> {
    this.#working = true;
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      const [next] = this.#waiting;
      const prompt = finding(this.#room.state);
      if (!next || !prompt || this.#stopped) break;
      this.#waiting.delete(next[0]);
      this.#askOne(prompt, ...next);
    }
    this.#working = false;
  }

  #askOne(prompt: Prompt, person: PersonId, anew: boolean): void {
    const { state } = this.#room;
    const known = this.#asked.get(person);
    if (known?.asked === null) return;
    let asked = known?.asked;
    let question = asked && seeQuestion(state, prompt, person, asked);
    if (question && !anew) return;
    if (!question) {
      asked = isConcealed(prompt) ? undefined : this.#next(state, prompt, person);
      question = asked && seeQuestion(state, prompt, person, asked);
    }
    const told = JSON.stringify(question ?? null);
    this.#asked.set(person, {
      asked: asked ?? (isConcealed(prompt) ? undefined : null),
      told,
      at: performance.now()
    });
    if (known?.told !== told) this.#say(person, prompt, question ?? null);
  }

  #next(state: MeetingState, prompt: Prompt, person: PersonId): Asked | undefined {
    if (sortsByThemes(prompt)) {
      const [note] = ownUnsorted(state, prompt, person);
      return note === undefined ? undefined : { kind: 'theme', note };
    }
    return this.#outlookOn(state, prompt).ask(person);
  }

  /** Made once for all who are asked in the same state. */
  #outlookOn(state: MeetingState, prompt: Prompt): Outlook {
    const priors = this.#priors;
    if (this.#outlook?.state !== state || this.#outlook.priors !== priors) {
      this.#outlook = { state, priors, outlook: new Outlook(largestIn(state, prompt), priors) };
    }
    return this.#outlook.outlook;
  }

  #say(person: PersonId, prompt: Prompt, question: QuestionMessage['question']): void {
    const { state } = this.#room;
    const asked = prompt.answers.filter(({ by }) => by === person).length + laidBy(state, prompt, person);
    const left = question?.kind === 'theme' ? ownUnsorted(state, prompt, person).length : ENOUGH - asked;
    const of = question ? asked + Math.max(1, left) : asked;
    this.#tell(person, { prompt: prompt.id, question, asked, of });
  }
}

/** They are the same for as long as no note is another: an answer touches none. */
const LARGEST = new WeakMap<Lying, Ground['clusters']>();

/** What people are asked about. */
function largestIn(state: MeetingState, prompt: Prompt): Ground {
  const lying = lyingIn(state, prompt.id);
  let clusters = LARGEST.get(lying);
  if (!clusters) {
    const all = [...groundOf(state, prompt).clusters];
    LARGEST.set(lying, (clusters = all.sort((a, b) => b.size - a.size).slice(0, MOST_CLUSTERS)));
  }
  const { answers, apart } = prompt;
  return { clusters, rootOf: (id) => rootOf(state, id), answers, apart, named: namedIn(state, prompt) };
}

function finding({ agenda, prompts, phase }: MeetingState): Prompt | undefined {
  if (phase !== 'open') return undefined;
  return agenda.map((id) => prompts[id]).find((prompt) => prompt?.finding === 'on');
}

const LAID = new WeakMap<Lying, Map<PersonId, number>>();

/**
 * How many own notes somebody has laid in a theme, or in none. Counted for all at once: after each answer every phone is told how
 * far its owner has come.
 */
function laidBy(state: MeetingState, prompt: Prompt, person: PersonId): number {
  const lying = lyingIn(state, prompt.id);
  let laid = LAID.get(lying);
  if (!laid) {
    LAID.set(lying, (laid = new Map<PersonId, number>()));
    for (const { author, place, passed } of lying.notes) {
      if (place?.by === 'author' || passed !== undefined) laid.set(author, (laid.get(author) ?? 0) + 1);
    }
  }
  return laid.get(person) ?? 0;
}

function answers(event: Recorded): boolean {
  return event.by.role === 'participant' && ['AnswerGiven', 'NotesMoved', 'NotePassed'].includes(event.name);
}

/** Clusters lie otherwise: that ends some questions, but shuffles no other under somebody's thumb. */
function moves({ name }: Recorded): boolean {
  return ['ClustersMerged', 'NotesMoved', 'NotesSorted', 'NotesPutBack', 'NotesPlaced'].includes(name);
}

/** There may be something to ask of whom there was not; what others answer is not enough, or nobody would ever be done. */
function reopens(event: Recorded): boolean {
  return (
    moves(event) ||
    ['ClusterAdded', 'ClustersLetTogether', 'ClusterNamed', 'NoteRestored'].includes(event.name)
  );
}

/** May change the words that stand on a phone. */
function rewrites({ name }: Recorded): boolean {
  return name !== 'AnswerGiven' && name !== 'NotePassed' && !moves({ name } as Recorded);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
