/** A leader's own notes on their way: one save after the other, and the last letters also when the page goes. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { OwnNotes } from '../../../src/lib/meeting/console/own-notes.svelte.ts';
import type {
  LeaderNotes,
  LeaderNotesSaved,
  LeaderNotesToSave
} from '../../../src/lib/protocol/leader-notes.ts';

/** Every save that was sent, to be answered by hand. */
interface Put extends LeaderNotesToSave {
  keepalive: boolean;
  answer(saved: LeaderNotesSaved): Promise<void>;
  fail(): Promise<void>;
}

let puts: Put[];
let kept: LeaderNotes;
let notes: OwnNotes;
let page: EventTarget;
let stop: () => void;
async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
}

beforeEach(async () => {
  vi.useFakeTimers();
  puts = [];
  kept = { text: 'Före', version: 3 };
  page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  vi.stubGlobal('document', new EventTarget());
  vi.stubGlobal('fetch', (_: string, request?: RequestInit) => {
    if (!request) return Promise.resolve(Response.json(kept));
    return new Promise((resolve, reject) => {
      puts.push({
        ...(JSON.parse(request.body as string) as LeaderNotesToSave),
        keepalive: request.keepalive ?? false,
        answer: async (saved) => (resolve(Response.json(saved)), settle()),
        fail: async () => (reject(new TypeError('no net')), settle())
      });
    });
  });
  notes = new OwnNotes('meeting-1');
  stop = notes.start();
  await settle();
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const later = () => vi.advanceTimersByTimeAsync(700);
const leave = () => page.dispatchEvent(new Event('pagehide'));

test('what is written while a save is under way waits for its answer', async () => {
  notes.write('Före A');
  await later();
  notes.write('Före AB');
  await later();
  await later();
  expect(puts).toMatchObject([{ text: 'Före A', version: 3 }]);
  await puts[0]!.answer({ ok: true, version: 4 });
  await later();
  expect(puts[1]).toMatchObject({ text: 'Före AB', version: 4 });
  expect(puts[1]!.sent).toBeUndefined();
  await puts[1]!.answer({ ok: true, version: 5 });
  expect(notes.state).toBe('saved');
});

test('when the page goes the last letters go at once, and say what was sent before them', async () => {
  notes.write('Före A');
  await later();
  notes.write('Före AB');
  leave();
  expect(puts[1]).toMatchObject({ text: 'Före AB', version: 3, sent: 'Före A', keepalive: true });
  // Hidden first, then gone: once is enough.
  leave();
  expect(puts).toHaveLength(2);
});

test('a page that comes back does not clash with itself, in whichever order the answers come', async () => {
  notes.write('Före A');
  await later();
  notes.write('Före AB');
  leave();
  await puts[1]!.answer({ ok: true, version: 4 });
  // It was overtaken, and is not stored.
  await puts[0]!.answer({ ok: false, kept: { text: 'Före AB', version: 4 } });
  expect([notes.state, notes.other]).toEqual(['saved', undefined]);
  notes.write('Före ABC');
  await later();
  expect(puts[2]).toMatchObject({ text: 'Före ABC', version: 4 });
});

test('where the last save failed the next one goes on from the one before it', async () => {
  notes.write('Före A');
  await later();
  notes.write('Före AB');
  leave();
  await puts[1]!.fail();
  expect(notes.state).toBe('waiting');
  await puts[0]!.answer({ ok: true, version: 4 });
  await vi.advanceTimersByTimeAsync(3_500);
  expect(puts[2]).toMatchObject({ text: 'Före AB', version: 4 });
});

test('another tab is still told of', async () => {
  notes.write('Före A');
  await later();
  const theirs = { text: 'Annat', version: 9 };
  await puts[0]!.answer({ ok: false, kept: theirs });
  expect(notes.other).toEqual(theirs);
  notes.settle('join');
  await later();
  expect(puts[1]).toMatchObject({ text: 'Annat\n\nFöre A', version: 9 });
  expect(puts[1]!.sent).toBeUndefined();
});
