/** The room as an audience may see it: its groups, and what came up besides. */
import { groupOf, membersOf } from './groups.ts';
import type { Audience } from './sight.ts';
import type { MeetingState } from './state.ts';
import type { GroupView, MeetingView, ThoughtView } from './view.ts';

/** Phones choose among the names; who is in which group is the leaders' to know. */
export function seeGroups(state: MeetingState, audience: Audience): Pick<MeetingView, 'groups' | 'group'> {
  const groups = state.groups.map(({ id, name }): GroupView => {
    const members = membersOf(state, id);
    return { id, name, count: members.length, ...(audience.view === 'leader' ? { members } : {}) };
  });
  const former = state.former.map(({ id, name }): GroupView => ({ id, name, count: 0, former: true }));
  if (audience.view !== 'participant') return { groups: [...groups, ...former] };
  return { groups, group: groupOf(state, audience.id)?.id ?? null };
}

/** Kept by leaders; read afterwards, and by the room when it is on the projector. */
export function seeThoughts(state: MeetingState, audience: Audience): readonly ThoughtView[] {
  const shown = audience.view === 'wall' && state.screen.view === 'thoughts';
  if (audience.view !== 'leader' && audience.view !== 'review' && !shown) return [];
  return state.thoughts.map(({ thought, text, at, done = false }) => ({ thought, text, at, done }));
}
