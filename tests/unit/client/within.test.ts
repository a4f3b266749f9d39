/** A request that nobody answers ends after its time, also in a browser without `AbortSignal.timeout`. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { within } from '../../../src/lib/client/within.ts';

const silent = createServer(() => {});

afterEach(() => {
  vi.unstubAllGlobals();
  silent.closeAllConnections();
  silent.close();
});

test('in an old phone', async () => {
  class Old extends AbortSignal {
    static override timeout = undefined as never;
  }
  vi.stubGlobal('AbortSignal', Old);
  await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done));
  const { port } = silent.address() as AddressInfo;
  const signal = within(50);
  expect(signal.aborted).toBe(false);
  await expect(fetch(`http://127.0.0.1:${port}/`, { signal })).rejects.toMatchObject({ name: 'AbortError' });
});
