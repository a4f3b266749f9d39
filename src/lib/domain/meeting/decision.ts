/** What a command comes to, and the small words in which decisions are written. */
import type { MeetingEvent } from './events.ts';
import type { Refusal, RefusalCode } from './refusal.ts';
import type { MeetingState, Prompt } from './state.ts';

export type Decision = { ok: true; events: readonly MeetingEvent[] } | { ok: false; refusal: Refusal };

/** The wish is fulfilled already. */
export const nothing: Decision = { ok: true, events: [] };

export function happen(...events: MeetingEvent[]): Decision {
  return { ok: true, events };
}

export function refuse(code: RefusalCode, more: Omit<Refusal, 'code'> = {}): Decision {
  return { ok: false, refusal: { code, ...more } };
}

export function withPrompt(state: MeetingState, id: string, then: (prompt: Prompt) => Decision): Decision {
  const prompt = state.prompts[id];
  return prompt && !prompt.removed ? then(prompt) : refuse('prompt-unknown');
}

/** Closes whatever is open, but for the one named: one question at a time. */
export function closing(state: MeetingState, but?: string): MeetingEvent[] {
  return state.agenda
    .filter((id) => id !== but && state.prompts[id]?.stage === 'open')
    .map((prompt) => ({ name: 'PromptClosed', data: { prompt } }));
}

/** Ends the finding that is on, but for the prompt named: phones show one thing at a time. */
export function endingFinding(state: MeetingState, but?: string): MeetingEvent[] {
  return state.agenda
    .filter((id) => id !== but && state.prompts[id]?.finding === 'on')
    .map((prompt) => ({ name: 'FindingEnded', data: { prompt } }));
}
