/** What people put together by hand becomes proposals for a role pack: no more and no less than they decided. */
import { describe, expect, test } from 'vitest';
import { grownFrom, unknownTo } from '../../../src/lib/domain/clustering/grown.ts';
import { readRolePack } from '../../../src/lib/domain/clustering/role-pack.ts';
import { MACHINE } from '../../../src/lib/domain/meeting/ids.ts';
import { BERIT, LEADER, MANS, openLog, place, submit } from '../meeting/log.ts';
import type { Log } from '../meeting/log.ts';

/** The machine has laid every card for itself: cluster-1 has note-1, and so on. */
function written(texts: readonly string[], kind = 'role-card'): Log {
  const log = openLog(kind);
  texts.forEach((text, index) => {
    log.do(BERIT, submit(`note-${index + 1}`, text));
    log.do(MACHINE, place(log, `note-${index + 1}`, `cluster-${index + 1}`, text));
  });
  return log;
}
const merge = (cluster: string, into: string) =>
  ({ name: 'MergeClusters', data: { cluster, into } }) as const;
const move = (notes: string[], cluster: string, name?: string) =>
  ({ name: 'MoveNotes', data: { notes, cluster, ...(name === undefined ? {} : { name }) } }) as const;

describe('a meeting teaches', () => {
  test('nothing of what the machine laid together', () => {
    const log = written(['Pådrivare', 'Motor']);
    log.do(MANS, submit('note-9', 'blåslampa'));
    log.do(MACHINE, place(log, 'note-9', 'cluster-1'));
    expect(grownFrom(log.state)).toEqual([]);
  });

  test('what a leader merged and moved, the label first', () => {
    const log = written(['Pådrivare', 'blåslampa', 'den som trycker på', 'Nav']);
    log.do(LEADER, merge('cluster-2', 'cluster-1'));
    log.do(LEADER, move(['note-3'], 'cluster-1'));
    expect(grownFrom(log.state)).toEqual([['Pådrivare', 'blåslampa', 'den som trycker på']]);
  });

  test('what the room held to be one', () => {
    const log = written(['Pådrivare', 'blåslampa']);
    log.do(LEADER, { name: 'ClosePrompt', data: { prompt: 'prompt-1' } });
    log.do(LEADER, { name: 'StartFinding', data: { prompt: 'prompt-1' } });
    for (const who of [BERIT, MANS, { role: 'participant', id: 'siv-0001' } as const]) {
      if (log.state.clusters['cluster-1']?.into || log.state.clusters['cluster-2']?.into) break;
      log.do(who, {
        name: 'GiveAnswer',
        data: { prompt: 'prompt-1', cluster: 'cluster-2', other: 'cluster-1', says: 'same' }
      });
    }
    expect(grownFrom(log.state).flat().sort()).toEqual(['Pådrivare', 'blåslampa']);
  });

  test('nothing any more when it has been undone', () => {
    const log = written(['Pådrivare', 'blåslampa']);
    log.do(LEADER, merge('cluster-2', 'cluster-1'));
    log.do(LEADER, { name: 'Undo', data: {} });
    expect(grownFrom(log.state)).toEqual([]);
  });

  test('a leader’s own word for it, and what lay there before', () => {
    const log = written(['Pådrivare', 'blåslampa']);
    log.do(LEADER, merge('cluster-2', 'cluster-1'));
    log.do(LEADER, { name: 'NameCluster', data: { cluster: 'cluster-1', name: 'Motor' } });
    expect(grownFrom(log.state)).toEqual([['Motor', 'Pådrivare', 'blåslampa']]);
  });

  test('the role that a card was laid on, also where the cluster is now called after the card', () => {
    const log = written(['Pådrivare', 'blåslampa']);
    log.do(LEADER, merge('cluster-2', 'cluster-1'));
    log.do(MACHINE, {
      name: 'PlaceNotes',
      data: {
        prompt: 'prompt-1',
        placements: [],
        labels: [{ cluster: 'cluster-1', text: 'Blåslampa', from: 'note-2' }]
      }
    });
    expect(grownFrom(log.state)).toEqual([['Blåslampa', 'Pådrivare']]);
  });

  test('no word of a card that was hidden or withdrawn', () => {
    const log = written(['Pådrivare', 'blåslampa', 'draghund', 'motor']);
    for (const cluster of ['cluster-2', 'cluster-3', 'cluster-4'])
      log.do(LEADER, merge(cluster, 'cluster-1'));
    log.do(LEADER, { name: 'HideNote', data: { note: 'note-2' } });
    log.do(BERIT, { name: 'WithdrawNote', data: { note: 'note-3' } });
    expect(grownFrom(log.state)).toEqual([['Pådrivare', 'motor']]);
  });

  test('no form of a word beside the word', () => {
    const log = written(['Samordnare', 'en samordnare', 'samordningen', 'Kittet']);
    for (const cluster of ['cluster-2', 'cluster-3', 'cluster-4'])
      log.do(LEADER, merge(cluster, 'cluster-1'));
    expect(grownFrom(log.state)).toEqual([['Samordnare', 'Kittet']]);
  });

  test('nothing that would not be one entry of a pack', () => {
    const log = written(['Pådrivare', 'kniv, gaffel', '#nav', '[delar]']);
    for (const cluster of ['cluster-2', 'cluster-3', 'cluster-4'])
      log.do(LEADER, merge(cluster, 'cluster-1'));
    expect(grownFrom(log.state)).toEqual([]);
  });

  test('nothing of sticky notes, nor of themes', () => {
    const notes = written(['Kortare möten', 'Möten som slutar i tid'], 'sticky-note');
    notes.do(LEADER, merge('cluster-2', 'cluster-1'));
    expect(grownFrom(notes.state)).toEqual([]);
    const log = written(['Pådrivare', 'blåslampa']);
    log.do(LEADER, {
      name: 'AddCluster',
      data: { prompt: 'prompt-1', cluster: 'theme-01', name: 'De som vill framåt' }
    });
    log.do(LEADER, move(['note-1', 'note-2'], 'theme-01'));
    expect(grownFrom(log.state)).toEqual([]);
  });
});

describe('the pack', () => {
  const pack = readRolePack('pådrivare, blåslampa, driva på\nnav, spindel');

  test('is not told what it knows, in whatever form', () => {
    expect(unknownTo(pack, [['Pådrivare', 'Blåslampan', 'draghund']])).toEqual([['Pådrivare', 'draghund']]);
    expect(unknownTo(pack, [['Pådrivaren', 'att driva på']])).toEqual([]);
  });

  test('is told that two of its roles are one', () => {
    expect(unknownTo(pack, [['Pådrivare', 'Nav']])).toEqual([['Pådrivare', 'Nav']]);
  });

  test('is told once what several meetings say', () => {
    const meetings = [
      ['Kritiker', 'nagelfarare'],
      ['kritiker', 'Nagelfarare', 'bromskloss']
    ];
    expect(unknownTo(pack, meetings)).toEqual([['Kritiker', 'nagelfarare', 'bromskloss']]);
  });
});
