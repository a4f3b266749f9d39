import { getContext, setContext } from 'svelte';
import type { LiveMeeting } from './meeting.svelte.ts';

const KEY = Symbol('live meeting');

export function setMeeting(meeting: LiveMeeting): LiveMeeting {
  return setContext(KEY, meeting);
}

/** The meeting of the page that this component stands on. */
export function getMeeting(): LiveMeeting {
  const meeting = getContext<LiveMeeting | undefined>(KEY);
  if (!meeting) throw new Error('no meeting on this page');
  return meeting;
}
