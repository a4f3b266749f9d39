/** Decides about groups, pens, votes of one person and the parking lot: what is asked of the room rather than of a note. */
import { cleanLine, lengthOf } from '../text.ts';
import type { Command, CommandData } from './commands.ts';
import { happen, nothing, refuse, withPrompt } from './decision.ts';
import type { Decision } from './decision.ts';
import { GROUP_NAME_LIMIT, groupOf, placesOf } from './groups.ts';
import { atHome, isAnnounced, WHY_NOT_AT_HOME } from './homework.ts';
import type { RefusalCode } from './refusal.ts';
import type { MeetingState, Prompt } from './state.ts';
import { MOST_THOUGHTS, THOUGHT_LIMIT } from './thoughts.ts';
import { faultIn, isVote } from './vote.ts';

type RoomCommand = Extract<
  Command,
  {
    name:
      | 'SplitRoom'
      | 'MoveToGroup'
      | 'JoinGroup'
      | 'TakePen'
      | 'CastBallot'
      | 'ParkThought'
      | 'ChangeThought'
      | 'DropThought';
  }
>;

export function decideRoom(state: MeetingState, command: RoomCommand): Decision {
  const who = command.by.id;
  switch (command.name) {
    case 'SplitRoom':
      return splitRoom(state, command.data);
    case 'MoveToGroup':
      return moveToGroup(state, command.data.people, command.data.group);
    case 'JoinGroup':
      return joinGroup(state, who, command.data.group);
    case 'TakePen':
      return takePen(state, command.data.prompt, who);
    case 'CastBallot':
      return castBallot(state, command.data, { by: who, at: command.at });
    case 'ParkThought':
      return parkThought(state, command.data, command);
    case 'ChangeThought':
      return changeThought(state, command.data);
    case 'DropThought': {
      const { thought } = command.data;
      return state.thoughts.some((one) => one.thought === thought)
        ? happen({ name: 'ThoughtDropped', data: { thought } })
        : nothing;
    }
  }
}

function splitRoom(state: MeetingState, { groups, members }: CommandData<'SplitRoom'>): Decision {
  const named = groups.map(({ id, name }) => ({ id, name: cleanLine(name) }));
  if (named.some(({ name }) => name === '')) return refuse('group-name-empty');
  if (named.some(({ name }) => lengthOf(name) > GROUP_NAME_LIMIT))
    return refuse('prompt-text-too-long', { field: 'name', limit: GROUP_NAME_LIMIT });
  const ids = new Set(named.map(({ id }) => id));
  if (ids.size < named.length) return refuse('id-taken');
  if (Object.values(members).some((group) => !ids.has(group))) return refuse('group-unknown');
  // So that whoever joined while the leader wrote a new name is not moved back.
  const staying = Object.entries(state.members).filter(([, group]) => ids.has(group));
  const all = { ...Object.fromEntries(staying), ...members };
  const moved = Object.keys(all).filter((person) => all[person] !== state.members[person]);
  const isSame =
    named.length === state.groups.length && named.every(({ id }, at) => state.groups[at]?.id === id);
  const renamed = isSame ? named.filter(({ name }, at) => state.groups[at]?.name !== name) : [];
  if (isSame && renamed.length === 0) {
    const to = Object.fromEntries(moved.map((person) => [person, all[person]!]));
    return moved.length === 0
      ? nothing
      : happen({ name: 'PeopleGrouped', data: { to, from: placesOf(state, moved) } });
  }
  const onlyNamed = renamed.length === 1 && moved.length === 0 ? { named: renamed[0]!.id } : {};
  return happen({
    name: 'RoomSplit',
    data: { groups: named, members: all, ...onlyNamed, from: { ...state.members } }
  });
}

/** One chooses for oneself until one's group, or the other one, has written something: what a group writes is its own. */
function joinGroup(state: MeetingState, who: string, group: string): Decision {
  if (state.phase === 'finished') return refuse('meeting-finished');
  const own = groupOf(state, who)?.id;
  if (own !== undefined && own !== group && (hasWritten(state, own) || hasWritten(state, group)))
    return refuse('groups-settled');
  return moveToGroup(state, [who], group);
}

function hasWritten({ notes }: MeetingState, group: string): boolean {
  return Object.values(notes).some((note) => note.group === group && !note.withdrawn);
}

function moveToGroup(state: MeetingState, people: readonly string[], group: string | null): Decision {
  if (group !== null && !state.groups.some(({ id }) => id === group)) return refuse('group-unknown');
  const moved = [...new Set(people)].filter((person) => (state.members[person] ?? null) !== group);
  const to = Object.fromEntries(moved.map((person) => [person, group]));
  const from = placesOf(state, moved);
  return moved.length === 0 ? nothing : happen({ name: 'PeopleGrouped', data: { to, from } });
}

function takePen(state: MeetingState, id: string, person: string): Decision {
  return withPrompt(state, id, (prompt) => {
    if (state.phase === 'finished') return refuse('meeting-finished');
    const group = groupOf(state, person)?.id;
    if (!prompt.perGroup || prompt.stage === 'draft') return refuse('prompt-unknown');
    if (group === undefined) return refuse('no-group');
    if (prompt.pens[group] === person) return nothing;
    return happen({ name: 'PenTaken', data: { prompt: id, group, person } });
  });
}

/** The whole ballot at once: the last one counts. What was cast is stored already, so there is no time of grace. */
function castBallot(
  state: MeetingState,
  { prompt: id, ballot }: CommandData<'CastBallot'>,
  { by, at }: { by: string; at: number }
): Decision {
  const prompt = state.prompts[id];
  if (!prompt || prompt.removed || !isAnnounced(prompt) || !isVote(prompt)) return refuse('prompt-unknown');
  const closed = whyNotVote(state, prompt, at);
  if (closed) return refuse(closed);
  const fault = faultIn(state, prompt, ballot);
  if (fault) return refuse(fault);
  if (JSON.stringify(prompt.ballots[by] ?? {}) === JSON.stringify(ballot)) return nothing;
  return happen({ name: 'BallotCast', data: { prompt: id, by, ballot } });
}

function whyNotVote(state: MeetingState, prompt: Prompt, at: number): RefusalCode | undefined {
  const home = atHome(prompt, at);
  if (home) return WHY_NOT_AT_HOME[home];
  if (state.phase !== 'open') return state.phase === 'planned' ? 'meeting-not-open' : 'meeting-finished';
  return prompt.stage === 'open' ? undefined : 'vote-closed';
}

function parkThought(
  state: MeetingState,
  data: CommandData<'ParkThought'>,
  { at, by }: Pick<Command, 'at' | 'by'>
): Decision {
  const text = cleanLine(data.text);
  const fault = thoughtFault(text);
  if (fault) return fault;
  if (state.thoughts.some(({ thought }) => thought === data.thought)) return refuse('id-taken');
  if (state.thoughts.length >= MOST_THOUGHTS) return refuse('too-many-thoughts', { limit: MOST_THOUGHTS });
  return happen({ name: 'ThoughtParked', data: { thought: data.thought, text, by: by.id, at } });
}

function changeThought(
  state: MeetingState,
  { thought: id, text, done }: CommandData<'ChangeThought'>
): Decision {
  const known = state.thoughts.find(({ thought }) => thought === id);
  if (!known) return refuse('thought-unknown');
  const cleaned = text === undefined ? known.text : cleanLine(text);
  const fault = thoughtFault(cleaned);
  if (fault) return fault;
  const change = {
    ...(cleaned === known.text ? {} : { text: cleaned }),
    ...(done === undefined || done === (known.done ?? false) ? {} : { done })
  };
  if (Object.keys(change).length === 0) return nothing;
  return happen({ name: 'ThoughtChanged', data: { thought: id, ...change } });
}

function thoughtFault(text: string): Decision | undefined {
  if (text === '') return refuse('text-empty', { field: 'text' });
  return lengthOf(text) > THOUGHT_LIMIT
    ? refuse('text-too-long', { field: 'text', limit: THOUGHT_LIMIT })
    : undefined;
}
