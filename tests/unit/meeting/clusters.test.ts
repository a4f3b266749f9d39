/** What lies together: what the machine may do, what a leader does, and what is taken back. */
import { describe, expect, test } from 'vitest';
import { MACHINE } from '../../../src/lib/domain/meeting/ids.ts';
import { viewOf } from '../../../src/lib/domain/meeting/visibility.ts';
import type { Audience } from '../../../src/lib/domain/meeting/sight.ts';
import { BERIT, CO_LEADER, LEADER, MANS, openLog, place, submit } from './log.ts';
import type { Log } from './log.ts';

const NAV = 'cluster-nav';
const MOTOR = 'cluster-motor';
const NEW = 'cluster-new';

/** Two cards in "Nav", one in "Motor". */
function walled(kind = 'role-card', text = {}): Log {
  const log = openLog(kind, text);
  log.do(BERIT, submit('note-0001', 'Nav'));
  log.do(MANS, submit('note-0002', 'nav'));
  log.do(MANS, submit('note-0003', 'Motor'));
  log.do(MACHINE, place(log, 'note-0001', NAV, 'Nav'));
  log.do(MACHINE, place(log, 'note-0002', NAV, undefined, { kind: 'same', other: 'note-0001' }));
  log.do(MACHINE, place(log, 'note-0003', MOTOR));
  return log;
}
const move = (notes: string[], cluster: string, name?: string) =>
  ({ name: 'MoveNotes', data: { notes, cluster, ...(name === undefined ? {} : { name }) } }) as const;
const merge = (cluster: string, into: string) =>
  ({ name: 'MergeClusters', data: { cluster, into } }) as const;
const undo = { name: 'Undo', data: {} } as const;
const redo = { name: 'Redo', data: {} } as const;
const rewrite = (note: string, text: string) =>
  ({ name: 'ChangeNote', data: { note, fields: { text } } }) as const;
const see = (log: Log, view: Audience['view'] = 'leader') =>
  viewOf(
    log.state,
    view === 'leader' || view === 'participant' ? { view, id: LEADER.id } : { view },
    () => undefined
  );
const lies = (log: Log, note: string) => log.state.notes[note]?.place?.cluster;

describe('the machine', () => {
  test('R70 places a card that lies nowhere, and says why', () => {
    const log = walled();
    expect(lies(log, 'note-0002')).toBe(NAV);
    expect(see(log).notes['note-0002']).toMatchObject({
      cluster: NAV,
      placed: { by: 'machine', why: { kind: 'same', other: 'note-0001' } }
    });
    expect(see(log).clusters).toMatchObject({ [NAV]: { label: 'Nav' }, [MOTOR]: { label: 'Motor' } });
  });

  test('R70 never moves what lies: another node may have been first', () => {
    const log = walled();
    expect(log.do(MACHINE, place(log, 'note-0002', MOTOR))).toEqual([]);
    log.do(LEADER, move(['note-0002'], NEW));
    expect(log.do(MACHINE, place(log, 'note-0002', MOTOR))).toEqual([]);
    expect(lies(log, 'note-0002')).toBe(NEW);
  });

  test('R70 leaves out what has been withdrawn or rewritten since it looked', () => {
    const log = walled();
    log.do(BERIT, submit('note-0004', 'Brygga'));
    const looked = place(log, 'note-0004', NAV, 'Brygga');
    log.do(BERIT, rewrite('note-0004', 'Hemlig'));
    expect(log.do(MACHINE, looked)).toEqual([]);
    log.do(BERIT, { name: 'WithdrawNote', data: { note: 'note-0004' } });
    expect(log.do(MACHINE, place(log, 'note-0004', NAV))).toEqual([]);
  });

  test('R70 places and nothing else; nobody else places', () => {
    const log = walled();
    expect(log.ask(MACHINE, move(['note-0001'], MOTOR))).toEqual({ code: 'not-allowed' });
    for (const who of [LEADER, BERIT])
      expect(log.ask(who, place(log, 'note-0001', NAV))).toEqual({ code: 'not-allowed' });
  });

  test('R71 a card that says something else lies nowhere until it is read again', () => {
    const log = walled();
    log.do(MANS, rewrite('note-0002', 'Motor'));
    expect(lies(log, 'note-0002')).toBeUndefined();
    expect(log.do(MACHINE, place(log, 'note-0002', MOTOR))).toEqual(['NotesPlaced']);
  });

  test('R71 what a leader has laid stays, whatever it says now', () => {
    const log = walled();
    log.do(LEADER, move(['note-0002'], MOTOR));
    log.do(MANS, rewrite('note-0002', 'Spindel'));
    expect(lies(log, 'note-0002')).toBe(MOTOR);
  });

  test('R72 a label that five cards have got used to stays while its card stands', () => {
    const log = walled();
    for (const n of [4, 5, 6]) {
      log.do(BERIT, submit(`note-000${n}`, 'Nav'));
      log.do(MACHINE, place(log, `note-000${n}`, NAV));
    }
    expect(log.do(MACHINE, place(log, 'note-0002', NAV, 'nav'))).toEqual([]);
    log.do(BERIT, { name: 'WithdrawNote', data: { note: 'note-0001' } });
    expect(log.do(MACHINE, place(log, 'note-0002', NAV, 'nav'))).toEqual(['NotesPlaced']);
    expect(see(log).clusters[NAV]?.label).toBe('nav');
  });

  test('R72 a label is not shown where its card does not stand', () => {
    const log = walled();
    log.do(MACHINE, {
      name: 'PlaceNotes',
      data: {
        prompt: 'prompt-1',
        placements: [],
        labels: [{ cluster: NAV, text: 'NAVET', from: 'note-0001' }]
      }
    });
    expect(see(log, 'wall').clusters[NAV]?.label).toBe('NAVET');
    log.do(LEADER, { name: 'HideNote', data: { note: 'note-0001' } });
    expect(see(log, 'wall').clusters[NAV]?.label).toBe('nav');
    expect(see(log).clusters[NAV]?.label).toBe('nav');
    log.do(LEADER, undo);
    log.do(LEADER, move(['note-0001'], MOTOR));
    expect(see(log, 'wall').clusters[NAV]?.label).toBe('nav');
  });
});

describe('a leader', () => {
  test('R73 takes a card out, and the two are kept apart from then on', () => {
    const log = walled();
    expect(log.do(LEADER, move(['note-0002'], NEW, 'Nätet'))).toEqual(['NotesMoved']);
    expect(see(log).clusters[NEW]).toMatchObject({ label: 'Nätet', named: true });
    expect(log.state.prompts['prompt-1']?.apart).toEqual([[NAV, NEW]]);
    log.do(LEADER, undo);
    expect(lies(log, 'note-0002')).toBe(NAV);
    expect(see(log).notes['note-0002']?.placed?.by).toBe('machine');
    expect(log.state.prompts['prompt-1']?.apart).toEqual([]);
    log.do(LEADER, redo);
    expect(see(log).clusters[NEW]).toMatchObject({ label: 'Nätet' });
    expect(log.state.prompts['prompt-1']?.apart).toEqual([[NAV, NEW]]);
  });

  test('R73 moves a card to where it lies already, and so lays it by hand', () => {
    const log = walled();
    expect(log.do(LEADER, move(['note-0002'], NAV))).toEqual(['NotesMoved']);
    expect(log.do(LEADER, move(['note-0002'], NAV))).toEqual([]);
  });

  test.each([
    ['an unknown card', move(['note-0009'], NAV), { code: 'note-unknown' }],
    [
      'a name of 61 characters',
      move(['note-0001'], NEW, 'x'.repeat(61)),
      { code: 'cluster-name-too-long', limit: 60 }
    ],
    ['an unknown cluster', merge('cluster-none', NAV), { code: 'cluster-unknown' }],
    [
      'a theme without a name',
      { name: 'AddCluster', data: { prompt: 'prompt-1', cluster: NEW, name: ' ' } } as const,
      { code: 'cluster-name-empty' }
    ],
    [
      'a cluster that holds notes',
      { name: 'RemoveCluster', data: { cluster: NAV } } as const,
      { code: 'cluster-has-notes' }
    ]
  ])('R73 is refused %s', (_, request, refusal) => {
    expect(walled().ask(LEADER, request)).toMatchObject(refusal);
  });

  test('R73 lays no quotes together', () => {
    const log = openLog('quote');
    log.do(BERIT, {
      name: 'SubmitNote',
      data: { note: 'note-0001', prompt: 'prompt-1', fields: { text: 'Ja.', speaker: 'me' } }
    });
    expect(log.ask(LEADER, move(['note-0001'], NEW))).toEqual({ code: 'not-clustered' });
  });

  test('R74 merges; a card on its way to the one goes to the other, and undo makes it stand again', () => {
    const log = walled();
    log.do(LEADER, merge(MOTOR, NAV));
    expect(see(log).clusters).not.toHaveProperty(MOTOR);
    expect(see(log).notes['note-0003']).toMatchObject({ cluster: NAV, placed: { by: 'leader' } });
    log.do(BERIT, submit('note-0004', 'Motorn'));
    log.do(MACHINE, place(log, 'note-0004', MOTOR));
    expect(lies(log, 'note-0004')).toBe(NAV);
    log.do(LEADER, undo);
    expect(lies(log, 'note-0003')).toBe(MOTOR);
    expect(lies(log, 'note-0004')).toBe(NAV);
    log.do(BERIT, submit('note-0005', 'Motor'));
    log.do(MACHINE, place(log, 'note-0005', MOTOR));
    expect(lies(log, 'note-0005')).toBe(MOTOR);
  });

  test('R75 a merge keeps the name or the theme that a leader gave, whichever way it goes', () => {
    const log = walled();
    log.do(LEADER, { name: 'NameCluster', data: { cluster: MOTOR, name: 'Drivkraft' } });
    log.do(LEADER, merge(MOTOR, NAV));
    expect(see(log).clusters).toMatchObject({ [MOTOR]: { label: 'Drivkraft', named: true } });
    expect([1, 2, 3].map((note) => lies(log, `note-000${note}`))).toEqual([MOTOR, MOTOR, MOTOR]);
    log.do(LEADER, undo);
    expect([1, 2, 3].map((note) => lies(log, `note-000${note}`))).toEqual([NAV, NAV, MOTOR]);
    log.do(LEADER, { name: 'NameCluster', data: { cluster: NAV, name: 'Mitten' } });
    log.do(LEADER, merge(MOTOR, NAV));
    expect(see(log).clusters).toMatchObject({ [NAV]: { label: 'Mitten' } });
    log.do(LEADER, undo);
    log.do(LEADER, { name: 'AddCluster', data: { prompt: 'prompt-1', cluster: NEW, name: 'Tema' } });
    log.do(LEADER, merge(NEW, NAV));
    expect(see(log).clusters).toMatchObject({ [NEW]: { label: 'Tema', theme: true } });
    log.do(LEADER, merge(NEW, NEW));
  });

  test('R74 undo leaves alone what another leader has moved since', () => {
    const log = walled();
    log.do(LEADER, merge(MOTOR, NAV));
    log.do(CO_LEADER, move(['note-0003'], NEW));
    log.do(LEADER, undo);
    expect(lies(log, 'note-0003')).toBe(NEW);
    log.do(LEADER, redo);
    expect(lies(log, 'note-0003')).toBe(NEW);
  });

  test('R74 undo follows what another leader has merged on', () => {
    const log = walled();
    log.do(BERIT, submit('note-0004', 'Bro'));
    log.do(MACHINE, place(log, 'note-0004', NEW));
    log.do(LEADER, merge(MOTOR, NAV));
    log.do(CO_LEADER, merge(NAV, NEW));
    expect(lies(log, 'note-0003')).toBe(NEW);
    log.do(LEADER, undo);
    expect(['note-0001', 'note-0003', 'note-0004'].map((id) => lies(log, id))).toEqual([NEW, MOTOR, NEW]);
  });

  test('R74 undo puts what has been rewritten back to no guess of the machine', () => {
    const log = walled();
    log.do(LEADER, merge(MOTOR, NAV));
    log.do(MANS, rewrite('note-0003', 'Spindel'));
    expect(lies(log, 'note-0003')).toBe(NAV);
    log.do(LEADER, undo);
    expect(lies(log, 'note-0003')).toBeUndefined();
  });

  test('R75 a name stays until it is taken away; the machine labels nothing that is named', () => {
    const log = walled();
    log.do(LEADER, { name: 'NameCluster', data: { cluster: NAV, name: ' Mitten ' } });
    expect(see(log, 'wall').clusters[NAV]).toMatchObject({ label: 'Mitten', named: true });
    log.do(BERIT, submit('note-0004', 'Nav'));
    log.do(MACHINE, place(log, 'note-0004', NAV, 'NAV'));
    log.do(LEADER, { name: 'NameCluster', data: { cluster: NAV, name: '' } });
    expect(see(log).clusters[NAV]?.label).toBe('Nav');
    log.do(LEADER, undo);
    expect(see(log).clusters[NAV]?.label).toBe('Mitten');
  });

  test('R76 a theme stands while it is empty, for leaders alone, and can be taken away', () => {
    const log = walled('sticky-note');
    log.do(LEADER, { name: 'AddCluster', data: { prompt: 'prompt-1', cluster: NEW, name: 'Mötas' } });
    expect(see(log).clusters[NEW]).toEqual({
      id: NEW,
      prompt: 'prompt-1',
      label: 'Mötas',
      named: true,
      theme: true
    });
    expect(see(log, 'wall').clusters).not.toHaveProperty(NEW);
    log.do(LEADER, { name: 'RemoveCluster', data: { cluster: NEW } });
    expect(see(log).clusters).not.toHaveProperty(NEW);
    log.do(LEADER, undo);
    expect(see(log).clusters[NEW]).toMatchObject({ label: 'Mötas', theme: true });
  });

  test('R76 sorts the rest into themes in one step, but nothing that a person has laid', () => {
    const log = walled('sticky-note');
    log.do(LEADER, { name: 'AddCluster', data: { prompt: 'prompt-1', cluster: NEW, name: 'Mötas' } });
    log.do(LEADER, move(['note-0001'], MOTOR));
    const placements = ['note-0001', 'note-0002', 'note-0003'].map((note) => ({ note, cluster: NEW }));
    placements[2] = { ...placements[2]!, unsure: true } as (typeof placements)[number];
    expect(log.do(LEADER, { name: 'SortNotes', data: { prompt: 'prompt-1', placements } })).toEqual([
      'NotesSorted'
    ]);
    expect(['note-0001', 'note-0002', 'note-0003'].map((id) => lies(log, id))).toEqual([MOTOR, NEW, NEW]);
    expect(see(log).notes['note-0003']?.placed).toMatchObject({ by: 'machine', unsure: true });
    expect(see(log).undo).toEqual({ name: 'NotesSorted', subject: '', count: 2 });
    log.do(LEADER, undo);
    expect(['note-0002', 'note-0003'].map((id) => lies(log, id))).toEqual([NAV, MOTOR]);
  });

  test('R76 a theme that others have filled is not undone from under their notes', () => {
    const log = walled('sticky-note');
    log.do(LEADER, { name: 'AddCluster', data: { prompt: 'prompt-1', cluster: NEW, name: 'Mötas' } });
    log.do(LEADER, { name: 'ClosePrompt', data: { prompt: 'prompt-1' } });
    log.do(CO_LEADER, { name: 'StartFinding', data: { prompt: 'prompt-1' } });
    log.do(MANS, { name: 'PlaceOwnNote', data: { note: 'note-0003', cluster: NEW } });
    log.do(LEADER, undo);
    expect(log.ask(LEADER, undo)).toEqual({ code: 'cannot-undo' });
    expect(lies(log, 'note-0003')).toBe(NEW);
    log.do(MANS, { name: 'WithdrawNote', data: { note: 'note-0003' } });
    expect(log.do(LEADER, undo)).toEqual(['ActionUndone', 'ClusterRemoved']);
  });

  test('R76 undo puts no note back into a theme that another leader has taken away since', () => {
    const log = walled();
    log.do(CO_LEADER, { name: 'AddCluster', data: { prompt: 'prompt-1', cluster: NEW, name: 'Mötas' } });
    log.do(CO_LEADER, move(['note-0003'], NEW));
    log.do(LEADER, move(['note-0003'], NAV));
    log.do(CO_LEADER, { name: 'RemoveCluster', data: { cluster: NEW } });
    log.do(LEADER, undo);
    expect(lies(log, 'note-0003')).toBe(NAV);
  });

  test('R50 the undo button says what was moved where', () => {
    const log = walled();
    log.do(LEADER, move(['note-0002'], MOTOR));
    expect(see(log).undo).toEqual({ name: 'NotesMoved', subject: 'nav', count: 1, to: 'Motor' });
    log.do(LEADER, merge(NAV, MOTOR));
    expect(see(log).undo).toEqual({ name: 'ClustersMerged', subject: 'Nav', to: 'Motor' });
  });
});

describe('who sees what', () => {
  test('R77 phones get no clusters, and of their own notes not where they lie', () => {
    const log = walled();
    const mine = viewOf(log.state, { view: 'participant', id: MANS.id }, () => undefined);
    expect(mine.clusters).toEqual({});
    expect(JSON.stringify(mine)).not.toMatch(/cluster-|placed/);
  });

  test('R77 a concealed wall tells nothing of clusters, not even of the note in the light', () => {
    const log = walled('role-card', { hidden: true });
    log.do(LEADER, { name: 'TurnProjector', data: { screen: { view: 'note', note: 'note-0001' } } });
    const wall = see(log, 'wall');
    expect(wall.clusters).toEqual({});
    expect(wall.notes['note-0001']).toMatchObject({ fields: { text: 'Nav' } });
    expect(wall.notes['note-0001']).not.toHaveProperty('cluster');
    log.do(LEADER, { name: 'RevealNotes', data: { prompt: 'prompt-1' } });
    expect(Object.keys(see(log, 'wall').clusters)).toEqual([NAV, MOTOR]);
    expect(JSON.stringify(see(log, 'wall'))).not.toContain('placed');
  });

  test('R77 a reason falls silent when the note that it speaks of is withdrawn', () => {
    const log = walled();
    log.do(BERIT, { name: 'WithdrawNote', data: { note: 'note-0001' } });
    expect(see(log).notes['note-0002']?.placed).toEqual({ by: 'machine' });
  });
});
