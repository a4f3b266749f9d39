/** The time of the step that is open, and what a leader does about it. */
import { leftOf } from '$lib/domain/meeting/timer';
import type { PromptView } from '$lib/domain/meeting/view';
import { secondsLeft } from '$lib/i18n/left';
import { Clock } from '../clock.svelte';
import type { Desk } from './desk.svelte';

/** Suggested where none runs. */
const SUGGESTED = 5;
export const MOST_MINUTES = 600;
const MINUTE_S = 60;

export class StepTime {
  readonly #desk: Desk;
  readonly #clock: Clock;
  /** What would be started. */
  minutes = $state(SUGGESTED);

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#clock = new Clock(() => desk.live.now());
  }

  get prompt(): PromptView | undefined {
    const { agenda, prompts } = this.#desk.view;
    return agenda.map((id) => prompts[id]).find((prompt) => prompt?.stage === 'open');
  }

  get isRunning(): boolean {
    const timer = this.prompt?.timer;
    return timer !== undefined && 'endsAt' in timer;
  }

  /** Milliseconds, negative when it is over; undefined where the open step has no time. */
  get left(): number | undefined {
    const timer = this.prompt?.timer;
    return timer && leftOf(timer, this.#clock.now);
  }

  get isOver(): boolean {
    return this.left !== undefined && secondsLeft(this.left) <= 0;
  }

  /** Pauses what runs, lets go on what stands, starts what is not there. When it is over there is nothing to hold. */
  toggle(): void {
    const { prompt } = this;
    if (!prompt) return;
    if (!prompt.timer) this.start();
    else if (this.isOver) this.stop();
    else void this.#desk.act({ name: this.isRunning ? 'PauseTimer' : 'ResumeTimer', data: of(prompt) });
  }

  start(): void {
    const { prompt } = this;
    const minutes = Math.min(Math.max(Math.round(this.minutes) || SUGGESTED, 1), MOST_MINUTES);
    if (prompt) {
      void this.#desk.act({ name: 'StartTimer', data: { ...of(prompt), seconds: minutes * MINUTE_S } });
    }
  }

  more(): void {
    const { prompt } = this;
    if (!prompt?.timer) return;
    void this.#desk.act({ name: 'ExtendTimer', data: { ...of(prompt), seconds: MINUTE_S } });
  }

  stop(): void {
    const { prompt } = this;
    if (prompt) void this.#desk.act({ name: 'StopTimer', data: of(prompt) });
  }
}

function of({ id }: PromptView): { prompt: string } {
  return { prompt: id };
}
