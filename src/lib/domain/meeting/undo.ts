/** Taking back and repeating what a leader did. Everybody undoes the own deeds only, latest first. */
import { isPinned, notesIn, rootOf } from './cluster.ts';
import { mergeClusters, moveNotes, sortNotes } from './cluster-deeds.ts';
import { endingFinding } from './decision.ts';
import type { Decision } from './decision.ts';
import type { MeetingEvent } from './events.ts';
import { evolve } from './evolve.ts';
import type { PersonId } from './ids.ts';
import { whyNotFind } from './finding.ts';
import { isAnnounced } from './homework.ts';
import { placesOf } from './groups.ts';
import type { Group } from './groups.ts';
import { concealing, offScreen, showable } from './screen.ts';
import type { Action, MeetingState } from './state.ts';
import { isAnswered } from './step-deeds.ts';

/** Takes back the leader's latest action that still stands. */
export function undo(state: MeetingState, leader: string): Decision {
  const action = undoable(state, leader);
  if (!action) return { ok: false, refusal: { code: 'nothing-to-undo' } };
  const events = replay(state, action.inverse, leader, action.events);
  if (!events) return { ok: false, refusal: { code: 'cannot-undo' } };
  return { ok: true, events: [{ name: 'ActionUndone', data: { action: action.command } }, ...events] };
}

/** Repeats what the leader took back last. */
export function redo(state: MeetingState, leader: string): Decision {
  const action = redoable(state, leader);
  if (!action) return { ok: false, refusal: { code: 'nothing-to-redo' } };
  const events = replay(state, action.events, leader, action.inverse);
  if (!events) return { ok: false, refusal: { code: 'cannot-undo' } };
  return { ok: true, events: [{ name: 'ActionRedone', data: { action: action.command } }, ...events] };
}

/** What the undo button of that leader would take back. */
export function undoable(state: MeetingState, leader: string): Action | undefined {
  return state.history.findLast((action) => action.by === leader && !action.undone);
}

/** What the redo button of that leader would repeat: the oldest of those taken back. */
export function redoable(state: MeetingState, leader: string): Action | undefined {
  return state.history.find((action) => action.by === leader && action.undone);
}

/**
 * The events fitted, one by one, to what has happened since; undefined where they would lose somebody's note.
 */
function replay(
  state: MeetingState,
  events: readonly MeetingEvent[],
  leader: string,
  /** What they take back. */
  done: readonly MeetingEvent[]
): MeetingEvent[] | undefined {
  const fitted: MeetingEvent[] = [];
  const handled = new Set(events.map((event) => ('prompt' in event.data ? event.data.prompt : undefined)));
  let now = state;
  for (const event of events) {
    if (losesNotes(now, event)) return undefined;
    const before = opens(event) ? [...closingOthers(now, handled), ...endingFinding(now)] : [];
    for (const next of [...before, ...fit(now, event, done)]) {
      fitted.push(next);
      now = evolve(now, {
        ...next,
        seq: now.seq + 1,
        at: 0,
        by: { role: 'leader', id: leader },
        command: ''
      });
    }
  }
  return fitted;
}

/** Somebody has answered, or laid a note in the theme, since what would take it away was done. */
function losesNotes(state: MeetingState, event: MeetingEvent): boolean {
  if (event.name === 'PromptRemoved') return isAnsweredById(state, event.data.prompt);
  // Homework that somebody has done at home stays known to them.
  if (event.name === 'PromptEdited' && event.data.homework !== undefined) {
    const { prompt, homework } = event.data;
    const { stage = 'draft' } = state.prompts[prompt] ?? {};
    return !isAnnounced({ stage, homework }) && isAnsweredById(state, prompt);
  }
  return event.name === 'ClusterRemoved' && notesIn(state, event.data.cluster).length > 0;
}

/** The event as it can happen now; none where there is nothing left of it. */
function fit(
  state: MeetingState,
  event: MeetingEvent,
  done: readonly MeetingEvent[]
): readonly MeetingEvent[] {
  // A question that has been answered meanwhile cannot become a draft again: its answers would vanish.
  if (
    event.name === 'PromptPutBack' &&
    event.data.stage === 'draft' &&
    !isHomework(state, event.data.prompt) &&
    isAnsweredById(state, event.data.prompt)
  ) {
    const openedAt = state.prompts[event.data.prompt]?.openedAt;
    return [
      {
        name: 'PromptPutBack',
        data: { ...event.data, stage: 'closed', openedAt, closedAt: undefined, timer: null }
      }
    ];
  }
  // Nor can the meeting be a plan again, in which nobody may be.
  if (event.name === 'MeetingPutBack' && event.data.phase === 'planned' && hasAnswers(state)) return [];
  if (event.name === 'ProjectorTurned') {
    const screen = showable(state, event.data.screen);
    return [{ name: 'ProjectorTurned', data: { screen, from: state.screen } }];
  }
  if (conceals(state, event)) return [...concealing(state, event.data.prompt), event];
  if (event.name === 'NotesPutBack') return [stillLying(state, event)];
  // What has been voted on is what was voted on.
  if (event.name === 'OptionsDrawn') return isAnsweredById(state, event.data.prompt) ? [] : [event];
  if (event.name === 'RoomSplit') return [withNewcomers(state, event, done)];
  if (event.name === 'PeopleGrouped') {
    const standing = new Set(state.groups.map(({ id }) => id));
    const chosen = choseSince(state, done);
    const to = Object.entries(event.data.to).filter(
      ([person, group]) => (group === null || standing.has(group)) && !chosen(person)
    );
    const from = placesOf(
      state,
      to.map(([person]) => person)
    );
    return to.length > 0 ? [{ name: 'PeopleGrouped', data: { to: Object.fromEntries(to), from } }] : [];
  }
  // Only what still waits, or waited: its author may have taken it back.
  if (event.name === 'NotesHeld' || event.name === 'NotesApproved') {
    const notes = event.data.notes.filter((id) => state.notes[id] && !state.notes[id].withdrawn);
    const off = event.name === 'NotesHeld' ? leavingLight(state, notes) : [];
    return notes.length > 0 ? [...off, { ...event, data: { ...event.data, notes } }] : [];
  }
  // A note that leaves the wall leaves the light with it.
  if (event.name === 'NotesTakenOut') return [...leavingLight(state, event.data.notes), event];
  if (event.name === 'NoteHidden') return [...leavingLight(state, [event.data.note]), event];
  if (event.name === 'NotesMoved') return eventsOf(moveNotes(state, event.data));
  if (event.name === 'NotesSorted') return eventsOf(sortNotes(state, event.data));
  if (event.name === 'ClustersMerged') return eventsOf(mergeClusters(state, event.data));
  if (event.name === 'FindingEnded') return state.prompts[event.data.prompt]?.finding === 'on' ? [event] : [];
  if (startsFinding(event)) return mayFind(state, event.data.prompt) ? [event] : [];
  return [event];
}

/** Only what lies where the deed laid it goes back, and only to what is there; and what has been rewritten since, to no guess of the machine's. */
function stillLying(
  state: MeetingState,
  event: Extract<MeetingEvent, { name: 'NotesPutBack' }>
): MeetingEvent {
  const places = event.data.places.flatMap((before) => {
    const note = state.notes[before.note];
    if (!note?.place || note.withdrawn || note.place.cluster !== rootOf(state, before.from)) return [];
    // The theme was taken away when this note had left it.
    if (before.place && state.clusters[rootOf(state, before.place.cluster)]?.removed) return [];
    const stale = before.place && !isPinned(before.place) && note.changedAt !== before.changedAt;
    return [stale ? { ...before, place: null } : before];
  });
  return { name: 'NotesPutBack', data: { ...event.data, places } };
}

function leavingLight(state: MeetingState, notes: readonly string[]): MeetingEvent[] {
  return notes.flatMap((id) => (state.notes[id] ? offScreen(state, state.notes[id]) : []));
}

/** The groups as they were, but for what others have added, taken away or renamed since. */
function groupsAgain(now: readonly Group[], before: readonly Group[], after: readonly Group[]): Group[] {
  const named = (groups: readonly Group[], id: string) => groups.find((group) => group.id === id)?.name;
  const again = before.flatMap(({ id, name }): Group[] => {
    const [is, was] = [named(now, id), named(after, id)];
    // It stood after the deed, and somebody has taken it away since.
    if (was !== undefined && is === undefined) return [];
    return [{ id, name: is !== undefined && is !== was ? is : name }];
  });
  const known = new Set([...before, ...after].map(({ id }) => id));
  return [...again, ...now.filter(({ id }) => !known.has(id))];
}

/** Who has joined a group meanwhile stays there as long as it stands; whom the split itself laid there had not joined it. */
function withNewcomers(
  state: MeetingState,
  event: Extract<MeetingEvent, { name: 'RoomSplit' }>,
  done: readonly MeetingEvent[]
): MeetingEvent {
  const split = done.find((one) => one.name === 'RoomSplit');
  const groups = groupsAgain(state.groups, event.data.groups, split?.data.groups ?? state.groups);
  const standing = new Set(groups.map(({ id }) => id));
  const chosen = choseSince(state, done);
  const joined = Object.entries(state.members).filter(
    ([person, group]) => standing.has(group) && chosen(person)
  );
  const members = Object.entries({ ...event.data.members, ...Object.fromEntries(joined) });
  return {
    name: 'RoomSplit',
    data: {
      ...event.data,
      groups,
      members: Object.fromEntries(members.filter(([, group]) => standing.has(group))),
      from: { ...state.members }
    }
  };
}

/** Is somebody not any more where the deed had put this person? */
function choseSince({ members }: MeetingState, done: readonly MeetingEvent[]): (person: PersonId) => boolean {
  const put = new Map<PersonId, string | null>();
  let split = false;
  for (const event of done) {
    if (event.name === 'RoomSplit') {
      split = true;
      put.clear();
      for (const [person, group] of Object.entries(event.data.members)) put.set(person, group);
    } else if (event.name === 'PeopleGrouped')
      for (const [person, group] of Object.entries(event.data.to)) put.set(person, group);
  }
  return (person) => (split || put.has(person)) && (put.get(person) ?? null) !== (members[person] ?? null);
}

function eventsOf(decision: Decision): readonly MeetingEvent[] {
  return decision.ok ? decision.events : [];
}

function conceals(
  state: MeetingState,
  event: MeetingEvent
): event is Extract<MeetingEvent, { name: 'NotesConcealed' | 'PromptEdited' }> {
  if (event.name === 'NotesConcealed') return state.prompts[event.data.prompt]?.hidden ?? false;
  return (
    event.name === 'PromptEdited' && event.data.hidden === true && !state.prompts[event.data.prompt]?.revealed
  );
}

function startsFinding(
  event: MeetingEvent
): event is Extract<MeetingEvent, { name: 'FindingStarted' | 'FindingPutBack' }> {
  return event.name === 'FindingStarted' || (event.name === 'FindingPutBack' && event.data.finding === 'on');
}

/**
 * Whatever forbids starting forbids this; and another leader may have opened a question meanwhile, or have another wall found
 * together.
 */
function mayFind(state: MeetingState, prompt: string): boolean {
  const asked = state.prompts[prompt];
  if (!asked || asked.removed || whyNotFind(state, asked)) return false;
  return !state.agenda.some((id) => {
    const one = state.prompts[id];
    return one?.stage === 'open' || (id !== prompt && one?.finding === 'on');
  });
}

function opens(
  event: MeetingEvent
): event is Extract<MeetingEvent, { name: 'PromptOpened' | 'PromptPutBack' }> {
  return event.name === 'PromptOpened' || (event.name === 'PromptPutBack' && event.data.stage === 'open');
}

/** Another leader may have opened another question meanwhile: still one at a time. */
function closingOthers(state: MeetingState, but: ReadonlySet<string | undefined>): MeetingEvent[] {
  return state.agenda
    .filter((id) => !but.has(id) && state.prompts[id]?.stage === 'open')
    .map((prompt) => ({ name: 'PromptClosed', data: { prompt } }));
}

function isAnsweredById(state: MeetingState, id: string): boolean {
  const prompt = state.prompts[id];
  return prompt !== undefined && isAnswered(state, prompt);
}

/** In the room: homework is answered before anybody is in it. */
function hasAnswers(state: MeetingState): boolean {
  return Object.values(state.prompts).some((prompt) => prompt.stage !== 'draft' && isAnswered(state, prompt));
}

function isHomework(state: MeetingState, id: string): boolean {
  const { homework = null } = state.prompts[id] ?? {};
  return isAnnounced({ stage: 'draft', homework });
}
