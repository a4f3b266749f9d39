/** What the main thread and a worker say to each other. */

/** `goOn`: with a task of which the worker has said that there is more to do. */
export type ToWorker<Task> = { id: number; task: Task } | { goOn: number } | { forget: string };

/** A failure is told by its name alone: its message may hold what somebody wrote. `more`: others may have their turn now. */
export type FromWorker =
  | { ready: true }
  | { id: number; answer: unknown }
  | { id: number; more: true }
  | { id: number; fault: string };
