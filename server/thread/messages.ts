/** What the main thread and a worker say to each other. */

/** Of a task of which the worker has said that there is more to do: `goOn` with it, or `drop` it. */
export type ToWorker<Task> =
  { id: number; task: Task } | { goOn: number } | { drop: number } | { forget: string };

/**
 * A failure is told by its name alone: its message may hold what somebody wrote. `more`: others may have their turn now; `part`: of a
 * task that can tell, how much of it is done, from 0 to 1.
 */
export type FromWorker =
  | { ready: true }
  | { id: number; answer: unknown }
  | { id: number; more: true; part?: number }
  | { id: number; fault: string };
