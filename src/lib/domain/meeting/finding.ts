/** The room finds together: starting and ending it, what a participant answers, and what the answers come to. */
import type { Answer, Ground } from '../finding/answers.ts';
import { joins } from '../finding/joins.ts';
import { withWord } from '../finding/last-words.ts';
import { kindOf } from '../kinds/registry.ts';
import { areApart, hasClusters, notesIn, rootOf, themesOf } from './cluster.ts';
import { clustersLeft, hasStanding, withCluster, withClustered } from './cluster-deeds.ts';
import type { FINDING_COMMANDS } from './cluster-commands.ts';
import type { Command, CommandData } from './commands.ts';
import { closing, endingFinding, happen, nothing, refuse, withPrompt } from './decision.ts';
import type { Decision } from './decision.ts';
import type { MeetingEvent } from './events.ts';
import type { ClusterId, NoteId, PersonId, PromptId } from './ids.ts';
import type { RefusalCode } from './refusal.ts';
import { isConcealed, stands as noteStands } from './state.ts';
import type { MeetingState, Note, Prompt } from './state.ts';

export type FindingCommand = Extract<Command, { name: keyof typeof FINDING_COMMANDS }>;

/** Far more than anybody is asked; without a limit one phone that answers this and that by turns would fill the log. */
const MOST_TAPS = 200;
const tooMany = refuse('too-many-answers', { limit: MOST_TAPS });

export function decideFinding(state: MeetingState, command: FindingCommand): Decision {
  switch (command.name) {
    case 'StartFinding':
      return startFinding(state, command.data.prompt);
    case 'EndFinding':
      return withPrompt(state, command.data.prompt, (prompt) =>
        prompt.finding === 'on' ? happen({ name: 'FindingEnded', data: { prompt: prompt.id } }) : nothing
      );
    case 'GiveAnswer':
      return giveAnswer(state, command.data, command.by.id);
    case 'PlaceOwnNote':
      return placeOwnNote(state, command.data, command.by.id);
    case 'PassOwnNote':
      return passOwnNote(state, command.data.note, command.by.id);
  }
}

function startFinding(state: MeetingState, id: PromptId): Decision {
  return withClustered(state, id, (prompt) => {
    if (prompt.finding === 'on') return nothing;
    const fault = whyNotFind(state, prompt);
    if (fault) return refuse(fault);
    return happen(...closing(state), ...endingFinding(state), {
      name: 'FindingStarted',
      data: { prompt: id }
    });
  });
}

/** Not while people still write: what they are asked would lead their pen. Nor while the words are hidden. */
export function whyNotFind(state: MeetingState, prompt: Prompt): RefusalCode | undefined {
  if (state.phase !== 'open') return state.phase === 'planned' ? 'meeting-not-open' : 'meeting-finished';
  if (prompt.stage === 'open') return 'prompt-open';
  if (isConcealed(prompt)) return 'prompt-concealed';
  if (!hasStanding(state, prompt)) return 'prompt-without-notes';
  return sortsByThemes(prompt) && themesOf(state, prompt.id).length === 0
    ? 'prompt-without-themes'
    : undefined;
}

/** Sentences are not asked about as words are, "one role, or two?", but where they belong. */
export function sortsByThemes(prompt: Prompt): boolean {
  return kindOf(prompt.kind)?.clusters === 'sentences';
}

function giveAnswer(state: MeetingState, data: CommandData<'GiveAnswer'>, by: PersonId): Decision {
  return whileFinding(state, data.prompt, (prompt) => {
    const answer = answerOf(state, prompt, data, by);
    if (!answer) return refuse('cluster-unknown');
    // The two have become one meanwhile: there is nothing left to say about them.
    if (answer.other === answer.cluster || isRepeated(state, prompt, answer)) return nothing;
    if (hasSaidEnough(prompt, by)) return tooMany;
    const given: MeetingEvent = { name: 'AnswerGiven', data: { prompt: prompt.id, ...answer } };
    return happen(given, ...joining(state, prompt, withWord(prompt.answers, answer)));
  });
}

/** By the clusters as they are now; who wrote a card of the first knows best what it means. */
function answerOf(
  state: MeetingState,
  prompt: Prompt,
  { cluster, other, says }: CommandData<'GiveAnswer'>,
  by: PersonId
): Answer | undefined {
  if ((says === 'same' || says === 'apart') && other === undefined) return undefined;
  const about = says === 'own' || other === undefined ? [cluster] : [cluster, other];
  const [first, second] = about.map((id) => rootOf(state, id));
  if (!stands(state, prompt, first!) || (second !== undefined && !stands(state, prompt, second)))
    return undefined;
  const author = notesIn(state, first!).some((note) => note.author === by);
  return { by, cluster: first!, ...(second === undefined ? {} : { other: second }), says, author };
}

/** Does a note lie in it that everybody may read? */
function stands(state: MeetingState, prompt: Prompt, id: ClusterId): boolean {
  return state.clusters[id]?.prompt === prompt.id && notesIn(state, id).some(noteStands);
}

/** The same word about the same two again, with none in between. */
function isRepeated(state: MeetingState, prompt: Prompt, answer: Answer): boolean {
  const key = ({ cluster, other }: Answer) =>
    [cluster, ...(other ? [other] : [])]
      .map((id) => rootOf(state, id))
      .sort()
      .join(' ');
  const last = prompt.answers.findLast((one) => one.by === answer.by && key(one) === key(answer));
  return last?.says === answer.says;
}

/** What comes together now that all this has been said; never what a leader keeps apart. */
function joining(state: MeetingState, prompt: Prompt, answers: readonly Answer[]): MeetingEvent[] {
  const merged = new Map<ClusterId, ClusterId>();
  const rootNow = (id: ClusterId): ClusterId => {
    let root = rootOf(state, id);
    for (let into = merged.get(root); into; into = merged.get(root)) root = into;
    return root;
  };
  const lying = new Map<ClusterId, NoteId[]>();
  const notes = (id: ClusterId) => lying.get(id) ?? notesIn(state, id).map((note) => note.id);
  // Where nobody has compared anything, nothing comes together: of thousands of clusters a room speaks of some dozen.
  const spoken = new Set(
    answers.flatMap(({ cluster, other }) => [cluster, other ?? cluster]).map((id) => rootOf(state, id))
  );
  return joins({ ...groundOf(state, prompt, spoken), answers }).flatMap(
    ({ cluster, into, yes, of }): MeetingEvent[] => {
      const [a, b] = named(state, rootNow(cluster), rootNow(into));
      if (a === b || partsApart(state, prompt, merged, a, b)) return [];
      const moved = notes(a);
      lying.set(b, [...notes(b), ...moved]);
      merged.set(a, b);
      const why = { kind: 'room', yes, of } as const;
      return [
        {
          name: 'ClustersMerged',
          data: { prompt: prompt.id, cluster: a, into: b, notes: moved, by: 'room', why }
        }
      ];
    }
  );
}

/** A name that a leader gave is not lost: then the other goes into that one. */
function named(state: MeetingState, a: ClusterId, b: ClusterId): [ClusterId, ClusterId] {
  return state.clusters[a]?.name && !state.clusters[b]?.name ? [b, a] : [a, b];
}

/** Is any part of the one kept apart from any part of the other, with what has just come together? */
function partsApart(
  state: MeetingState,
  prompt: Prompt,
  merged: ReadonlyMap<ClusterId, ClusterId>,
  a: ClusterId,
  b: ClusterId
): boolean {
  const parts = (root: ClusterId): ClusterId[] => [
    root,
    ...[...merged].filter(([, into]) => into === root).flatMap(([part]) => parts(part))
  ];
  return parts(a).some((one) => parts(b).some((other) => areApart(state, prompt, one, other)));
}

/** What the answers are about: the clusters with a note that everybody may read; `among` these alone. */
export function groundOf(state: MeetingState, prompt: Prompt, among?: ReadonlySet<ClusterId>): Ground {
  const standing = new Map<ClusterId, { size: number; authors: Set<PersonId> }>();
  for (const id of prompt.notes) {
    const note = state.notes[id];
    if (!note?.place || !noteStands(note)) continue;
    const { cluster } = note.place;
    if (among?.has(cluster) === false) continue;
    let found = standing.get(cluster);
    if (!found) standing.set(cluster, (found = { size: 0, authors: new Set() }));
    found.size++;
    found.authors.add(note.author);
  }
  return {
    clusters: [...standing].map(([id, { size, authors }]) => ({ id, size, authors: [...authors] })),
    rootOf: (id) => rootOf(state, id),
    answers: prompt.answers,
    apart: prompt.apart,
    named: namedIn(state, prompt)
  };
}

/** The clusters of a prompt that a leader has named, themes too. */
export function namedIn({ clusters }: MeetingState, { id: asked }: Prompt): ClusterId[] {
  return Object.values(clusters)
    .filter(({ prompt, name, into, removed }) => prompt === asked && name && !into && !removed)
    .map(({ id }) => id);
}

/** An author knows best where a note belongs, but for the leader. */
function placeOwnNote(state: MeetingState, data: CommandData<'PlaceOwnNote'>, by: PersonId): Decision {
  return withOwn(state, data.note, by, (note, prompt) =>
    withCluster(state, data.cluster, (theme) => {
      if (theme.prompt !== prompt.id || !theme.theme) return refuse('cluster-unknown');
      if (note.place?.by === 'leader') return refuse('leader-decided');
      if (note.place?.by === 'author' && note.place.cluster === theme.id) return nothing;
      if (hasSaidEnough(prompt, by)) return tooMany;
      const left = clustersLeft([note], theme.id);
      return happen({
        name: 'NotesMoved',
        data: { prompt: prompt.id, notes: [note.id], cluster: theme.id, by: 'author', left }
      });
    })
  );
}

/** It belongs in none of the themes that there are now: no word on what the note is like. */
function passOwnNote(state: MeetingState, id: NoteId, by: PersonId): Decision {
  return withOwn(state, id, by, (note, prompt) => {
    const themes = themesOf(state, prompt.id);
    if (themes.every((theme) => note.passed?.includes(theme))) return nothing;
    if (hasSaidEnough(prompt, by)) return tooMany;
    return happen({ name: 'NotePassed', data: { prompt: prompt.id, note: note.id, themes } });
  });
}

function hasSaidEnough({ taps }: Prompt, person: PersonId): boolean {
  return (taps[person] ?? 0) >= MOST_TAPS;
}

function withOwn(
  state: MeetingState,
  id: NoteId,
  by: PersonId,
  then: (note: Note, prompt: Prompt) => Decision
): Decision {
  const note = state.notes[id];
  if (!note || note.withdrawn) return refuse('note-unknown');
  if (note.author !== by) return refuse('note-not-yours');
  return whileFinding(state, note.prompt, (prompt) => then(note, prompt));
}

function whileFinding(state: MeetingState, id: PromptId, then: (prompt: Prompt) => Decision): Decision {
  return withPrompt(state, id, (prompt) => {
    if (state.phase !== 'open')
      return refuse(state.phase === 'planned' ? 'meeting-not-open' : 'meeting-finished');
    return prompt.finding === 'on' && hasClusters(prompt) ? then(prompt) : refuse('finding-not-on');
  });
}
