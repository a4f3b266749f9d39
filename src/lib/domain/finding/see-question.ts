/** A question made for a phone: of notes that stand and that no leader has hidden, and of nobody's name. */
import { kindOf } from '../kinds/registry.ts';
import { isPinned, rootOf, themesOf } from '../meeting/cluster.ts';
import type { ClusterId, NoteId, PersonId } from '../meeting/ids.ts';
import { lyingIn } from '../meeting/lying.ts';
import type { Lying } from '../meeting/lying.ts';
import { labelOf } from '../meeting/see-clusters.ts';
import { isConcealed, stands as noteStands } from '../meeting/state.ts';
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
  const all = lyingIn(state, prompt.id);
  const lying = readable(all);
  const known = optionsIn(state, all);
  const option = (id: ClusterId): Option => {
    let made = known.get(id);
    if (!made) known.set(id, (made = optionOf(state, prompt, id, lying.get(id) ?? [])));
    return made;
  };
  if (asked.kind === 'theme') return seeTheme(state, prompt, asked.note, option);
  if (!stands(state, lying, asked.cluster)) return undefined;
  if (asked.kind === 'pair') {
    if (!stands(state, lying, asked.other)) return undefined;
    return { kind: 'pair', cluster: option(asked.cluster), other: option(asked.other) };
  }
  if (!asked.likely.every((id) => stands(state, lying, id))) return undefined;
  const own = lying.get(asked.cluster)!.find(({ author }) => author === person);
  const others = [...lying].filter(([id]) => id !== asked.cluster);
  const largest = others.sort(([, a], [, b]) => b.length - a.length).slice(0, MOST_OPTIONS);
  return {
    kind: 'own',
    cluster: asked.cluster,
    ...(own ? { text: textOf(prompt, own), mine: true } : { text: option(asked.cluster).label }),
    likely: asked.likely.map(option),
    all: largest.map(([id]) => option(id))
  };
}

/** The notes of one's own that lie in no theme yet, but for those that belong in none of the themes that there are. */
export function ownUnsorted(state: MeetingState, prompt: Prompt, person: PersonId): NoteId[] {
  const themes = themesOf(state, prompt.id);
  return lyingIn(state, prompt.id)
    .notes.filter((note) => {
      const { author, place, passed } = note;
      if (author !== person || !noteStands(note) || !place || isPinned(place)) return false;
      if (themes.every((theme) => passed?.includes(theme))) return false;
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
  return { kind: 'theme', note: id, text: textOf(prompt, note), themes };
}

const OPTIONS = new WeakMap<MeetingState['clusters'], { lying: Lying; options: Map<ClusterId, Option> }>();

/** Made once for all who are asked, for as long as no note and no cluster is another. */
function optionsIn({ clusters }: MeetingState, lying: Lying): Map<ClusterId, Option> {
  let known = OPTIONS.get(clusters);
  if (known?.lying !== lying) OPTIONS.set(clusters, (known = { lying, options: new Map() }));
  return known.options;
}

const READABLE = new WeakMap<Lying, Map<ClusterId, Note[]>>();

/** By cluster, what everybody may read. */
function readable(lying: Lying): ReadonlyMap<ClusterId, readonly Note[]> {
  let known = READABLE.get(lying);
  if (known) return known;
  READABLE.set(lying, (known = new Map<ClusterId, Note[]>()));
  for (const note of lying.notes) {
    if (!note.place || !noteStands(note)) continue;
    const found = known.get(note.place.cluster);
    if (found) found.push(note);
    else known.set(note.place.cluster, [note]);
  }
  return known;
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
