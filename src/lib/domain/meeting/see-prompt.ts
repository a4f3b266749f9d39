/** A step of the agenda as an audience may see it. */
import { groupOf, penOf } from './groups.ts';
import { isAnnounced } from './homework.ts';
import { lyingIn } from './lying.ts';
import type { Lying } from './lying.ts';
import { pledgeOf } from './see-note.ts';
import { seesResult } from './sight.ts';
import type { Audience } from './sight.ts';
import { stands } from './state.ts';
import type { MeetingState, Prompt } from './state.ts';
import type { PromptView, VoteView } from './view.ts';
import { ballotOf, countVotes, isVote, isAboutConcealed, optionsOf, voteOf, votersIn } from './vote.ts';
import { wallOf } from './wall-settings.ts';

interface Counts {
  count: number;
  people: number;
  waiting: number;
  /** No note withholds a name. */
  named: boolean;
  byGroup: Readonly<Record<string, number>>;
}
const COUNTS = new WeakMap<Lying, Counts>();

export function seePrompt(state: MeetingState, audience: Audience, prompt: Prompt): PromptView | null {
  if (prompt.removed) return null;
  if (audience.view !== 'leader' && !isAnnounced(prompt)) return null;
  const { id, kind, title, instruction, stage, pledge, perPerson, hidden, revealed, finding } = prompt;
  const { speaker, grace, moderation, suggests, perGroup, timer, closedAt, homework, brought } = prompt;
  const seen: PromptView = {
    ...{ id, kind, title, instruction, stage, pledge, perPerson, hidden, revealed },
    ...{ speaker, grace, moderation, suggests, perGroup, timer, closedAt, homework, brought },
    ...(finding ? { finding } : {}),
    ...(isVote(prompt) ? { vote: seeVote(state, audience, prompt) } : {})
  };
  if (audience.view === 'participant') {
    return perGroup ? { ...seen, pen: seePen(state, audience.id, prompt) } : seen;
  }
  const { minutes, closes, openedAt, summaries } = prompt;
  const { count, people, waiting, byGroup } = countsIn(state, prompt);
  const heard = finding && {
    count: prompt.answers.length,
    people: new Set(prompt.answers.map(({ by }) => by)).size
  };
  return {
    ...seen,
    ...{ minutes, closes, openedAt, count, people, wall: wallOf(prompt) },
    ...(perGroup ? { byGroup } : {}),
    ...(audience.view === 'leader' ? { waiting } : {}),
    ...(heard ? { heard } : {}),
    ...(summaries && Object.keys(summaries).length > 0 ? { summaries } : {})
  };
}

function seeVote(state: MeetingState, audience: Audience, prompt: Prompt): VoteView {
  const { about, choices, ...rules } = voteOf(prompt);
  const isLeader = audience.view === 'leader';
  // Concealed again, they are read by nobody in the room.
  const isKept = !isLeader && audience.view !== 'review' && isAboutConcealed(state, prompt);
  const options = prompt.kind === 'scale' || isKept ? [] : optionsOf(state, prompt);
  return {
    ...rules,
    ...(isLeader ? { about, choices } : {}),
    options,
    ...(audience.view === 'participant'
      ? { mine: ballotOf(state, prompt, options, audience.id) }
      : { cast: votersIn(prompt) }),
    ...(seesResult(audience, prompt) && !isKept ? { result: countVotes(state, prompt) } : {})
  };
}

/** Who writes for the group that this person is in. */
function seePen(state: MeetingState, person: string, prompt: Prompt): PromptView['pen'] {
  const group = groupOf(state, person)?.id;
  const pen = group === undefined ? undefined : penOf(state, prompt, group);
  if (group === undefined || pen === undefined) return 'free';
  return pen === person ? 'mine' : 'taken';
}

/**
 * Notes that stand, and how many people wrote them. The latter is not told where a name was withheld: two notes and one person
 * would give away who wrote the nameless one.
 */
function countsIn(
  state: MeetingState,
  prompt: Prompt
): Omit<Counts, 'named' | 'people'> & { people: number | undefined } {
  const lying = lyingIn(state, prompt.id);
  let counts = COUNTS.get(lying);
  if (!counts) COUNTS.set(lying, (counts = counted(lying, prompt)));
  const { count, people, waiting, named, byGroup } = counts;
  // Of groups one phone writes: that says nothing of how many thought it.
  const tells = named && prompt.pledge === 'named' && !prompt.perGroup;
  return { count, people: tells ? people : undefined, waiting, byGroup };
}

function counted({ notes }: Lying, prompt: Prompt): Counts {
  const standing = notes.filter(stands);
  const byGroup: Record<string, number> = {};
  for (const { group = '' } of standing) if (group) byGroup[group] = (byGroup[group] ?? 0) + 1;
  return {
    count: standing.length,
    people: new Set(standing.flatMap(({ author, imported }) => (imported ? [] : [author]))).size,
    waiting: notes.filter(({ held, hidden }) => held && !hidden).length,
    named: notes.every((note) => note.imported || pledgeOf(note, prompt) === 'named'),
    byGroup
  };
}
