/** What an author is asked about the own sticky notes, once there are themes. */
import { describe, expect, test } from 'vitest';
import { ownUnsorted, seeQuestion } from '../../../src/lib/domain/finding/see-question.ts';
import { MACHINE } from '../../../src/lib/domain/meeting/ids.ts';
import type { Request } from '../../../src/lib/domain/meeting/commands.ts';
import { BERIT, LEADER, MANS, openLog, place, submit } from '../meeting/log.ts';
import type { Log } from '../meeting/log.ts';

const LYING = 'cluster-1';
const pass = (note: string): Request => ({ name: 'PassOwnNote', data: { note } });
const theme = (cluster: string): Request => ({
  name: 'AddCluster',
  data: { prompt: 'prompt-1', cluster, name: cluster }
});

/** Berit's two notes lie together, Måns's by itself; there is one theme. */
function finding(): Log {
  const log = openLog('sticky-note');
  log.do(BERIT, submit('note-0001', 'Fler möten'));
  log.do(BERIT, submit('note-0002', 'Fler möten!'));
  log.do(MANS, submit('note-0003', 'Karta över allt'));
  log.do(MACHINE, place(log, 'note-0001', LYING));
  log.do(MACHINE, place(log, 'note-0002', LYING));
  log.do(MACHINE, place(log, 'note-0003', 'cluster-3'));
  log.do(LEADER, { name: 'ClosePrompt', data: { prompt: 'prompt-1' } });
  log.do(LEADER, theme('theme-meet'));
  log.do(LEADER, { name: 'StartFinding', data: { prompt: 'prompt-1' } });
  return log;
}
const prompt = (log: Log) => log.state.prompts['prompt-1']!;
const asked = (log: Log, who = BERIT) => ownUnsorted(log.state, prompt(log), who.id);

describe('R85 where a note belongs', () => {
  test('is asked of each by itself, also of those that lie together', () => {
    const log = finding();
    expect(asked(log)).toEqual(['note-0001', 'note-0002']);
    expect(log.do(BERIT, pass('note-0001'))).toEqual(['NotePassed']);
    expect(asked(log)).toEqual(['note-0002']);
    expect(log.do(BERIT, pass('note-0001'))).toEqual([]);
  });

  test('is asked also of who held the card to be its own', () => {
    const log = finding();
    log.do(BERIT, { name: 'GiveAnswer', data: { prompt: 'prompt-1', cluster: LYING, says: 'own' } });
    expect(asked(log)).toEqual(['note-0001', 'note-0002']);
  });

  test('passing says nothing of what the note is like', () => {
    const log = finding();
    log.do(BERIT, pass('note-0001'));
    expect(prompt(log).answers).toEqual([]);
  });

  test('is asked once more when there is another theme', () => {
    const log = finding();
    log.do(BERIT, pass('note-0001'));
    log.do(LEADER, theme('theme-dare'));
    expect(asked(log)).toEqual(['note-0001', 'note-0002']);
    log.do(BERIT, pass('note-0001'));
    expect(asked(log)).toEqual(['note-0002']);
  });

  test('is shown with the themes alone', () => {
    const log = finding();
    const seen = seeQuestion(log.state, prompt(log), BERIT.id, { kind: 'theme', note: 'note-0001' });
    expect(seen).toEqual({
      kind: 'theme',
      note: 'note-0001',
      text: 'Fler möten',
      themes: [{ cluster: 'theme-meet', label: 'theme-meet', count: 0, forms: [] }]
    });
  });

  test('is passed by its author alone, while the room finds together, and where there are themes', () => {
    const log = finding();
    expect(log.ask(MANS, pass('note-0001'))).toEqual({ code: 'note-not-yours' });
    expect(log.ask(BERIT, pass('note-none'))).toEqual({ code: 'note-unknown' });
    log.do(LEADER, { name: 'RemoveCluster', data: { cluster: 'theme-meet' } });
    expect(log.do(BERIT, pass('note-0001'))).toEqual([]);
    log.do(LEADER, { name: 'EndFinding', data: { prompt: 'prompt-1' } });
    expect(log.ask(BERIT, pass('note-0001'))).toEqual({ code: 'finding-not-on' });
  });
});
