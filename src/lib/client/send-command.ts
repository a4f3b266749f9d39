/** One command over HTTPS, from a page that holds no connection to the meeting. */
import type { Request } from '$lib/domain/meeting/commands';
import type { Ack, View } from '$lib/protocol/protocol';
import { ask } from './ask';
import { newId } from './ids';

/** Undefined where no answer came: nobody knows whether it was stored. */
export function sendCommand(meeting: string, view: View, request: Request): Promise<Ack | undefined> {
  return ask<Ack>(`/api/meetings/${meeting}/commands?view=${view}`, 'POST', { id: newId(), ...request });
}
