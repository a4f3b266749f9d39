/** What the plan and the console ask the server for besides the meeting itself. */
import type { AgendaStep } from '$lib/domain/agenda/step';
import type { BroughtItem } from '$lib/domain/meeting/brought';
import { ask } from '$lib/client/ask';
import { m } from '$lib/paraglide/messages';

export interface OwnTemplate {
  id: string;
  name: string;
  steps: readonly AgendaStep[];
}

/** Whatever else steps can be taken from. */
export interface Sources {
  own: readonly OwnTemplate[];
  projects: readonly {
    id: string;
    name: string;
    meetings: readonly { id: string; number: number; title: string }[];
  }[];
}

/** What the steps of a meeting have left behind so far. */
export interface EarlierMeeting {
  /** Its id. */
  meeting: string;
  number: number;
  title: string;
  steps: readonly { prompt: string; title: string; items: readonly BroughtItem[] }[];
}

export type Said<T> = ({ ok: true } & T) | { ok: false; field?: string; message: string };

/** Asks for a change; where no answer came, that is the sentence. */
export async function tell<T>(
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown
): Promise<Said<T>> {
  return (await ask<Said<T>>(path, method, body)) ?? { ok: false, message: m.plan_no_net() };
}
