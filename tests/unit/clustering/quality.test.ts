/** The figures that the clustering must not fall below, on cards whose clusters are known. */
import { describe, expect, it } from 'vitest';
import { score } from '../../fixtures/bcubed.ts';
import { clustered } from '../../fixtures/clustered.ts';
import { gold } from '../../fixtures/gold.ts';
import { lead } from '../../load/leader.ts';
import { foundByRoom } from '../../load/room.ts';
import { slips } from '../../load/slips.ts';
import { sortByExample } from '../../load/themes.ts';

function reached(name: string, packs: boolean) {
  const { cards, language, mode, question } = gold(name);
  const { clusters } = clustered(
    cards.map(({ text }) => text),
    { language, mode, question, packs }
  );
  return score(
    clusters,
    cards.map((card) => card.gold)
  );
}

describe('cards find each other', () => {
  it.each(['roles.sv.dev', 'roles.en.dev'])('%s by the dictionaries alone', (name) => {
    const { precision, f1 } = reached(name, false);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(f1).toBeGreaterThanOrEqual(0.85);
  });

  // Written by somebody who had not seen the program, and kept away from it.
  it.each([
    ['integration.sv.held', 0.8],
    ['climate.sv.held', 0.65],
    ['library.en.held', 0.65]
  ])('%s with the role pack', (name, least) => {
    const { precision, f1 } = reached(name, true);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(f1).toBeGreaterThanOrEqual(least);
  });

  it.each(['roles.sv.dev', 'roles.en.dev'])('slips in %s land right', (name) => {
    const { typos, accents } = slips(gold(name));
    expect(typos.share).toBeGreaterThanOrEqual(0.95);
    expect(accents.astray).toEqual([]);
  });

  it.each([
    ['roles.en.dev', false],
    ['climate.sv.held', true]
  ])('a leader alone puts %s right in 15 acts per 100 cards', (name, packs) => {
    const { cards, language, question } = gold(name);
    const texts = cards.map(({ text }) => text);
    const { placer, clusters } = clustered(texts, { language, question, packs });
    const right = cards.map((card) => card.gold);
    expect(lead(placer, texts, right, clusters).actions).toBeLessThanOrEqual(15);
  });

  it.each(['roles.sv.dev', 'library.en.held'])(
    'a room of 45 puts %s right, one answer in ten wrong',
    (name) => {
      const steps = foundByRoom(gold(name), { packs: true, seed: 1 });
      expect(steps.find(({ taps }) => taps === 5)!.f1).toBeGreaterThanOrEqual(0.93);
      expect(steps.find(({ taps }) => taps === 8)!.f1).toBeGreaterThanOrEqual(0.96);
      expect(Math.min(...steps.map(({ precision }) => precision))).toBeGreaterThanOrEqual(0.93);
    }
  );

  it('sticky notes gather by themselves, and into themes by five examples each', () => {
    const { precision, f1 } = reached('lessons.sv.dev', false);
    expect(precision).toBeGreaterThanOrEqual(0.7);
    expect(f1).toBeGreaterThanOrEqual(0.5);
    expect(sortByExample(gold('lessons.sv.dev'), 3).f1).toBeGreaterThanOrEqual(0.7);
  });
});
