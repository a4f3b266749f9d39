/** Decides about the time of a step. Times are the server's clock, which comes in with the command. */
import type { Command } from './commands.ts';
import { happen, nothing, refuse, withPrompt } from './decision.ts';
import type { Decision } from './decision.ts';
import type { MeetingState } from './state.ts';
import { kept, leftOf, resumed, stopped } from './timer.ts';
import type { Timer } from './timer.ts';

type TimerCommand = Extract<
  Command,
  { name: 'StartTimer' | 'PauseTimer' | 'ResumeTimer' | 'ExtendTimer' | 'StopTimer' }
>;

export function decideTimer(state: MeetingState, command: TimerCommand): Decision {
  const { at } = command;
  return withPrompt(state, command.data.prompt, ({ id, stage, timer }) => {
    const set = (next: Timer | undefined): Decision =>
      happen({ name: 'TimerSet', data: { prompt: id, timer: kept(next, at) } });
    if (command.name === 'StopTimer') return timer ? set(undefined) : nothing;
    if (stage !== 'open') return refuse('prompt-not-open');
    if (command.name === 'StartTimer') {
      const length = command.data.seconds * 1_000;
      return set({ length, endsAt: at + length });
    }
    if (!timer) return refuse('timer-not-set');
    switch (command.name) {
      case 'PauseTimer':
        return 'endsAt' in timer ? set(stopped(timer, at)) : nothing;
      case 'ResumeTimer':
        return 'endsAt' in timer || timer.left <= 0 ? nothing : set(resumed(timer, at));
      case 'ExtendTimer': {
        const more = command.data.seconds * 1_000;
        // A minute more, asked for a while after the end, is a minute from now.
        const left = Math.max(0, Math.max(0, leftOf(timer, at)) + more);
        const length = Math.max(0, timer.length + more);
        return set('endsAt' in timer ? { length, endsAt: at + left } : { length, left });
      }
    }
  });
}

/** The machine closes a step whose time is out, where a leader has said so. */
export function closeInTime(state: MeetingState, id: string, at: number): Decision {
  const prompt = state.prompts[id];
  const { timer } = prompt ?? {};
  if (!prompt || prompt.stage !== 'open' || !prompt.closes || !timer) return nothing;
  const isOut = 'endsAt' in timer && leftOf(timer, at) <= 0;
  return isOut ? happen({ name: 'PromptClosed', data: { prompt: id } }) : nothing;
}
