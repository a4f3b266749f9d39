/** What the worker has been told of one prompt: so that it is told differences only, and all of it after it has died. */
import type { Vectors } from '../../src/lib/domain/clustering/neighbours.ts';
import { kindOf } from '../../src/lib/domain/kinds/registry.ts';
import { hasClusters, isPinned } from '../../src/lib/domain/meeting/cluster.ts';
import type { NoteId } from '../../src/lib/domain/meeting/ids.ts';
import { stands } from '../../src/lib/domain/meeting/state.ts';
import type { MeetingState, Note, Prompt } from '../../src/lib/domain/meeting/state.ts';
import type { Reading } from '../role-packs.ts';
import type { Asks, Change, Kind, Task } from './task.ts';

export class Table {
  /** Names the prompt among those of all meetings: its own id was made by somebody's browser. */
  readonly key: string;
  /** A note object is never changed, only replaced: the same one means the same. Null: told, but not known to hold. */
  readonly #told = new Map<NoteId, Note | null>();
  #vectors: Vectors = new Map();
  #generation = -1;
  #reading: Reading;

  constructor(key: string, reading: Reading) {
    this.key = key;
    this.#reading = reading;
  }

  /** How cards are read from now on. Otherwise than before: the worker must look at every card anew. */
  use(reading: Reading): void {
    const { language, pack } = this.#reading;
    const same =
      reading.language === language && reading.pack.common === pack.common && reading.pack.own === pack.own;
    if (!same) this.lost();
    this.#reading = reading;
  }

  /** The task with what has changed since the last one. `vectors`: of its texts, where somebody has asked for them. */
  task<K extends Kind>(
    state: MeetingState,
    prompt: Prompt,
    kind: K,
    ask: Asks[K],
    generation: number,
    vectors?: Vectors
  ): Task<K> {
    const fresh = generation !== this.#generation;
    if (fresh) {
      this.#told.clear();
      this.#vectors = new Map();
    }
    this.#generation = generation;
    const context = {
      question: prompt.title,
      mode: kindOf(prompt.kind)?.clusters ?? ('words' as const),
      ...this.#reading
    };
    const changes = this.#changes(state, prompt);
    // The worker lays these provisionally: what becomes of them is told next time.
    if ('loose' in ask) for (const { note } of ask.loose) this.#told.set(note, null);
    return { kind, key: this.key, context, fresh, changes, ask, vectors: vectors && this.#untold(vectors) };
  }

  /** Whatever it was told may be lost. */
  lost(): void {
    this.#generation = -1;
  }

  /** A vector object is the same for as long as it says the same. Without an answer what was told still holds. */
  #untold(vectors: Vectors): Vectors {
    const told = this.#vectors;
    this.#vectors = vectors;
    return new Map([...vectors].filter(([text, vector]) => told.get(text) !== vector));
  }

  #changes(state: MeetingState, prompt: Prompt): Change[] {
    const changes: Change[] = [];
    for (const id of prompt.notes) {
      const note = state.notes[id];
      const told = this.#told.get(id);
      if (note === undefined || told === note) continue;
      if (lies(note)) {
        this.#told.set(id, note);
        changes.push({
          note: id,
          text: textOf(prompt, note),
          cluster: note.place.cluster,
          // What the room has joined the machine does not argue with.
          pinned: isPinned(note.place) || note.place.by === 'room'
        });
      } else if (told !== undefined) {
        this.#told.delete(id);
        changes.push({ note: id });
      }
    }
    return changes;
  }
}

/** What a leader has hidden lends its words to nothing. */
function lies(note: Note): note is Note & { place: NonNullable<Note['place']> } {
  return note.place !== undefined && stands(note);
}

/** What the cards of a prompt say that lie somewhere, each text once; nothing where they are read one by one. */
export function textsIn(state: MeetingState, prompt: Prompt | undefined): string[] {
  if (!prompt || !hasClusters(prompt)) return [];
  const lying = prompt.notes.flatMap((id) => state.notes[id] ?? []).filter(lies);
  return [...new Set(lying.map((note) => textOf(prompt, note)))];
}

export function textOf(prompt: Prompt, note: Note): string {
  return note.fields[kindOf(prompt.kind)?.main ?? ''] ?? '';
}
