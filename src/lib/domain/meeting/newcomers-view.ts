/**
 * What a phone shows of whoever has just come in, made from what a leader holds: the same as the server would send to somebody
 * without notes, ballots or a group. Drafts, notes, names and what only desks are told stay out.
 */
import { kindOf } from '../kinds/registry.ts';
import type { Option, QuestionView } from '../finding/question-view.ts';
import { wordsOf } from '../wall/words.ts';
import { isAnnounced } from './homework.ts';
import type { PromptId } from './ids.ts';
import type { MeetingView, PromptView, VoteView } from './view.ts';

/** `view`: a leader's. */
export function newcomersView(view: MeetingView): MeetingView {
  const prompts = Object.values(view.prompts).filter(isAnnounced);
  const { phase, openedAt, finishedAt, groups } = view;
  return {
    ...{ phase, openedAt, finishedAt },
    screen: null,
    agenda: view.agenda.filter((id) => view.prompts[id] && isAnnounced(view.prompts[id])),
    prompts: Object.fromEntries(prompts.map((prompt) => [prompt.id, onPhone(prompt)])),
    notes: {},
    clusters: {},
    groups: groups.map(({ id, name, count }) => ({ id, name, count })),
    group: null,
    thoughts: [],
    undo: null,
    redo: null
  };
}

function onPhone(prompt: PromptView): PromptView {
  const { id, kind, title, instruction, stage, pledge, perPerson, hidden, revealed, finding } = prompt;
  const { speaker, grace, moderation, suggests, perGroup, timer, closedAt, vote, homework, brought } = prompt;
  return {
    ...{ id, kind, title, instruction, stage, pledge, perPerson, hidden, revealed },
    ...{ speaker, grace, moderation, suggests, perGroup, timer, closedAt, homework, brought },
    ...(finding ? { finding } : {}),
    ...(vote ? { vote: ballotOf(vote, prompt) } : {}),
    ...(perGroup ? { pen: 'free' as const } : {})
  };
}

function ballotOf(vote: VoteView, { stage, hidden, revealed }: PromptView): VoteView {
  const { votes, stack, low, high, options, result } = vote;
  const shown = stage === 'closed' && (!hidden || revealed);
  return { votes, stack, low, high, options, mine: {}, ...(shown && result ? { result } : {}) };
}

/**
 * A question such as phones ask while the room finds together: what each of them asks is its own. Nobody's note is quoted in it: where
 * phones ask about one's own, `own` stands in for that.
 */
export function sampleQuestion(view: MeetingView, id: PromptId, own: string): QuestionView | undefined {
  const prompt = view.prompts[id];
  const kind = kindOf(prompt?.kind ?? '');
  if (!prompt || !kind?.clusters || prompt.finding !== 'on' || (prompt.hidden && !prompt.revealed))
    return undefined;
  const notes = Object.values(view.notes).filter(
    (note) => note.prompt === id && !note.hidden && !note.held && note.cluster !== undefined
  );
  if (kind.clusters === 'sentences') {
    const themes = Object.values(view.clusters).filter((one) => one.prompt === id && one.theme);
    const options = themes.map(({ id: cluster, label }): Option => {
      const count = notes.filter((note) => note.cluster === cluster).length;
      return { cluster, label, count, forms: [] };
    });
    return themes.length > 0 ? { kind: 'theme', note: 'sample-note', text: own, themes: options } : undefined;
  }
  const [one, other] = wordsOf(notes, view.clusters, kind.main).map((word): Option => ({
    cluster: word.cluster ?? word.key,
    label: word.text,
    count: word.count,
    forms: []
  }));
  return one && other ? { kind: 'pair', cluster: one, other } : undefined;
}
