/** Files in the background: how far they are, called off, kept for a while, and for nobody else. */
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Exports } from '../../../server/exports/jobs.ts';
import type { Making, Order } from '../../../server/exports/jobs.ts';
import { createLog } from '../../../server/log.ts';

const ANNA = 'anna';
const shown = { cookie: () => undefined };

/** A file that is made when the test says so. */
function order(more: Partial<Order> = {}) {
  const made = deferred();
  let making: Making | undefined;
  return {
    made,
    making: () => making!,
    order: {
      by: ANNA,
      project: 'projekt',
      name: 'Träff 2.pdf',
      type: 'application/pdf',
      may: async () => true,
      make: (how: Making) => {
        making = how;
        how.signal.addEventListener('abort', () => made.reject(new Error('cancelled')));
        return made.promise;
      },
      ...more
    } satisfies Order
  };
}

function deferred() {
  let resolve!: (file: Uint8Array) => void;
  let reject!: (error: Error) => void;
  const promise = new Promise<Uint8Array>((...both) => ([resolve, reject] = both));
  return { promise, resolve, reject };
}

let erased = 0;
const jobs = (keepMs?: number) => {
  erased = 0;
  return new Exports(createLog('silent'), async () => erased, keepMs ? { keepMs } : {});
};

test('tells how far it is, and hands it out when it is made', async () => {
  const exports = jobs();
  const one = order();
  const id = exports.start(one.order)!;
  expect(await exports.state(id, ANNA, shown)).toEqual({ state: 'making', part: 0 });
  expect(await exports.file(id, ANNA, shown)).toBeUndefined();
  one.making().done(0.4567);
  expect(await exports.state(id, ANNA, shown)).toEqual({ state: 'making', part: 0.45 });
  one.made.resolve(new Uint8Array([1]));
  await one.made.promise;
  expect(await exports.state(id, ANNA, shown)).toEqual({ state: 'ready', name: 'Träff 2.pdf' });
  expect(await exports.file(id, ANNA, shown)).toMatchObject({
    type: 'application/pdf',
    body: new Uint8Array([1])
  });
});

test('nobody else sees it, ends it or fetches it', async () => {
  const exports = jobs();
  const one = order();
  const id = exports.start(one.order)!;
  one.made.resolve(new Uint8Array());
  await one.made.promise;
  expect(await exports.state(id, 'berit', shown)).toBeUndefined();
  expect(await exports.file(id, 'berit', shown)).toBeUndefined();
  expect(exports.cancel(id, 'berit')).toBe(false);
  expect(await exports.file(id, ANNA, shown)).toBeDefined();
});

test('is gone for whoever may no longer see what is in it, and its work ends', async () => {
  let allowed = true;
  const exports = jobs();
  const one = order({ may: async () => allowed });
  const id = exports.start(one.order)!;
  allowed = false;
  expect(await exports.state(id, ANNA, shown)).toBeUndefined();
  expect(one.making().signal.aborted).toBe(true);
  allowed = true;
  expect(await exports.state(id, ANNA, shown)).toBeUndefined();
});

test('called off: the work ends, and the next one begins', async () => {
  const exports = jobs();
  const [first, second, third] = [order(), order(), order()];
  const ids = [first, second, third].map((one) => exports.start(one.order)!);
  expect(third.making()).toBeUndefined();
  expect(exports.start(order().order)).toBeUndefined();
  await wait(0);
  expect(exports.cancel(ids[0]!, ANNA)).toBe(true);
  expect(first.making().signal.aborted).toBe(true);
  await wait(0);
  expect(third.making()).toBeDefined();
  expect(await exports.state(ids[0]!, ANNA, shown)).toBeUndefined();
  exports.close();
});

test('what cannot be made is told to be so', async () => {
  const exports = jobs();
  const one = order({ make: () => Promise.reject(new Error('a text that nobody must log')) });
  const id = exports.start(one.order)!;
  await wait(0);
  expect(await exports.state(id, ANNA, shown)).toEqual({ state: 'failed' });
});

test('is thrown away after a while', async () => {
  const exports = jobs(5);
  const one = order();
  const id = exports.start(one.order)!;
  one.made.resolve(new Uint8Array());
  await expect.poll(() => exports.file(id, ANNA, shown)).toBeUndefined();
});

test('what was made before something in it was erased is handed out no more', async () => {
  const exports = jobs();
  const [before, during, after] = [order(), order(), order()];
  const first = exports.start(before.order)!;
  await wait(0);
  before.made.resolve(new Uint8Array());
  await wait(0);
  const second = exports.start(during.order)!;
  await wait(0);
  erased = 1;
  during.made.resolve(new Uint8Array());
  await wait(0);
  expect(await exports.file(first, ANNA, shown)).toBeUndefined();
  expect(await exports.state(second, ANNA, shown)).toBeUndefined();
  const third = exports.start(after.order)!;
  await wait(0);
  after.made.resolve(new Uint8Array());
  await wait(0);
  expect(await exports.file(third, ANNA, shown)).toBeDefined();
});
