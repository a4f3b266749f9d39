/** Decides what leaders ask of the steps of the agenda. */
import { kindOf } from '../kinds/registry.ts';
import { cleanLine, cleanLines, lengthOf } from '../text.ts';
import { LONGEST_BROUGHT } from './brought.ts';
import type { Brought } from './brought.ts';
import type { CommandData } from './commands.ts';
import { closing, endingFinding, happen, nothing, refuse, withPrompt } from './decision.ts';
import type { Decision } from './decision.ts';
import type { MeetingEvent } from './events.ts';
import { isAnnounced } from './homework.ts';
import { concealing, promptOn, turning } from './screen.ts';
import type { MeetingState, Prompt } from './state.ts';
import { PLAIN_STEP, PLAIN_VOTE, STEP_LIMITS } from './step-settings.ts';
import type { PromptText, VoteSettings } from './step-settings.ts';
import { drawOptions, isVote, isAboutConcealed, voteOf, votersIn } from './vote.ts';

export function addPrompt(state: MeetingState, { index, ...step }: CommandData<'AddPrompt'>): Decision {
  return addPrompts(state, { steps: [step], index });
}

/** All of them or none. */
export function addPrompts(state: MeetingState, { steps, index }: CommandData<'AddPrompts'>): Decision {
  const at = Math.min(index ?? state.agenda.length, state.agenda.length);
  const events: MeetingEvent[] = [];
  const taken = new Set(Object.keys(state.prompts));
  for (const [place, step] of steps.entries()) {
    const { prompt, kind, ...settings } = step;
    if (taken.has(prompt)) return refuse('id-taken');
    taken.add(prompt);
    if (!kindOf(kind)) return refuse('kind-unknown');
    const text = { ...PLAIN_STEP, title: '', ...cleanStep(kind, settings) };
    if (isVote({ kind })) text.vote ??= PLAIN_VOTE;
    const fault = stepFault(text);
    if (fault) return fault;
    events.push({ name: 'PromptAdded', data: { ...text, prompt, kind, index: at + place } });
  }
  return happen(...events);
}

export function editPrompt(
  state: MeetingState,
  { prompt: id, ...data }: CommandData<'EditPrompt'>
): Decision {
  return withPrompt(state, id, (prompt) => {
    const text = cleanStep(prompt.kind, data);
    const fault = stepFault({ ...prompt, ...text });
    if (fault) return fault;
    const changed = Object.entries(text).filter(
      ([key, value]) => !sameValue(prompt[key as keyof PromptText], value)
    );
    if (changed.length === 0) return nothing;
    // Answers of a step that nobody knows of would be seen by nobody.
    const after = {
      stage: prompt.stage,
      homework: text.homework === undefined ? prompt.homework : text.homework
    };
    if (isAnnounced(prompt) && !isAnnounced(after) && isAnswered(state, prompt))
      return refuse('prompt-has-notes');
    if (text.vote && votersIn(prompt) > 0 && !sameRules(text.vote, voteOf(prompt)))
      return refuse('vote-begun');
    return happen(...(text.hidden && !prompt.revealed ? concealing(state, prompt.id) : []), {
      name: 'PromptEdited',
      data: { prompt: prompt.id, ...Object.fromEntries(changed) }
    });
  });
}

export function movePrompt(state: MeetingState, data: CommandData<'MovePrompt'>): Decision {
  return withPrompt(state, data.prompt, (prompt) => {
    const index = Math.min(data.index, state.agenda.length - 1);
    if (state.agenda.indexOf(prompt.id) === index) return nothing;
    return happen({ name: 'PromptMoved', data: { prompt: prompt.id, index } });
  });
}

export function removePrompt(state: MeetingState, id: string): Decision {
  if (state.prompts[id]?.removed) return nothing;
  return withPrompt(state, id, (prompt) => {
    if (isAnswered(state, prompt)) return refuse('prompt-has-notes');
    const shown = promptOn(state.screen, state.notes) === id;
    return happen(
      ...(prompt.stage === 'open' ? closing(state) : []),
      ...(prompt.finding === 'on' ? endingFinding(state) : []),
      ...(shown ? turning(state, { view: 'lobby' }) : []),
      { name: 'PromptRemoved', data: { prompt: id } }
    );
  });
}

/** Has anybody answered it, in whichever way? */
export function isAnswered({ notes }: MeetingState, prompt: Prompt): boolean {
  return votersIn(prompt) > 0 || prompt.notes.some((note) => !notes[note]?.withdrawn);
}

export function openPrompt(state: MeetingState, id: string): Decision {
  return withPrompt(state, id, (prompt) => {
    if (state.phase === 'finished') return refuse('meeting-finished');
    if (isAboutConcealed(state, prompt)) return refuse('prompt-concealed');
    const drawn = isVote(prompt) && votersIn(prompt) === 0 ? drawOptions(state, prompt) : undefined;
    if (drawn?.length === 0) return refuse('vote-without-options');
    return happen(
      ...(state.phase === 'planned' ? [{ name: 'MeetingOpened', data: {} } as const] : []),
      ...closing(state, id),
      ...endingFinding(state),
      ...(drawn && !sameValue(drawn, prompt.options)
        ? [{ name: 'OptionsDrawn', data: { prompt: id, options: drawn } } as const]
        : []),
      ...(prompt.stage === 'open' ? [] : [{ name: 'PromptOpened', data: { prompt: id } } as const]),
      ...turning(state, { view: 'prompt', prompt: id })
    );
  });
}

export function closePrompt(state: MeetingState, id: string): Decision {
  return withPrompt(state, id, (prompt) =>
    prompt.stage === 'open' ? happen({ name: 'PromptClosed', data: { prompt: id } }) : nothing
  );
}

export function revealNotes(state: MeetingState, id: string): Decision {
  return withPrompt(state, id, (prompt) => {
    if (prompt.revealed) return nothing;
    const shown = prompt.notes.filter((note) => state.notes[note]?.revealed);
    return happen({ name: 'NotesRevealed', data: { prompt: id, ...(shown.length > 0 ? { shown } : {}) } });
  });
}

export function concealNotes(state: MeetingState, id: string): Decision {
  return withPrompt(state, id, (prompt) =>
    prompt.revealed
      ? happen(...(prompt.hidden ? concealing(state, id) : []), {
          name: 'NotesConcealed',
          data: { prompt: id }
        })
      : nothing
  );
}

/** Beside the answers as a whole (`about` empty), or beside a part of them. */
export function writeSummary(
  state: MeetingState,
  { prompt: id, about, text: written }: CommandData<'WriteSummary'>
): Decision {
  return withPrompt(state, id, (prompt) => {
    const text = cleanLines(written);
    if (lengthOf(text) > STEP_LIMITS.summary)
      return refuse('prompt-text-too-long', { field: 'summary', limit: STEP_LIMITS.summary });
    if ((prompt.summaries?.[about] ?? '') === text) return nothing;
    return happen({ name: 'SummaryWritten', data: { prompt: prompt.id, about, text } });
  });
}

/** The texts cleaned, what was not sent left out. */
function cleanStep(kind: string, data: Partial<PromptText>): Partial<PromptText> {
  const { title, instruction, speaker, vote, brought } = data;
  const text: Partial<PromptText> = {
    ...data,
    title: title === undefined ? undefined : cleanLine(title),
    instruction: instruction === undefined ? undefined : cleanLines(instruction),
    speaker: speaker === undefined ? undefined : cleanLine(speaker),
    vote: vote && isVote({ kind }) ? cleanVote(vote) : undefined,
    brought: brought && cleanBrought(brought)
  };
  return Object.fromEntries(Object.entries(text).filter(([, value]) => value !== undefined));
}

function cleanVote(vote: VoteSettings): VoteSettings {
  const choices = vote.choices.map((choice) => ({ ...choice, text: cleanLine(choice.text) }));
  return {
    ...vote,
    choices: choices.filter(({ text }) => text !== ''),
    low: cleanLine(vote.low),
    high: cleanLine(vote.high)
  };
}

function cleanBrought(brought: Brought): Brought {
  const items = brought.items.map((item) => ({ ...item, text: cleanLine(item.text) }));
  return { ...brought, title: cleanLine(brought.title), items: items.filter(({ text }) => text !== '') };
}

function stepFault(text: Partial<PromptText>): Decision | undefined {
  if (!text.title) return refuse('prompt-title-empty', { field: 'title' });
  for (const field of ['title', 'instruction', 'speaker'] as const) {
    const limit = STEP_LIMITS[field];
    if (lengthOf(text[field] ?? '') > limit) return refuse('prompt-text-too-long', { field, limit });
  }
  const { choices = [], low = '', high = '' } = text.vote ?? {};
  if (choices.some((choice) => lengthOf(choice.text) > STEP_LIMITS.choice))
    return refuse('prompt-text-too-long', { field: 'choices', limit: STEP_LIMITS.choice });
  if (new Set(choices.map(({ id }) => id)).size < choices.length) return refuse('id-taken');
  for (const [field, end] of Object.entries({ low, high })) {
    if (lengthOf(end) > STEP_LIMITS.end)
      return refuse('prompt-text-too-long', { field, limit: STEP_LIMITS.end });
  }
  const { from, until } = text.homework ?? {};
  if (from != null && until != null && until <= from)
    return refuse('homework-backwards', { field: 'homework' });
  if (text.brought?.items.some((item) => lengthOf(item.text) > LONGEST_BROUGHT))
    return refuse('prompt-text-too-long', { field: 'brought', limit: LONGEST_BROUGHT });
  return undefined;
}

/** May ballots that were cast under the one stand under the other? What alternatives are called is free. */
function sameRules(one: VoteSettings, other: VoteSettings): boolean {
  const rules = ({ about, choices, votes, stack }: VoteSettings) => [
    about,
    choices.map(({ id }) => id),
    votes,
    stack
  ];
  return sameValue(rules(one), rules(other));
}

function sameValue(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
