/** A leader asks where the rest of a prompt's notes would go: checked and admitted like a command, but nothing happens. */
import { refusalText } from '../src/lib/i18n/refusal.ts';
import { hasClusters } from '../src/lib/domain/meeting/cluster.ts';
import { ID_PATTERN } from '../src/lib/domain/meeting/ids.ts';
import type { RefusalCode } from '../src/lib/domain/meeting/refusal.ts';
import type { EdgeRefusalCode, SortAnswer } from '../src/lib/protocol/protocol.ts';
import type { App } from './app.ts';
import { admit } from './audience.ts';
import type { Language, Sender } from './command-door.ts';
import { errorCode } from './log.ts';

/** Never rejects. */
export async function sortDoor(app: App, sender: Sender, input: unknown): Promise<SortAnswer> {
  const refuse = (code: RefusalCode | EdgeRefusalCode) => noSort({ code }, sender.language);
  if (typeof input !== 'string' || !ID_PATTERN.test(input)) return refuse('malformed');
  if (sender.view !== 'leader') return refuse('not-allowed');
  try {
    const admission = await admit(app, sender.meeting, sender.view, sender.credentials, sender.known);
    const room = admission.ok ? await app.meetings.room(sender.meeting) : undefined;
    if (!room) return refuse('signed-out');
    const prompt = room.state.prompts[input];
    if (!prompt || prompt.removed) return refuse('prompt-unknown');
    if (!hasClusters(prompt)) return refuse('not-clustered');
    return { ok: true, placements: await app.machine.sort(room, prompt.id) };
  } catch (error) {
    app.log.warn({ code: errorCode(error) }, 'not sorted');
    return refuse('unavailable');
  }
}

export function noSort(refusal: { code: RefusalCode | EdgeRefusalCode }, language: Language): SortAnswer {
  return { ok: false, code: refusal.code, message: refusalText(refusal, language) };
}
