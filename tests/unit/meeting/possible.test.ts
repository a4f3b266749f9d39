/** What the machine proposes is looked at once more: it thought of a state that may be gone. */
import { describe, expect, test } from 'vitest';
import type { Suggestion } from '../../../src/lib/domain/clustering/placer.ts';
import { MACHINE } from '../../../src/lib/domain/meeting/ids.ts';
import { isPossible } from '../../../src/lib/domain/meeting/possible.ts';
import { BERIT, LEADER, MANS, openLog, place, submit } from './log.ts';

const merge: Suggestion = {
  kind: 'merge',
  cluster: 'cluster-motor',
  into: 'cluster-nav',
  why: { kind: 'alone' }
};
const split: Suggestion = {
  kind: 'split',
  cluster: 'cluster-nav',
  notes: ['note-0002'],
  why: { kind: 'alone' }
};

/** Two cards in "nav", one in "motor". */
function walled() {
  const log = openLog();
  log.do(BERIT, submit('note-0001', 'Nav'));
  log.do(MANS, submit('note-0002', 'Nav!'));
  log.do(MANS, submit('note-0003', 'Motor'));
  log.do(MACHINE, place(log, 'note-0001', 'cluster-nav'));
  log.do(MACHINE, place(log, 'note-0002', 'cluster-nav'));
  log.do(MACHINE, place(log, 'note-0003', 'cluster-motor'));
  const possible = (one: Suggestion) => isPossible(log.state, one);
  expect([merge, split].map(possible)).toEqual([true, true]);
  return { log, possible };
}

describe('R70 a suggestion is not told', () => {
  test('where a leader has dismissed it meanwhile', () => {
    const { log, possible } = walled();
    log.do(LEADER, { name: 'KeepApart', data: { cluster: 'cluster-nav', other: 'cluster-motor' } });
    expect(possible(merge)).toBe(false);
    log.do(LEADER, { name: 'KeepWhole', data: { cluster: 'cluster-nav' } });
    expect(possible(split)).toBe(false);
  });

  test('where the notes it speaks of have gone, or lie elsewhere', () => {
    const { log, possible } = walled();
    log.do(MANS, { name: 'WithdrawNote', data: { note: 'note-0003' } });
    expect(possible(merge)).toBe(false);
    log.do(LEADER, { name: 'MoveNotes', data: { notes: ['note-0002'], cluster: 'cluster-new' } });
    expect(possible(split)).toBe(false);
  });

  test('where nothing would be left behind', () => {
    const { log, possible } = walled();
    log.do(BERIT, { name: 'WithdrawNote', data: { note: 'note-0001' } });
    expect(possible(split)).toBe(false);
  });

  test('where the two have come together, or are both themes', () => {
    const { log, possible } = walled();
    for (const [cluster, note] of [
      ['theme-meet', 'note-0001'],
      ['theme-dare', 'note-0003']
    ] as const) {
      log.do(LEADER, { name: 'AddCluster', data: { prompt: 'prompt-1', cluster, name: cluster } });
      log.do(LEADER, { name: 'MoveNotes', data: { notes: [note], cluster } });
    }
    expect(possible({ ...merge, cluster: 'theme-meet', into: 'theme-dare' })).toBe(false);
    log.do(LEADER, { name: 'MergeClusters', data: { cluster: 'cluster-nav', into: 'theme-meet' } });
    expect(possible({ ...merge, cluster: 'cluster-nav', into: 'theme-meet' })).toBe(false);
  });
});
