/** What the probe in the server (probe.js) has seen, in figures: how long the main thread was held up, and by whom. */
import { request } from 'node:http';
import { percentile } from './burst.ts';

interface Gap {
  from: number;
  to: number;
}
interface Seen {
  /** How many timers came so many milliseconds late. */
  counts: [late: number, count: number][];
  longest: Gap[];
}

/** Milliseconds that timers came late. */
export interface HeldUp {
  p99: number;
  worst: number;
  /** Without what the collection of garbage, or the machine, took of it. */
  worstOwn: number;
  worstGarbage: number;
  /** How often it was held up by more than LIMIT_MS, in all and by its own work. */
  over: number;
  overOwn: number;
  /** A thread beside it that only looks at the clock. */
  machineWorst: number;
  /** What 10 ms of work took on that thread. */
  workP50: number;
  workP95: number;
  workWorst: number;
}

/** What the loop must never be held up for. */
export const LIMIT_MS = 20;

export class Probe {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  /** Since the last time. */
  async figures(): Promise<HeldUp> {
    const { main, machine, garbage } = JSON.parse(await this.#ask('/figures')) as {
      main: Seen;
      machine: Seen & { took: number[] };
      garbage: Gap[];
    };
    const own = main.longest.map((gap) =>
      Math.max(0, length(gap) - Math.max(shared(gap, garbage), shared(gap, machine.longest)))
    );
    const worst = main.longest[0];
    return {
      p99: late(main, 0.99),
      worst: worst ? length(worst) : late(main, 1),
      worstOwn: Math.max(0, ...own),
      worstGarbage: Math.max(0, ...garbage.map(length)),
      over: main.longest.filter((gap) => length(gap) > LIMIT_MS).length,
      overOwn: own.filter((milliseconds) => milliseconds > LIMIT_MS).length,
      machineWorst: machine.longest[0] ? length(machine.longest[0]) : late(machine, 1),
      workP50: percentile(machine.took, 0.5),
      workP95: percentile(machine.took, 0.95),
      workWorst: Math.max(0, ...machine.took)
    };
  }

  /** Begins a CPU profile of the server; called again, writes it to that file. */
  async profile(file: string): Promise<void> {
    await this.#ask(`/profile?${encodeURIComponent(file)}`);
  }

  #ask(path: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const asked = request({ socketPath: this.#path, path }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve(text));
      });
      asked.on('error', reject).end();
    });
  }
}

function length({ from, to }: Gap): number {
  // The timer was to come after a millisecond anyhow.
  return to - from - 1;
}

/** Milliseconds of a gap that others cover. */
function shared({ from, to }: Gap, others: readonly Gap[]): number {
  return others.reduce((sum, one) => sum + Math.max(0, Math.min(to, one.to) - Math.max(from, one.from)), 0);
}

function late({ counts }: Seen, share: number): number {
  const sorted = [...counts].sort(([a], [b]) => a - b);
  const all = sorted.reduce((sum, [, count]) => sum + count, 0);
  let seen = 0;
  for (const [milliseconds, count] of sorted) if ((seen += count) >= all * share) return milliseconds;
  return 0;
}
