/** The room in groups: who is where, who writes, who sees what a group has written. */
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../../src/lib/domain/meeting/ids.ts';
import type { Request } from '../../../src/lib/domain/meeting/commands.ts';
import { patchOf, viewOf } from '../../../src/lib/domain/meeting/visibility.ts';
import { patched } from '../../../src/lib/domain/meeting/view.ts';
import { concerns } from '../../../src/lib/domain/meeting/touched.ts';
import type { Audience } from '../../../src/lib/domain/meeting/sight.ts';
import { BERIT, CO_LEADER, LEADER, Log, MANS, submit } from './log.ts';

const SIV: Actor = { role: 'participant', id: 'siv-0001' };
const NAMES: Record<string, string> = { [BERIT.id]: 'Berit', [MANS.id]: 'Måns', [SIV.id]: 'Siv' };
const directory = (id: string) => ({ name: NAMES[id] ?? id, organisation: 'Region Älvmark' });
const ONE = { id: 'group-01', name: 'Smågrupp 1' };
const TWO = { id: 'group-02', name: 'Smågrupp 2' };

const split = (members: Record<string, string>, groups = [ONE, TWO]): Request => ({
  name: 'SplitRoom',
  data: { groups, members }
});
const pen = (prompt = 'prompt-1'): Request => ({ name: 'TakePen', data: { prompt } });
const move = (people: string[], group: string | null): Request => ({
  name: 'MoveToGroup',
  data: { people, group }
});
const join = (group: string): Request => ({ name: 'JoinGroup', data: { group } });
const phone = ({ id }: Actor): Audience => ({ view: 'participant', id });
const see = (log: Log, audience: Audience) => viewOf(log.state, audience, directory);

/** Berit and Måns in the first group, Siv in the second; a question that groups answer is open. */
function grouped(kind = 'role-card', more: Partial<{ perPerson: number; hidden: boolean }> = {}): Log {
  const log = new Log();
  log.do(LEADER, { name: 'OpenMeeting', data: {} });
  log.do(LEADER, {
    name: 'AddPrompt',
    data: { prompt: 'prompt-1', kind, title: 'Vem är du?', perGroup: true, ...more }
  });
  log.do(LEADER, { name: 'OpenPrompt', data: { prompt: 'prompt-1' } });
  log.do(LEADER, split({ [BERIT.id]: ONE.id, [MANS.id]: ONE.id, [SIV.id]: TWO.id }));
  return log;
}

describe('R95 the room is split', () => {
  test('leaders see who is where, phones and walls the names and how many', () => {
    const log = grouped();
    expect(see(log, { view: 'leader', id: LEADER.id }).groups).toEqual([
      { ...ONE, count: 2, members: [BERIT.id, MANS.id] },
      { ...TWO, count: 1, members: [SIV.id] }
    ]);
    expect(see(log, phone(SIV))).toMatchObject({
      groups: [
        { ...ONE, count: 2 },
        { ...TWO, count: 1 }
      ],
      group: TWO.id
    });
    for (const audience of [phone(SIV), { view: 'wall' }, { view: 'review' }] as const)
      expect(JSON.stringify(see(log, audience).groups)).not.toContain(BERIT.id);
  });

  test('the message that all others share leaves everybody in the own group', () => {
    const log = grouped();
    const before = see(log, phone(BERIT));
    log.do(LEADER, move([SIV.id], ONE.id));
    const event = log.events.at(-1)!;
    expect(concerns(log.state, event)).not.toContain(BERIT.id);
    const shared = patchOf(log.state, { view: 'participant', id: '' }, event, directory);
    expect(patched(before, [shared])).toMatchObject({ group: ONE.id, groups: [{ count: 3 }, { count: 0 }] });
  });

  test('a latecomer chooses, and may choose anew', () => {
    const log = grouped();
    const late: Actor = { role: 'participant', id: 'late-001' };
    expect(see(log, phone(late)).group).toBe(null);
    log.do(late, join(TWO.id));
    log.do(late, join(ONE.id));
    expect(see(log, phone(late)).group).toBe(ONE.id);
    expect(log.ask(late, join('group-09'))).toMatchObject({ code: 'group-unknown' });
    log.do(LEADER, { name: 'FinishMeeting', data: {} });
    expect(log.ask(late, join(TWO.id))).toMatchObject({ code: 'meeting-finished' });
  });

  test('a split that makes no sense is refused', () => {
    const log = grouped();
    expect(log.ask(LEADER, split({}, [{ ...ONE, name: '   ' }]))).toMatchObject({ code: 'group-name-empty' });
    expect(log.ask(LEADER, split({}, [ONE, ONE]))).toMatchObject({ code: 'id-taken' });
    expect(log.ask(LEADER, split({ [SIV.id]: 'group-09' }))).toMatchObject({ code: 'group-unknown' });
    expect(log.ask(LEADER, split({}, [{ ...ONE, name: 'x'.repeat(61) }]))).toMatchObject({ limit: 60 });
    expect(log.ask(BERIT, split({}))).toMatchObject({ code: 'not-allowed' });
    expect(log.ask(LEADER, join(ONE.id))).toMatchObject({ code: 'not-allowed' });
  });

  test('a new name moves nobody, not even who joined while it was written', () => {
    const log = grouped();
    log.do(SIV, join(ONE.id));
    expect(log.do(LEADER, split({}, [{ ...ONE, name: 'Fönstret' }, TWO]))).toEqual(['RoomSplit']);
    expect(see(log, phone(SIV))).toMatchObject({ group: ONE.id });
    expect(see(log, { view: 'leader', id: LEADER.id })).toMatchObject({
      groups: [{ name: 'Fönstret', count: 3 }, { count: 0 }],
      undo: { name: 'RoomSplit', subject: 'Fönstret' }
    });
    log.do(LEADER, { name: 'Undo', data: {} });
    expect(see(log, phone(SIV))).toMatchObject({ group: ONE.id, groups: [ONE, TWO] });
  });

  test('newcomers put into several groups at once are one deed', () => {
    const log = grouped();
    const members = { 'new-0001': ONE.id, 'new-0002': TWO.id };
    expect(log.do(LEADER, split(members))).toEqual(['PeopleGrouped']);
    expect(log.state.members).toMatchObject({ [BERIT.id]: ONE.id, ...members });
    expect(log.do(LEADER, split(members))).toEqual([]);
    log.do(LEADER, { name: 'Undo', data: {} });
    expect(log.state.members).toEqual({ [BERIT.id]: ONE.id, [MANS.id]: ONE.id, [SIV.id]: TWO.id });
  });

  test('undo puts the former groups back, and leaves those who have chosen where they are', () => {
    const log = grouped();
    log.do(LEADER, move([MANS.id], TWO.id));
    log.do(CO_LEADER, split({ [BERIT.id]: 'group-03' }, [{ id: 'group-03', name: 'Trean' }]));
    log.do(SIV, join('group-03'));
    log.do(CO_LEADER, { name: 'Undo', data: {} });
    // What they chose does not stand any more: they are back where they were.
    expect(log.state.members).toEqual({ [BERIT.id]: ONE.id, [MANS.id]: TWO.id, [SIV.id]: TWO.id });
    log.do(SIV, join(ONE.id));
    log.do(MANS, join(ONE.id));
    log.do(LEADER, { name: 'Undo', data: {} });
    // Måns had been moved to the second group and has chosen the first since: nothing to take back of that.
    expect(log.state.members[MANS.id]).toBe(ONE.id);
  });

  test('undo of a new name leaves a newcomer in the group that was chosen meanwhile', () => {
    const log = grouped();
    log.do(LEADER, split({}, [{ ...ONE, name: 'Fönstret' }, TWO]));
    log.do(SIV, join(ONE.id));
    log.do(LEADER, { name: 'Undo', data: {} });
    expect(log.state.members[SIV.id]).toBe(ONE.id);
  });
});

describe('R96 one writes for all', () => {
  test('who has no group cannot write, and nobody writes while another has the pen', () => {
    const log = grouped();
    const late: Actor = { role: 'participant', id: 'late-001' };
    expect(log.ask(late, submit('note-0001', 'Nav'))).toMatchObject({ code: 'no-group' });
    expect(log.ask(late, pen())).toMatchObject({ code: 'no-group' });
    expect(see(log, phone(BERIT)).prompts['prompt-1']?.pen).toBe('free');
    expect(log.do(BERIT, pen())).toEqual(['PenTaken']);
    expect(log.do(BERIT, pen())).toEqual([]);
    expect(see(log, phone(BERIT)).prompts['prompt-1']?.pen).toBe('mine');
    expect(see(log, phone(MANS)).prompts['prompt-1']?.pen).toBe('taken');
    expect(see(log, phone(SIV)).prompts['prompt-1']?.pen).toBe('free');
    expect(log.ask(MANS, submit('note-0001', 'Nav'))).toMatchObject({ code: 'pen-elsewhere' });
    log.do(MANS, pen());
    expect(see(log, phone(BERIT)).prompts['prompt-1']?.pen).toBe('taken');
    expect(log.ask(BERIT, submit('note-0002', 'Mäklare'))).toMatchObject({ code: 'pen-elsewhere' });
    log.do(MANS, submit('note-0001', 'Nav'));
  });

  test('the limit is the group’s, whoever of it writes', () => {
    const log = grouped('role-card', { perPerson: 2 });
    log.do(BERIT, submit('note-0001', 'Nav'));
    log.do(MANS, submit('note-0002', 'Mäklare'));
    expect(log.ask(BERIT, submit('note-0003', 'Visionär'))).toMatchObject({
      code: 'too-many-notes',
      limit: 2
    });
    log.do(SIV, submit('note-0003', 'Visionär'));
  });

  test('everybody of the group sees its notes, and whoever has the pen changes them; nobody else does', () => {
    const log = grouped();
    log.do(BERIT, submit('note-0001', 'Nav'));
    for (const [who, isSeen] of [
      [BERIT, true],
      [MANS, true],
      [SIV, false]
    ] as const) {
      expect('note-0001' in see(log, phone(who)).notes).toBe(isSeen);
      // Nor is a phone of another group told that there is such a note at all.
      const patch = patchOf(log.state, phone(who), log.events.at(-1)!, directory);
      expect('note-0001' in (patch.notes ?? {})).toBe(isSeen);
    }
    expect(concerns(log.state, log.events.at(-1)!)).toEqual(expect.arrayContaining([BERIT.id, MANS.id]));
    log.do(MANS, pen());
    const change = (text: string): Request => ({
      name: 'ChangeNote',
      data: { note: 'note-0001', fields: { text } }
    });
    expect(log.ask(BERIT, change('Navet'))).toMatchObject({ code: 'pen-elsewhere' });
    expect(log.ask(SIV, change('Navet'))).toMatchObject({ code: 'note-not-yours' });
    log.do(MANS, change('Navet'));
    log.do(MANS, { name: 'WithdrawNote', data: { note: 'note-0001' } });
    expect(log.do(BERIT, { name: 'WithdrawNote', data: { note: 'note-0001' } })).toEqual([]);
  });

  test('who leaves the group leaves its notes there, the own ones too', () => {
    const log = grouped();
    log.do(BERIT, submit('note-0001', 'Nav'));
    log.do(LEADER, move([BERIT.id], TWO.id));
    const patch = patchOf(log.state, phone(BERIT), log.events.at(-1)!, directory);
    expect(patch.notes).toEqual({ 'note-0001': null });
    expect(see(log, phone(BERIT)).notes).toEqual({});
    expect(log.ask(BERIT, { name: 'WithdrawNote', data: { note: 'note-0001' } })).toMatchObject({
      code: 'note-not-yours'
    });
    expect(see(log, phone(MANS)).notes).toHaveProperty('note-0001');
  });

  test('whoever comes to a group is told what it has written', () => {
    const log = grouped();
    log.do(BERIT, submit('note-0001', 'Nav'));
    // Nobody looks into another group's answers by going there: what a group has written is its own.
    expect(log.ask(SIV, join(ONE.id))).toEqual({ code: 'groups-settled' });
    log.do(LEADER, move([SIV.id], ONE.id));
    const patch = patchOf(log.state, phone(SIV), log.events.at(-1)!, directory);
    expect(patch).toMatchObject({ group: ONE.id, notes: { 'note-0001': { fields: { text: 'Nav' } } } });
  });

  test('a pen leaves with whoever had it, and the others are told', () => {
    const log = grouped();
    log.do(BERIT, pen());
    log.do(LEADER, move([BERIT.id], TWO.id));
    const event = log.events.at(-1)!;
    expect(concerns(log.state, event)).toContain(MANS.id);
    expect(patchOf(log.state, phone(MANS), event, directory).prompts?.['prompt-1']?.pen).toBe('free');
    log.do(MANS, submit('note-0001', 'Nav'));
    // With its owner it comes back.
    log.do(LEADER, move([BERIT.id], ONE.id));
    expect(patchOf(log.state, phone(MANS), log.events.at(-1)!, directory).prompts?.['prompt-1']?.pen).toBe(
      'taken'
    );
  });

  test('what a group that is gone has written keeps its name, and is its author’s again', () => {
    const log = grouped();
    log.do(BERIT, submit('note-0001', 'Nav'));
    log.do(LEADER, split({}, []));
    for (const audience of [
      { view: 'leader', id: LEADER.id },
      { view: 'wall' },
      { view: 'review' }
    ] as const) {
      const view = see(log, audience);
      expect(view.notes['note-0001']?.group).toBe(ONE.id);
      // The second group never wrote anything: nobody needs its name.
      expect(view.groups).toEqual([{ ...ONE, count: 0, former: true }]);
    }
    expect(see(log, phone(BERIT))).toMatchObject({ groups: [], group: null });
    expect(see(log, phone(BERIT)).notes).toHaveProperty('note-0001');
    expect(see(log, phone(MANS)).notes).toEqual({});
    log.do(BERIT, { name: 'ChangeNote', data: { note: 'note-0001', fields: { text: 'Navet' } } });
    log.do(LEADER, { name: 'Undo', data: {} });
    expect(see(log, { view: 'wall' }).groups).toEqual([
      { ...ONE, count: 2 },
      { ...TWO, count: 1 }
    ]);
  });

  test.each(['role-card', 'quote', 'sticky-note'])('nobody’s name stands at a group’s note: %s', (kind) => {
    const log = grouped(kind);
    const fields = { text: 'Vi väntar.', ...(kind === 'quote' ? { speaker: 'me' } : {}) };
    log.do(BERIT, { name: 'SubmitNote', data: { note: 'note-0001', prompt: 'prompt-1', fields } });
    log.do(LEADER, { name: 'ClosePrompt', data: { prompt: 'prompt-1' } });
    for (const audience of [
      { view: 'leader', id: LEADER.id },
      { view: 'wall' },
      { view: 'review' },
      phone(MANS)
    ] as const) {
      const view = see(log, audience);
      expect(view.notes['note-0001']).toMatchObject({ group: ONE.id, fields: { text: 'Vi väntar.' } });
      expect(view.notes['note-0001']?.by).toBeUndefined();
      expect(view.prompts['prompt-1']?.people).toBeUndefined();
      expect(JSON.stringify([view.notes, view.prompts])).not.toContain(BERIT.id);
      expect(JSON.stringify([view.notes, view.prompts])).not.toContain('Berit');
    }
  });

  test('how much each group has written is told while it is concealed, and what not', () => {
    const log = grouped('role-card', { hidden: true });
    log.do(BERIT, submit('note-0001', 'Nav'));
    log.do(BERIT, submit('note-0002', 'Mäklare'));
    log.do(SIV, submit('note-0003', 'Visionär'));
    log.do(LEADER, { name: 'HideNote', data: { note: 'note-0002' } });
    const wall = see(log, { view: 'wall' });
    expect(wall.notes).toEqual({});
    expect(wall.prompts['prompt-1']?.byGroup).toEqual({ [ONE.id]: 1, [TWO.id]: 1 });
    expect(see(log, phone(BERIT)).prompts['prompt-1']).not.toHaveProperty('byGroup');
  });
});
