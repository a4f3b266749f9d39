/** The phone's way out, against a net that comes and goes. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Outbox } from '../../../src/lib/client/outbox.svelte.ts';
import type { Ack } from '../../../src/lib/protocol/protocol.ts';

/** Every letter that was sent, to be answered by hand. */
class Net {
  readonly sent: { id: string; name: string; data: unknown; answer(ack: Ack): void; fail(): void }[] = [];
  readonly outbox = new Outbox(
    'meeting-1',
    'berit-01',
    ({ id, name, data }) =>
      new Promise((answer, reject) => {
        this.sent.push({ id, name, data, answer, fail: () => reject(new Error('no net')) });
      }),
    () => {}
  );
}

let net: Net;
beforeEach(async () => {
  vi.useFakeTimers();
  net = new Net();
  const started = net.outbox.start();
  await vi.runAllTimersAsync();
  await started;
});
afterEach(() => {
  net.outbox.stop();
  vi.useRealTimers();
});

const settle = () => vi.advanceTimersByTimeAsync(0);
const write = (note: string) => net.outbox.add('SubmitNote', note, 'prompt-1', { text: 'Nav' });

test('a letter keeps its id until it is answered', async () => {
  write('note-0001');
  net.sent[0]!.fail();
  await vi.advanceTimersByTimeAsync(1_000);
  net.sent[1]!.answer({ ok: false, code: 'too-fast', message: '' });
  await vi.advanceTimersByTimeAsync(2_000);
  net.sent[2]!.answer({ ok: true, seq: 1 });
  await settle();
  expect(new Set(net.sent.map(({ id }) => id)).size).toBe(1);
  expect(net.outbox.items).toEqual([]);
});

test('letters go one after the other, in the order of writing', async () => {
  write('note-0001');
  net.outbox.add('ChangeNote', 'note-0001', 'prompt-1', { text: 'Navet' });
  net.outbox.add('WithdrawNote', 'note-0001', 'prompt-1', {});
  for (let index = 0; index < 3; index++) {
    expect(net.sent).toHaveLength(index + 1);
    net.sent[index]!.answer({ ok: true, seq: index + 1 });
    await settle();
  }
  expect(net.sent.map(({ name }) => name)).toEqual(['SubmitNote', 'ChangeNote', 'WithdrawNote']);
});

test('a note that never left is taken back without telling anybody', async () => {
  write('note-0001');
  write('note-0002');
  net.outbox.add('ChangeNote', 'note-0002', 'prompt-1', { text: 'Navet' });
  net.outbox.add('WithdrawNote', 'note-0002', 'prompt-1', {});
  expect(net.outbox.items.map(({ letter }) => 'note' in letter && letter.note)).toEqual(['note-0001']);
  net.sent[0]!.answer({ ok: true, seq: 1 });
  await settle();
  expect(net.sent).toHaveLength(1);
});

test('a note that may have arrived is taken back from the server', async () => {
  write('note-0001');
  net.sent[0]!.fail();
  await settle();
  net.outbox.add('WithdrawNote', 'note-0001', 'prompt-1', {});
  await vi.advanceTimersByTimeAsync(2_000);
  net.sent[1]!.answer({ ok: true, seq: 1 });
  await settle();
  expect(net.sent.map(({ name }) => name)).toEqual(['SubmitNote', 'SubmitNote', 'WithdrawNote']);
});

test('when the net comes back a waiting letter goes at once', async () => {
  write('note-0001');
  net.sent[0]!.fail();
  await settle();
  expect(net.sent).toHaveLength(1);
  net.outbox.hurry();
  await settle();
  expect(net.sent).toHaveLength(2);
});

test('also one that was still on its way over the old connection', async () => {
  write('note-0001');
  for (let index = 0; index < 6; index++) {
    net.sent[index]!.fail();
    await vi.advanceTimersByTimeAsync(20_000);
  }
  net.outbox.hurry();
  net.sent[6]!.fail();
  await settle();
  expect(net.sent).toHaveLength(8);
});

test('where the first letter waits, those behind it wait too', async () => {
  write('note-0001');
  write('note-0002');
  net.sent[0]!.fail();
  await settle();
  expect(net.outbox.items.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
});

test('a refused letter stays until its author does something about it', async () => {
  write('note-0001');
  net.sent[0]!.answer({ ok: false, code: 'prompt-closed', message: 'Frågan är stängd.' });
  await settle();
  expect(net.outbox.items).toMatchObject([{ state: 'refused', message: 'Frågan är stängd.' }]);
  net.outbox.add('ChangeNote', 'note-0001', 'prompt-1', { text: 'Navet' });
  await settle();
  // It never reached anybody: changing it is sending it, under a new id.
  expect(net.sent.map(({ name }) => name)).toEqual(['SubmitNote', 'SubmitNote']);
  expect(net.sent[1]!.id).not.toBe(net.sent[0]!.id);
});

const answer = () =>
  net.outbox.tap({
    kind: 'GiveAnswer',
    data: { prompt: 'prompt-1', cluster: 'cluster-1', says: 'own' }
  });

test('an answer goes as notes do, after those that were written before it, and once', async () => {
  write('note-0001');
  answer();
  net.sent[0]!.answer({ ok: true, seq: 1 });
  await settle();
  net.sent[1]!.fail();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(net.sent.map(({ name }) => name)).toEqual(['SubmitNote', 'GiveAnswer', 'GiveAnswer']);
  expect(net.sent[2]!.id).toBe(net.sent[1]!.id);
  net.sent[2]!.answer({ ok: true, seq: 2 });
  await settle();
  expect(net.outbox.items).toEqual([]);
});

test('an answer that comes too late is not kept: nobody could do anything about it', async () => {
  answer();
  net.sent[0]!.answer({ ok: false, code: 'finding-not-on', message: 'Rummet frågas inte längre.' });
  await settle();
  expect(net.outbox.items).toEqual([]);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(net.sent).toHaveLength(1);
});

describe('a ballot', () => {
  const cast = (...options: string[]) =>
    net.outbox.cast('prompt-vote', Object.fromEntries(options.map((id) => [id, 1])));

  test('takes the place of one that has not left; one that may have left is sent to its end', async () => {
    cast('nav');
    cast('nav', 'bro');
    cast('bro');
    expect(net.sent.map(({ data }) => data)).toEqual([{ prompt: 'prompt-vote', ballot: { nav: 1 } }]);
    net.sent[0]!.fail();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(net.sent[1]!.id).toBe(net.sent[0]!.id);
    net.sent[1]!.answer({ ok: true, seq: 1 });
    await settle();
    net.sent[2]!.answer({ ok: true, seq: 2 });
    await settle();
    expect(net.sent).toHaveLength(3);
    expect(net.sent[2]!.data).toEqual({ prompt: 'prompt-vote', ballot: { bro: 1 } });
    expect(net.outbox.items).toEqual([]);
  });

  test('leaves alone those of another vote', async () => {
    write('note-0001');
    cast('nav');
    net.outbox.cast('prompt-other', { bro: 1 });
    expect(net.outbox.items.map(({ letter }) => letter.kind)).toEqual([
      'SubmitNote',
      'CastBallot',
      'CastBallot'
    ]);
  });

  test('that was refused stays with the reason, until one votes anew', async () => {
    cast('nav');
    net.sent[0]!.answer({ ok: false, code: 'vote-closed', message: 'Röstningen är stängd.' });
    await settle();
    expect(net.outbox.items).toMatchObject([{ state: 'refused', message: 'Röstningen är stängd.' }]);
    cast('bro');
    expect(net.outbox.items).toMatchObject([{ state: 'sending', letter: { data: { ballot: { bro: 1 } } } }]);
  });
});
