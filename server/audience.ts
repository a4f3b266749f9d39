/** Who somebody is in a meeting: the one place that turns cookies and keys into an audience. Asked at every door. */
import { ID_PATTERN } from '../src/lib/domain/meeting/ids.ts';
import type { Actor } from '../src/lib/domain/meeting/ids.ts';
import type { Audience } from '../src/lib/domain/meeting/sight.ts';
import type { View } from '../src/lib/protocol/protocol.ts';
import type { App } from './app.ts';
import { participantCookie } from './cookies.ts';
import { leads } from './parts.ts';
import type { Meeting } from './projects.ts';
import { SESSION_COOKIE } from './sessions.ts';
import { sameSecret } from './secrets.ts';

export interface Credentials {
  cookie(name: string): string | undefined;
  /** The key of a wall's link. */
  key?: string;
}

/** 'signed-out': nothing was shown that opens the meeting. 'not-allowed': what was shown does not open it. */
export type Admission =
  | { ok: true; audience: Audience; meeting: Meeting }
  | { ok: false; reason: 'unknown-meeting' | 'signed-out' | 'not-allowed' };

/** May these credentials have that view of the meeting, now? `known` saves looking up a meeting that was found before. */
export async function admit(
  app: App,
  meetingId: string,
  view: View,
  shown: Credentials,
  known?: Meeting
): Promise<Admission> {
  if (!ID_PATTERN.test(meetingId)) return { ok: false, reason: 'unknown-meeting' };
  const meeting = known ?? (await app.projects.find({ id: meetingId }))?.meeting;
  if (!meeting) return { ok: false, reason: 'unknown-meeting' };
  if (view === 'participant') {
    const token = shown.cookie(participantCookie(meeting.projectId));
    if (!token) return { ok: false, reason: 'signed-out' };
    const participant = await app.participants.comeBack(meeting, token);
    if (!participant) return { ok: false, reason: 'not-allowed' };
    return { ok: true, meeting, audience: { view, id: participant.id } };
  }
  const key = view === 'wall' ? shown.key : undefined;
  if (key && sameSecret(key, meeting.wallKey)) return { ok: true, meeting, audience: { view: 'wall' } };
  // Whoever leads the meeting may have a link from before its key was replaced.
  const user = await app.accounts.validate(shown.cookie(SESSION_COOKIE));
  if (!user) return { ok: false, reason: key ? 'not-allowed' : 'signed-out' };
  const part = await app.projects.partIn(user.id, meetingId);
  // A reviewer reads the review alone: a wall may be told more.
  if (!part || (view !== 'review' && !leads(part))) return { ok: false, reason: 'not-allowed' };
  return { ok: true, meeting, audience: view === 'leader' ? { view, id: user.id } : { view } };
}

/** The page was made for another participant than the cookie is of: two tabs, and somebody has joined anew in one of them. */
export function isSomebodyElse(audience: Audience, as: string | undefined): boolean {
  return as !== undefined && audience.view === 'participant' && audience.id !== as;
}

/** Who acts, or undefined for those who only look. */
export function actorOf(audience: Audience): Actor | undefined {
  if (audience.view === 'leader') return { role: 'leader', id: audience.id };
  if (audience.view === 'participant') return { role: 'participant', id: audience.id };
  return undefined;
}
