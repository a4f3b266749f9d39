/** A question made for a phone: of notes that stand and that no leader has hidden, and of nobody's name. */
import { kindOf } from '../kinds/registry.ts';
import { isPinned, notesOf, rootOf, themesOf } from '../meeting/cluster.ts';
import type { ClusterId, NoteId, PersonId } from '../meeting/ids.ts';
import { labelOf } from '../meeting/see-clusters.ts';
import { isConcealed } from '../meeting/state.ts';
import type { MeetingState, Note, Prompt } from '../meeting/state.ts';
import { foldKey } from '../text.ts';
import { formsOf } from '../wall/forms.ts';
import type { Question } from './answers.ts';
import type { Option, QuestionView } from './question-view.ts';

/** The largest of them: more would be a long message, and nobody reads them. */
const MOST_OPTIONS = 300;
const MOST_FORMS = 3;

/** What a person is asked: about clusters, or where a note of one's own belongs. */
export type Asked = Question | { kind: 'theme'; note: NoteId };

/** The question in words; undefined where what it is about no longer stands. */
export function seeQuestion(
  state: MeetingState,
  prompt: Prompt,
  person: PersonId,
  asked: Asked
): QuestionView | undefined {
  if (isConcealed(prompt) || prompt.removed) return undefined;
  const lying = lyingIn(state, prompt);
  const option = (id: ClusterId) => optionOf(state, prompt, id, lying.get(id) ?? []);
  if (asked.kind === 'theme') return seeTheme(state, prompt, asked.note, option);
  if (!stands(state, lying, asked.cluster)) return undefined;
  if (asked.kind === 'pair') {
    if (!stands(state, lying, asked.other)) return undefined;
    return { kind: 'pair', cluster: option(asked.cluster), other: option(asked.other) };
  }
  if (!asked.likely.every((id) => stands(state, lying, id))) return undefined;
  const own = lying.get(asked.cluster)!.find(({ author }) => author === person);
  const all = [...lying.keys()].filter((id) => id !== asked.cluster).map(option);
  return {
    kind: 'own',
    cluster: asked.cluster,
    ...(own ? { text: textOf(prompt, own), mine: true } : { text: option(asked.cluster).label }),
    likely: asked.likely.map(option),
    all: all.sort((a, b) => b.count - a.count).slice(0, MOST_OPTIONS)
  };
}

/** The notes of one's own that a person has not laid in a theme yet, nor passed by. */
export function ownUnsorted(state: MeetingState, prompt: Prompt, person: PersonId): NoteId[] {
  const passed = new Set(
    prompt.answers
      .filter(({ by, other }) => by === person && other === undefined)
      .map(({ cluster }) => rootOf(state, cluster))
  );
  return notesOf(state, prompt)
    .filter(({ author, hidden, place }) => {
      if (author !== person || hidden || !place || passed.has(place.cluster)) return false;
      if (isPinned(place)) return false;
      return !state.clusters[place.cluster]?.theme || place.unsure === true;
    })
    .map(({ id }) => id);
}

function seeTheme(
  state: MeetingState,
  prompt: Prompt,
  id: NoteId,
  option: (cluster: ClusterId) => Option
): QuestionView | undefined {
  const note = state.notes[id];
  const themes = themesOf(state, prompt.id).map(option);
  if (!note?.place || themes.length === 0) return undefined;
  if (!ownUnsorted(state, prompt, note.author).includes(id)) return undefined;
  return { kind: 'theme', note: id, text: textOf(prompt, note), themes, cluster: note.place.cluster };
}

/** By cluster, what everybody may read. */
function lyingIn(state: MeetingState, prompt: Prompt): Map<ClusterId, Note[]> {
  const lying = new Map<ClusterId, Note[]>();
  for (const note of notesOf(state, prompt)) {
    if (!note.place || note.hidden) continue;
    const found = lying.get(note.place.cluster);
    if (found) found.push(note);
    else lying.set(note.place.cluster, [note]);
  }
  return lying;
}

function stands(state: MeetingState, lying: ReadonlyMap<ClusterId, unknown>, id: ClusterId): boolean {
  return lying.has(id) && rootOf(state, id) === id;
}

function optionOf(state: MeetingState, prompt: Prompt, id: ClusterId, notes: readonly Note[]): Option {
  const label = labelOf(state, state.clusters[id]!, notes);
  const forms = formsOf(notes.map((note) => textOf(prompt, note))).map(({ text }) => text);
  return {
    cluster: id,
    label,
    count: notes.length,
    forms: otherThan(label, forms).slice(0, MOST_FORMS)
  };
}

/** Capitals and spaces make no other form. */
function otherThan(label: string, forms: readonly string[]): string[] {
  const known = new Set([foldKey(label)]);
  return forms.filter((form) => {
    const key = foldKey(form);
    return !known.has(key) && known.add(key);
  });
}

function textOf(prompt: Prompt, note: Note): string {
  return note.fields[kindOf(prompt.kind)?.main ?? ''] ?? '';
}
