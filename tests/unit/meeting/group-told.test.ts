/** R95: what phones are told when somebody joins a group, and who stays in it after undo. */
import { expect, test } from 'vitest';
import { patched } from '../../../src/lib/domain/meeting/view.ts';
import { patchOf, viewOf } from '../../../src/lib/domain/meeting/visibility.ts';
import { BERIT, LEADER, MANS, openLog } from './log.ts';

const nobody = () => undefined;

test('R95 when somebody else joins a group, each phone stays in the own one: all get the same message', () => {
  const log = openLog();
  const groups = [{ id: 'group-red', name: 'Röd' }];
  log.do(LEADER, { name: 'SplitRoom', data: { groups, members: { [BERIT.id]: 'group-red' } } });
  const berit = viewOf(log.state, { view: 'participant', id: BERIT.id }, nobody);
  log.do(MANS, { name: 'JoinGroup', data: { group: 'group-red' } });
  const event = log.events.at(-1)!;
  // As the server tells all who are not concerned.
  const told = patchOf(log.state, { view: 'participant', id: '' }, event, nobody);
  expect(patched(berit, [told])).toMatchObject({ group: 'group-red', groups: [{ count: 2 }] });
  const own = patchOf(log.state, { view: 'participant', id: MANS.id }, event, nobody);
  expect(own.group).toBe('group-red');
});

test('R95 undo of a new split takes out whom it laid in a group that stood before, and leaves who has joined since', () => {
  const log = openLog();
  const groups = [
    { id: 'group-red', name: 'Röd' },
    { id: 'group-blue', name: 'Blå' }
  ];
  log.do(LEADER, { name: 'SplitRoom', data: { groups, members: { [BERIT.id]: 'group-red' } } });
  const members = { [BERIT.id]: 'group-red', [MANS.id]: 'group-blue' };
  log.do(LEADER, { name: 'SplitRoom', data: { groups, members } });
  const siv = { role: 'participant', id: 'siv-00001' } as const;
  log.do(siv, { name: 'JoinGroup', data: { group: 'group-blue' } });
  log.do(LEADER, { name: 'Undo', data: {} });
  expect(log.state.members).toEqual({ [BERIT.id]: 'group-red', [siv.id]: 'group-blue' });
});
