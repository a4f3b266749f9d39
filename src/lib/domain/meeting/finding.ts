/** The room finds together: starting and ending it, what a participant answers, and what the answers come to. */
import type { Answer, Ground } from '../finding/answers.ts';
import { joins } from '../finding/joins.ts';
import { areApart, hasClusters, notesIn, rootOf } from './cluster.ts';
import { clustersLeft, hasStanding, withCluster, withClustered } from './cluster-deeds.ts';
import type { FINDING_COMMANDS } from './cluster-commands.ts';
import type { Command, CommandData } from './commands.ts';
import { closing, endingFinding, happen, nothing, refuse, withPrompt } from './decision.ts';
import type { Decision } from './decision.ts';
import type { MeetingEvent } from './events.ts';
import type { ClusterId, NoteId, PersonId, PromptId } from './ids.ts';
import { isConcealed } from './state.ts';
import type { MeetingState, Prompt } from './state.ts';

export type FindingCommand = Extract<Command, { name: keyof typeof FINDING_COMMANDS }>;

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
  }
}

/** Not while people still write: what they are asked would lead their pen. Nor while the words are hidden. */
function startFinding(state: MeetingState, id: PromptId): Decision {
  return withClustered(state, id, (prompt) => {
    if (prompt.finding === 'on') return nothing;
    if (state.phase !== 'open')
      return refuse(state.phase === 'planned' ? 'meeting-not-open' : 'meeting-finished');
    if (prompt.stage === 'open') return refuse('prompt-open');
    if (isConcealed(prompt)) return refuse('prompt-concealed');
    if (!hasStanding(state, prompt)) return refuse('prompt-without-notes');
    return happen(...closing(state), ...endingFinding(state), {
      name: 'FindingStarted',
      data: { prompt: id }
    });
  });
}

function giveAnswer(state: MeetingState, data: CommandData<'GiveAnswer'>, by: PersonId): Decision {
  return whileFinding(state, data.prompt, (prompt) => {
    const answer = answerOf(state, prompt, data, by);
    if (!answer) return refuse('cluster-unknown');
    // The two have become one meanwhile: there is nothing left to say about them.
    if (answer.other === answer.cluster || isRepeated(state, prompt, answer)) return nothing;
    const given: MeetingEvent = { name: 'AnswerGiven', data: { prompt: prompt.id, ...answer } };
    return happen(given, ...joining(state, prompt, [...prompt.answers, answer]));
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
  if ([first, second].some((id) => id !== undefined && state.clusters[id]?.prompt !== prompt.id))
    return undefined;
  const author = notesIn(state, first!).some((note) => note.author === by);
  return { by, cluster: first!, ...(second === undefined ? {} : { other: second }), says, author };
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
    if (!note?.place || note.hidden || note.withdrawn) continue;
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
    apart: prompt.apart
  };
}

/** An author knows best where a note belongs, but for the leader. */
function placeOwnNote(state: MeetingState, data: CommandData<'PlaceOwnNote'>, by: PersonId): Decision {
  const note = state.notes[data.note];
  if (!note || note.withdrawn) return refuse('note-unknown');
  if (note.author !== by) return refuse('note-not-yours');
  return whileFinding(state, note.prompt, (prompt) =>
    withCluster(state, data.cluster, (theme) => {
      if (theme.prompt !== prompt.id || !theme.theme) return refuse('cluster-unknown');
      if (note.place?.by === 'leader') return refuse('leader-decided');
      if (note.place?.by === 'author' && note.place.cluster === theme.id) return nothing;
      const left = clustersLeft([note], theme.id);
      return happen({
        name: 'NotesMoved',
        data: { prompt: prompt.id, notes: [note.id], cluster: theme.id, by: 'author', left }
      });
    })
  );
}

function whileFinding(state: MeetingState, id: PromptId, then: (prompt: Prompt) => Decision): Decision {
  return withPrompt(state, id, (prompt) => {
    if (state.phase !== 'open')
      return refuse(state.phase === 'planned' ? 'meeting-not-open' : 'meeting-finished');
    return prompt.finding === 'on' && hasClusters(prompt) ? then(prompt) : refuse('finding-not-on');
  });
}
