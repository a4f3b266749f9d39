/** What a leader can do next, in the order of the live bar: the act, close or open, the next step. */
import { kindOf } from '$lib/domain/kinds/registry';
import { isAnnounced } from '$lib/domain/meeting/homework';
import { promptOn } from '$lib/domain/meeting/screen';
import type { Request } from '$lib/domain/meeting/commands';
import type { MeetingView, PromptView } from '$lib/domain/meeting/view';
import { m } from '$lib/paraglide/messages';
import { actWords } from './act-words';

export interface Act {
  label: string;
  /** The key that does the same. */
  key: string;
  /** Another key, of an act that this one is as well. */
  also?: string;
  request: Request;
  /** The likeliest next act: the one black button. */
  first?: boolean;
  /** Not done before it has been asked whether it is meant. */
  asks?: boolean;
  /** Where there are many acts this one is not always in sight. */
  seldom?: boolean;
}

/** More acts than these would be a second row, on a small screen at least. */
const IN_SIGHT = 2;

/** What stands in the bar, and what lies behind its "More": nothing, where all have room. */
export function laidOut(acts: readonly Act[]): { shown: readonly Act[]; more: readonly Act[] } {
  if (acts.length <= IN_SIGHT) return { shown: acts, more: [] };
  const isSeldom = (act: Act) => Boolean(act.seldom && !act.first);
  return { shown: acts.filter((act) => !isSeldom(act)), more: acts.filter(isSeldom) };
}

/** The acts for the meeting and the prompt that is looked at. */
export function actsOf(view: MeetingView, prompt: PromptView | undefined): Act[] {
  const next = nextStep(view, prompt);
  if (view.phase === 'planned') {
    const open: Act = {
      label: m.console_open_meeting(),
      key: 'O',
      request: { name: 'OpenMeeting', data: {} },
      first: true
    };
    return [open, ...shownFromHome(view, prompt)];
  }
  if (view.phase === 'finished') {
    const reopen: Act = {
      label: m.console_reopen_meeting(),
      key: 'O',
      request: { name: 'OpenMeeting', data: {} }
    };
    return [reopen, ...shownFromHome(view, prompt)];
  }
  // Time may run out before every question has been asked.
  const early =
    next?.request.name === 'OpenPrompt' && prompt?.stage === 'closed' ? [{ ...finish(), seldom: true }] : [];
  const acts = withNext(prompt ? actsOn(view, prompt) : [], next);
  const back = stepBefore(view, prompt);
  return [
    ...acts.map((act) => ({ ...act, first: act === firstOf(view, prompt, acts) })),
    ...(back ? [back] : []),
    ...early
  ];
}

/**
 * A closed question whose words are shown is done: then the next step is the likeliest, unless the room is at work. To end the day is
 * never the likeliest while something is open.
 */
function firstOf(view: MeetingView, prompt: PromptView | undefined, acts: readonly Act[]): Act | undefined {
  const isDone = prompt?.stage === 'closed' && prompt.finding !== 'on' && !isConcealed(prompt);
  const first = isDone ? acts.at(-1) : acts[0];
  return first?.asks && roomAt(view)?.stage === 'open' ? undefined : first;
}

function actsOn(view: MeetingView, prompt: PromptView): Act[] {
  const data = { prompt: prompt.id };
  const words = actWords(prompt);
  const takes = kindOf(prompt.kind)?.takes ?? 'notes';
  const open: Act = {
    label: prompt.stage === 'draft' ? words.open() : words.reopen(),
    key: 'O',
    request: { name: 'OpenPrompt', data },
    seldom: true
  };
  const close: Act = { label: words.close(), key: 'S', request: { name: 'ClosePrompt', data } };
  const reveal: Act = { label: words.reveal(), key: 'V', request: { name: 'RevealNotes', data } };
  const conceal: Act = {
    label: words.conceal(),
    key: 'V',
    request: { name: 'ConcealNotes', data },
    seldom: true
  };
  if (prompt.stage === 'draft') return [open, ...shownFromHome(view, prompt)];
  const find = findingOn(view, prompt);
  const turn = prompt.stage === 'open' ? close : open;
  if (prompt.finding === 'on') return find;
  // What a vote comes to is there once it is closed; a break has nothing to show.
  const isShowable = takes === 'notes' || (takes === 'ballots' && prompt.stage === 'closed');
  if (!prompt.hidden || !isShowable) return [...find, turn];
  return prompt.revealed ? [...find, turn, conceal] : [reveal, turn];
}

/** Homework is looked at together without being opened in the room; concealed, its words are shown by the same key as ever. */
function shownFromHome(view: MeetingView, prompt: PromptView | undefined): Act[] {
  if (prompt?.stage !== 'draft' || !isAnnounced(prompt)) return [];
  const data = { prompt: prompt.id };
  const isOn = view.screen && promptOn(view.screen, view.notes) === prompt.id;
  const takes = kindOf(prompt.kind)?.takes;
  const turn: Act = {
    label: m.homework_show(),
    key: 'W',
    request: { name: 'TurnProjector', data: { screen: { view: 'prompt', ...data } } }
  };
  const reveal: Act = {
    label: actWords(prompt).reveal(),
    key: 'V',
    request: { name: 'RevealNotes', data }
  };
  return [...(isOn ? [] : [turn]), ...(takes === 'notes' && isConcealed(prompt) ? [reveal] : [])];
}

/**
 * The room can be asked once nobody writes any more and the words are shown: what others think would colour one's own.
 * Sentences are laid in themes: before there is one, there is nothing to ask.
 */
function findingOn({ clusters }: MeetingView, prompt: PromptView): Act[] {
  const data = { prompt: prompt.id };
  if (prompt.finding === 'on') {
    return [{ label: m.console_finding_end(), key: 'F', request: { name: 'EndFinding', data } }];
  }
  const clustered = kindOf(prompt.kind)?.clusters;
  if (prompt.stage !== 'closed' || !prompt.count || !clustered) return [];
  const hasTheme = Object.values(clusters).some((one) => one.prompt === prompt.id && one.theme);
  if (clustered === 'sentences' && !hasTheme) return [];
  return [{ label: m.console_finding_start(), key: 'F', request: { name: 'StartFinding', data } }];
}

/** Where the room is: what is open, else what was closed last. */
export function roomAt({ agenda, prompts }: MeetingView): PromptView | undefined {
  const all = agenda.flatMap((id) => prompts[id] ?? []);
  return (
    all.find(({ stage }) => stage === 'open') ??
    all.filter(({ stage }) => stage === 'closed').sort((a, b) => (b.closedAt ?? 0) - (a.closedAt ?? 0))[0]
  );
}

/**
 * The first step after the one that the room is at, whatever is looked at, that has not been opened; after the last, the end of
 * the day. Never one before it: what was skipped was skipped for a reason.
 */
function nextStep(view: MeetingView, prompt: PromptView | undefined): Act | undefined {
  const at = roomAt(view);
  const from = at ? view.agenda.indexOf(at.id) + 1 : 0;
  const draft = view.agenda.slice(from).find((id) => isOfTheDay(view, view.prompts[id]));
  if (draft) {
    return { label: m.console_next(), key: 'N', request: { name: 'OpenPrompt', data: { prompt: draft } } };
  }
  if (prompt?.stage === 'draft' || view.phase !== 'open') return undefined;
  return finish();
}

/** What is answered at home once the day has begun is no step of it. */
function isOfTheDay({ openedAt }: MeetingView, prompt: PromptView | undefined): boolean {
  const from = prompt?.homework?.from ?? 0;
  return prompt?.stage === 'draft' && (openedAt === undefined || from <= openedAt);
}

/** The acts on what is looked at, and the next step: one act where opening what is looked at is the next step. */
function withNext(acts: readonly Act[], next: Act | undefined): Act[] {
  if (!next) return [...acts];
  const isNext = ({ request }: Act) =>
    request.name === 'OpenPrompt' &&
    next.request.name === 'OpenPrompt' &&
    request.data.prompt === next.request.data.prompt;
  const same = acts.find(isNext);
  return same ? acts.map((act) => (act === same ? { ...act, also: next.key } : act)) : [...acts, next];
}

/** The step before in the agenda that has been opened: what was closed too early, or comes up again. */
function stepBefore(view: MeetingView, prompt: PromptView | undefined): Act | undefined {
  if (view.phase !== 'open' || !prompt) return undefined;
  const before = view.agenda.slice(0, Math.max(0, view.agenda.indexOf(prompt.id))).reverse();
  const id = before.find((one) => (view.prompts[one]?.stage ?? 'draft') !== 'draft');
  if (id === undefined || view.prompts[id]?.stage === 'open') return undefined;
  return {
    label: m.stream_back(),
    key: 'B',
    request: { name: 'OpenPrompt', data: { prompt: id } },
    seldom: true
  };
}

function finish(): Act {
  return { label: m.console_finish(), key: 'A', request: { name: 'FinishMeeting', data: {} }, asks: true };
}

export function isConcealed(prompt: PromptView): boolean {
  return prompt.hidden && !prompt.revealed;
}
