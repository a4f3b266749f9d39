/** A replay's clock: how many cards have come. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Player } from '../../../src/lib/meeting/wall/picture/player.svelte.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('before anybody touches it, all cards are there, and nothing plays', () => {
  const player = new Player(() => 120);
  expect(player.shown).toBe(120);
  vi.advanceTimersByTime(10_000);
  expect(player).toMatchObject({ shown: 120, playing: false });
});

test('played, it begins with none and ends with all, in three quarters of a minute', () => {
  const player = new Player(() => 120);
  player.play();
  expect(player).toMatchObject({ shown: 0, playing: true });
  vi.advanceTimersByTime(22_600);
  expect(player.shown).toBe(60);
  vi.advanceTimersByTime(22_600);
  expect(player).toMatchObject({ shown: 120, playing: false });
  expect(vi.getTimerCount()).toBe(0);
});

test('few cards come one a second, slower or faster on wish, also on the way', () => {
  const player = new Player(() => 5);
  player.play();
  vi.advanceTimersByTime(2_000);
  expect(player.shown).toBe(2);
  player.pace = 'fast';
  vi.advanceTimersByTime(500);
  expect(player.shown).toBe(3);
  player.pace = 'slow';
  vi.advanceTimersByTime(1_000);
  expect(player.shown).toBe(3);
});

test('paused it holds, and goes on from there', () => {
  const player = new Player(() => 5);
  player.play();
  vi.advanceTimersByTime(3_000);
  player.pause();
  vi.advanceTimersByTime(3_000);
  expect(player).toMatchObject({ shown: 3, playing: false });
  player.play();
  expect(player.shown).toBe(3);
});

test('moved by hand it holds there, within what there is', () => {
  const player = new Player(() => 5);
  player.play();
  player.go(2);
  expect(player).toMatchObject({ shown: 2, playing: false });
  player.go(9);
  expect(player.shown).toBe(5);
  player.go(-1);
  expect(player.shown).toBe(0);
});

test('cards that come later are there too, unless it was moved', () => {
  let count = 5;
  const player = new Player(() => count);
  count = 6;
  expect(player.shown).toBe(6);
  player.go(2);
  count = 7;
  expect(player.shown).toBe(2);
});

test('without cards nothing plays', () => {
  const player = new Player(() => 0);
  player.play();
  expect(player).toMatchObject({ shown: 0, playing: false });
});
