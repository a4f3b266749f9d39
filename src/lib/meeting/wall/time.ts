/** The time of the step that is open, for the foot of every screen: set by the screen, read where it is shown. */
import { createContext } from 'svelte';
import type { Timer } from '$lib/domain/meeting/timer';

export interface WallTime {
  /** Undefined where no step has a time, or the screen shows it by itself. */
  readonly timer: Timer | undefined;
  /** By the server's clock: milliseconds since 1970. */
  readonly now: number;
}

export const [wallTime, setWallTime] = createContext<WallTime>();
