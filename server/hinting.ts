/**
 * Words of the room for those phones of one meeting whose owners have sent a card of their own, where the leader has allowed it.
 * Never before: words of others would lead the first card. Never of a concealed wall.
 */
import { kindOf } from '../src/lib/domain/kinds/registry.ts';
import { rootOf } from '../src/lib/domain/meeting/cluster.ts';
import { groupOf } from '../src/lib/domain/meeting/groups.ts';
import type { NoteId, PersonId, PromptId } from '../src/lib/domain/meeting/ids.ts';
import { lyingIn } from '../src/lib/domain/meeting/lying.ts';
import type { Lying } from '../src/lib/domain/meeting/lying.ts';
import { isConcealed, stands } from '../src/lib/domain/meeting/state.ts';
import type { MeetingState, Note, Prompt } from '../src/lib/domain/meeting/state.ts';
import { foldKey } from '../src/lib/domain/text.ts';
import type { Word } from '../src/lib/domain/wall/words.ts';
import type { HintsMessage } from '../src/lib/protocol/protocol.ts';
import type { Room } from './room.ts';
import { wordsOn } from './walls/words-on.ts';

/** At most so often, in milliseconds: the words of 5,000 cards take ten. */
const PACE_MS = 2_000;
/** The machine has laid a new card by then. */
const FIRST_MS = 300;
const MOST = 8;

export class Hinting {
  readonly #room: Room;
  readonly #people: () => Iterable<PersonId>;
  readonly #tell: (person: PersonId, message: HintsMessage) => void;
  readonly #told = new Map<PersonId, HintsMessage>();
  #timer: NodeJS.Timeout | undefined;
  #lookedAt = -Infinity;

  /** `people` are the participants whose phones are connected. */
  constructor(
    room: Room,
    people: () => Iterable<PersonId>,
    tell: (person: PersonId, message: HintsMessage) => void
  ) {
    this.#room = room;
    this.#people = people;
    this.#tell = tell;
  }

  /** Somebody's phone has come, perhaps once more: it may hold what no longer is so. */
  greet(person: PersonId): void {
    const told = this.#told.get(person);
    // Of the present question it is told anew in any case.
    if (told?.prompt === hinted(this.#room.state)?.id) this.#told.delete(person);
    this.#soon();
  }

  happened(): void {
    this.#soon();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #soon(): void {
    if (this.#timer || (this.#told.size === 0 && !hinted(this.#room.state))) return;
    const wait = Math.max(FIRST_MS, this.#lookedAt + PACE_MS - performance.now());
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#look();
    }, wait);
  }

  #look(): void {
    this.#lookedAt = performance.now();
    const { state } = this.#room;
    const prompt = hinted(state);
    for (const person of this.#people()) {
      const words = prompt && hintsFor(state, prompt, person);
      const before = this.#told.get(person);
      if (before && before.words.length > 0 && (!words || before.prompt !== prompt?.id))
        this.#tell(person, { prompt: before.prompt, words: [] });
      if (!prompt || !words) {
        this.#told.delete(person);
        continue;
      }
      const message = { prompt: prompt.id, words };
      if (before?.prompt === message.prompt && String(before.words) === String(words)) continue;
      this.#told.set(person, message);
      this.#tell(person, message);
    }
  }
}

/** The open question of which words are offered. */
export function hinted({ agenda, prompts, phase }: MeetingState): Prompt | undefined {
  if (phase !== 'open') return undefined;
  const open = agenda.map((id) => prompts[id]).find((prompt) => prompt?.stage === 'open');
  const offers = open?.suggests && !isConcealed(open) && kindOf(open.kind)?.clusters === 'words';
  return offers ? open : undefined;
}

/** The most common words that the person has not written; undefined before a card of the own stands. */
export function hintsFor(
  state: MeetingState,
  prompt: Prompt,
  person: PersonId
): readonly string[] | undefined {
  const group = prompt.perGroup ? groupOf(state, person)?.id : undefined;
  const own = writtenBy(state, prompt.id).get(group === undefined ? person : groupKey(group)) ?? [];
  if (!own.some(stands)) return undefined;
  const { words, byNote } = ranked(state, prompt);
  const main = kindOf(prompt.kind)?.main ?? '';
  // What stands is one of the words; of the rest the letters tell.
  const rest = own.filter((note) => !stands(note));
  const letters = new Set(rest.map(({ fields }) => foldKey(fields[main] ?? '')));
  const mine = new Set(own.map(({ id }) => byNote.get(id)));
  const clusters = new Set(own.flatMap(({ place }) => (place ? [rootOf(state, place.cluster)] : [])));
  const hints: string[] = [];
  for (const word of words) {
    if (hints.length === MOST) break;
    if (mine.has(word) || (word.cluster !== undefined && clusters.has(word.cluster))) continue;
    const key = foldKey(word.text);
    if (letters.has(key)) continue;
    // Two clusters of one label are one word to whoever reads.
    letters.add(key);
    hints.push(word.text);
  }
  return hints;
}

const WRITTEN = new WeakMap<Lying, Map<string, Note[]>>();

/** Looked through once for everybody, for as long as no note is another. What a group wrote is the group's. */
function writtenBy(state: MeetingState, prompt: PromptId): ReadonlyMap<string, readonly Note[]> {
  const lying = lyingIn(state, prompt);
  let written = WRITTEN.get(lying);
  if (written) return written;
  WRITTEN.set(lying, (written = new Map<string, Note[]>()));
  for (const note of lying.notes) {
    if (note.imported) continue;
    const key = note.group === undefined ? note.author : groupKey(note.group);
    const others = written.get(key);
    if (others) others.push(note);
    else written.set(key, [note]);
  }
  return written;
}

const RANKED = new WeakMap<readonly Word[], ReadonlyMap<NoteId, Word>>();

function ranked(
  state: MeetingState,
  prompt: Prompt
): { words: readonly Word[]; byNote: ReadonlyMap<NoteId, Word> } {
  const words = wordsOn(state, prompt);
  let byNote = RANKED.get(words);
  if (!byNote) {
    byNote = new Map(words.flatMap((word) => word.notes.map((id) => [id, word] as const)));
    RANKED.set(words, byNote);
  }
  return { words, byNote };
}

/** No person has an id with a space. */
function groupKey(group: string): string {
  return `group ${group}`;
}
