/**
 * Measures from within how long the server's main thread is held up. Loaded before the server (`--import`), it answers the
 * bench on a socket of its own (PROBE_SOCKET): `/figures` since the last time, `/profile?FILE` a CPU profile until asked again.
 */
import { createServer } from 'node:http';
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { PerformanceObserver, performance } from 'node:perf_hooks';
import { MessageChannel, Worker, isMainThread, workerData } from 'node:worker_threads';

/** Milliseconds. Shorter gaps than NOTABLE are counted only. */
const EVERY = 1;
const NOTABLE = 5;
const KEPT = 400;
const WORK_MS = 10;

/** @typedef {{ from: number; to: number }} Gap milliseconds since 1970 */

/**
 * A thread beside it that looks at the clock, and five times a second does what takes it 10 ms on a machine that is its own: how
 * much longer that takes is what the machine, not the server, adds to work on any thread.
 * @param {import('node:worker_threads').MessagePort} port
 */
function beside(port) {
  const gaps = new Gaps();
  const rounds = roundsIn(WORK_MS);
  /** @type {number[]} */
  let took = [];
  setInterval(() => {
    took.push(timed(rounds));
    gaps.skip();
  }, 200).unref();
  port.on('message', () => {
    port.postMessage({ ...gaps.taken(), took });
    took = [];
  });
}

/** @param {number} milliseconds */
function roundsIn(milliseconds) {
  // The best of many: the others were interrupted.
  const best = Math.min(...Array.from({ length: 40 }, () => timed(1_000_000)));
  return Math.round((1_000_000 * milliseconds) / best);
}

/** @param {number} rounds */
function timed(rounds) {
  const began = performance.now();
  let sum = 0;
  for (let round = 0; round < rounds; round++) sum = (sum * 31 + round) | 0;
  return sum === 0.5 ? 0 : performance.now() - began;
}

/** @param {string} path */
function probe(path) {
  const gaps = new Gaps();
  /** @type {Gap[]} */
  let collections = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      const from = performance.timeOrigin + startTime;
      collections.push({ from, to: from + duration });
    }
  }).observe({ entryTypes: ['gc'] });
  const { port1, port2 } = new MessageChannel();
  new Worker(new URL(import.meta.url), {
    workerData: { probe: port2 },
    transferList: [port2],
    execArgv: []
  }).unref();
  const figures = async () => {
    const machine = await new Promise((resolve) => {
      port1.once('message', resolve);
      port1.postMessage('');
    });
    const garbage = collections;
    collections = [];
    port1.unref();
    return { main: gaps.taken(), machine, garbage };
  };
  /** @type {Session | undefined} */
  let profile;
  const server = createServer(async (request, response) => {
    const [what, file] = decodeURIComponent(request.url ?? '').split('?');
    if (what === '/figures') return void response.end(JSON.stringify(await figures()));
    if (!profile) {
      profile = new Session();
      profile.connect();
      await profile.post('Profiler.enable');
      await profile.post('Profiler.setSamplingInterval', { interval: 250 });
      await profile.post('Profiler.start');
    } else {
      const stopped = await profile.post('Profiler.stop');
      profile.disconnect();
      profile = undefined;
      writeFileSync(/** @type {string} */ (file), JSON.stringify(stopped.profile));
    }
    response.end();
  });
  server.listen(path).unref();
}

/** How much later than it should a timer comes. */
class Gaps {
  #last = performance.now();
  /** @type {number[]} by whole milliseconds */
  #counts = [];
  /** @type {Gap[]} */
  #notable = [];

  constructor() {
    const look = () => {
      const now = performance.now();
      const late = Math.max(0, now - this.#last - EVERY);
      const bin = Math.floor(late * 10);
      this.#counts[bin] = (this.#counts[bin] ?? 0) + 1;
      if (late >= NOTABLE)
        this.#notable.push({ from: performance.timeOrigin + this.#last, to: performance.timeOrigin + now });
      this.#last = now;
      setTimeout(look, EVERY).unref?.();
    };
    look();
  }

  /** What is going on now is no gap. */
  skip() {
    this.#last = performance.now();
  }

  /** Since the last time: counts by tenths of a millisecond, as pairs, and the longest gaps. */
  taken() {
    const counts = Object.entries(this.#counts).map(([bin, count]) => [Number(bin) / 10, count]);
    const longest = this.#notable.sort((a, b) => b.to - b.from - (a.to - a.from)).slice(0, KEPT);
    this.#counts = [];
    this.#notable = [];
    return { counts, longest };
  }
}

// Below the class that it needs.
if (!isMainThread && workerData?.probe) beside(workerData.probe);
else if (isMainThread && process.env.PROBE_SOCKET && process.argv[1]?.endsWith('server/main.js'))
  probe(process.env.PROBE_SOCKET);
