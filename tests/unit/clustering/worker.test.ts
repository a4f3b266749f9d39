/** The worker's host: whatever becomes of the thread, everybody who waits gets an answer or a reason. */
import { Worker } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import { Clustering } from '../../../server/clustering/clustering.ts';
import type { ThreadOptions } from '../../../server/thread/thread.ts';
import type { Task } from '../../../server/clustering/task.ts';
import { createLog } from '../../../server/log.ts';

/** A worker that does what the key of its task says, and else answers with the key. What is long has three slices. */
const PLAY = `
  const { parentPort, workerData } = require('node:worker_threads');
  if (workerData === 'broken') process.exit(1);
  const slices = new Map();
  parentPort.on('message', (message) => {
    if (message.forget) return;
    const { id = message.goOn, task } = message;
    if (task?.key.startsWith('long')) slices.set(id, { left: 3, key: task.key });
    const long = slices.get(id);
    if (long && --long.left > 0) return parentPort.postMessage({ id, more: true });
    if (long?.key === 'long, then die') process.exit(1);
    if (long) return parentPort.postMessage({ id, answer: long.key });
    if (task.key === 'die') process.exit(1);
    if (task.key === 'throw') throw new Error('NAV');
    if (task.key === 'fail') return parentPort.postMessage({ id, fault: 'RangeError' });
    if (task.key === 'sleep') return;
    parentPort.postMessage({ id, answer: task.key });
  });
  parentPort.postMessage({ ready: true });
`;
const open: Clustering[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

function clustering(options: Partial<ThreadOptions> & { broken?: boolean } = {}) {
  let started = 0;
  const start = () => {
    started++;
    return new Worker(PLAY, { eval: true, workerData: options.broken ? 'broken' : '' });
  };
  const made = new Clustering('.', createLog('silent'), { start, restMs: 0, ...options });
  open.push(made);
  return { made, started: () => started };
}
const generations: number[] = [];
const ask = ({ made }: { made: Clustering }, key: string): Promise<unknown> =>
  made.ask((generation) => {
    generations.push(generation);
    return { key } as Task<'priors'>;
  });
const code = (promise: Promise<unknown>) => promise.then(String, (error: { code: string }) => error.code);

test('tasks are answered in turn, by a worker that is started when it is needed', async () => {
  const one = clustering();
  expect(one.started()).toBe(0);
  expect(await Promise.all(['a', 'b', 'c'].map((key) => ask(one, key)))).toEqual(['a', 'b', 'c']);
  expect(one.started()).toBe(1);
});

test.each(['die', 'throw'])(
  'a worker that cannot take it (%s) fails that task, and the others are told too',
  async (key) => {
    const one = clustering();
    const all = Promise.all(['a', key, 'b'].map((task) => code(ask(one, task))));
    expect(await all).toEqual(['a', 'died', 'lost']);
    generations.length = 0;
    expect(await code(ask(one, 'c'))).toBe('c');
    expect(generations).toEqual([2]);
    expect(one.started()).toBe(2);
  }
);

test('what comes while a long task is done has its turn first, and long ones take turns', async () => {
  const one = clustering();
  const answered: unknown[] = [];
  const all = ['long 1', 'a', 'long 2', 'b'].map(async (key) => answered.push(await ask(one, key)));
  await Promise.all(all);
  expect(answered).toEqual(['a', 'b', 'long 1', 'long 2']);
  expect(one.started()).toBe(1);
});

test('a worker that dies over a slice fails that task alone', async () => {
  const one = clustering();
  const all = Promise.all(['long, then die', 'long'].map((key) => code(ask(one, key))));
  expect(await all).toEqual(['died', 'lost']);
  expect(await code(ask(one, 'long'))).toBe('long');
});

test('a task that fails leaves the worker alive', async () => {
  const one = clustering();
  expect(await Promise.all(['fail', 'a'].map((key) => code(ask(one, key))))).toEqual(['fault', 'a']);
  expect(one.started()).toBe(1);
});

test('a task that cannot even be made fails alone', async () => {
  const { made } = clustering();
  const unmade = made.ask<'priors'>(() => {
    throw new Error('no such prompt');
  });
  expect(await code(unmade)).toBe('fault');
  expect(await code(ask({ made }, 'a'))).toBe('a');
});

test('a task without an end is ended', async () => {
  const one = clustering({ taskMs: 300 });
  expect(await Promise.all(['sleep', 'a'].map((key) => code(ask(one, key))))).toEqual(['late', 'lost']);
  expect(await code(ask(one, 'b'))).toBe('b');
});

test('a worker that never comes up is blamed on no task, and is left alone for a while', async () => {
  const one = clustering({ broken: true, restMs: 60_000 });
  expect(await code(ask(one, 'a'))).toBe('not-started');
  expect(await code(ask(one, 'b'))).toBe('resting');
  expect(one.started()).toBe(1);
});

test('no more than 200 wait', async () => {
  const one = clustering();
  const asked = Array.from({ length: 202 }, (_, index) => code(ask(one, `task-${index}`)));
  expect((await Promise.all(asked)).filter((answer) => answer === 'busy')).toHaveLength(2);
});

test('whoever waits when it is closed is told, and whoever comes later', async () => {
  const one = clustering();
  const waiting = code(ask(one, 'sleep'));
  await one.made.close();
  expect(await waiting).toBe('closed');
  expect(await code(ask(one, 'a'))).toBe('closed');
});
