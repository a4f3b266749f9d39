/** The group that this phone's owner is in, and whether it may write for it. */
import type { GroupView, MeetingView, PromptView } from '$lib/domain/meeting/view';

export function ownGroup({ groups, group }: MeetingView): GroupView | undefined {
  return groups.find(({ id }) => id === group);
}

/** Another phone has the pen: what the group has written can be read, not changed. */
export function isElsewhere({ perGroup, pen }: PromptView): boolean {
  return perGroup && pen === 'taken';
}
