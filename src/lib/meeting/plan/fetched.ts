/** What the plan asks the server for besides the meeting itself. Rejects with nothing: a server that is silent is an answer too. */
import type { EarlierMeeting } from '$lib/domain/agenda/earlier-words';
import type { Agenda, AgendaStep } from '$lib/domain/agenda/step';
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

export type Said<T> = ({ ok: true } & T) | { ok: false; field?: string; message: string };

/** Looks; undefined where no answer came. */
export async function look<T extends Sources | Agenda | { meetings: readonly EarlierMeeting[] }>(
  path: string
): Promise<T | undefined> {
  try {
    const response = await fetch(path, { headers: { accept: 'application/json' } });
    return isOurs(response) ? ((await response.json()) as T) : undefined;
  } catch {
    return undefined;
  }
}

/** Asks for a change; where no answer came, that is the sentence. */
export async function tell<T>(
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown
): Promise<Said<T>> {
  try {
    const response = await fetch(path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body)
    });
    if (isOurs(response)) return (await response.json()) as Said<T>;
  } catch {
    // Said below.
  }
  return { ok: false, message: m.plan_no_net() };
}

/** A hotel's sign-in page answers 200 with HTML. */
function isOurs(response: Response): boolean {
  return response.ok && Boolean(response.headers.get('content-type')?.startsWith('application/json'));
}
