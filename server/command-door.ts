/** Every command passes here, from a socket or over HTTPS: checked, admitted anew, handed to the room, answered. */
import { actorOf, admit, isSomebodyElse } from './audience.ts';
import type { Credentials } from './audience.ts';
import type { App } from './app.ts';
import { knowsOrganisations } from './brought-in.ts';
import { errorCode } from './log.ts';
import type { Meeting } from './projects.ts';
import { withoutErased } from './taken-over.ts';
import { refusalText } from '../src/lib/i18n/refusal.ts';
import { parseCommand } from '../src/lib/protocol/protocol.ts';
import type { Ack, EdgeRefusalCode, View } from '../src/lib/protocol/protocol.ts';
import type { Refusal } from '../src/lib/domain/meeting/refusal.ts';

export type Language = 'sv' | 'en';

export interface Sender {
  meeting: string;
  view: View;
  credentials: Credentials;
  language: Language;
  /** The participant that the page was made for. */
  as?: string;
  /** The meeting as it was found at the connection: its project never changes. */
  known?: Meeting;
}

/** Never rejects: whatever happens becomes an answer. `room.commits` times are for the bench. */
export async function takeCommand(app: App, sender: Sender, input: unknown): Promise<Ack> {
  const { language } = sender;
  const command = parseCommand(input);
  if (!command) return refused({ code: 'malformed' }, language);
  const since = performance.now();
  try {
    const admission = await admit(app, sender.meeting, sender.view, sender.credentials, sender.known);
    if (!admission.ok) return refused({ code: 'signed-out' }, language);
    if (isSomebodyElse(admission.audience, sender.as)) return refused({ code: 'somebody-else' }, language);
    const actor = actorOf(admission.audience);
    if (!actor) return refused({ code: 'not-allowed' }, language);
    if (command.name === 'EraseNote' && !(await app.projects.mayErase(actor.id, sender.meeting)))
      return refused({ code: 'not-allowed' }, language);
    if (!(await knowsOrganisations(app.projects, admission.meeting.projectId, command)))
      return refused({ code: 'organisation-unknown' }, language);
    const room = await app.meetings.room(sender.meeting);
    if (!room) return refused({ code: 'signed-out' }, language);
    const outcome = await room.submit(await withoutErased(app.meetings, command), actor);
    if (!outcome.ok) return refused(outcome.refusal, language);
    // What changes nothing makes no event: whoever waits for what comes next must hear of it all the same.
    if (actor.role === 'participant') app.taken?.(sender.meeting, actor.id, since);
    return outcome;
  } catch (error) {
    if (errorCode(error) !== 'unavailable') app.log.warn({ code: errorCode(error) }, 'command not answered');
    return refused({ code: 'unavailable' }, language);
  }
}

export function refused(
  refusal: Refusal | { code: EdgeRefusalCode; field?: string; limit?: number },
  language: Language
): Ack {
  return { ok: false, ...refusal, message: refusalText(refusal, language) };
}

/** The language that the person chose, else the browser's, else Swedish. */
export function languageOf(cookie: string | undefined, accepted: string | undefined): Language {
  if (cookie === 'sv' || cookie === 'en') return cookie;
  const first = /^\s*([a-z]{2})/i.exec(accepted ?? '')?.[1]?.toLowerCase();
  return first === undefined || ['sv', 'nb', 'nn', 'no', 'da', 'fi'].includes(first) ? 'sv' : 'en';
}
