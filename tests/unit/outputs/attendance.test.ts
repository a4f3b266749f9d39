import { expect, test } from 'vitest';
import { attendanceOf } from '../../../src/lib/domain/outputs/attendance.ts';

test('organisations that were there are told in their order, with how many; people without one come last', () => {
  const organisations = [
    { id: 'b', name: 'Region Björkdal', kind: 'region' },
    { id: 'a', name: 'Hällby kommun', kind: 'municipality' },
    { id: 'c', name: 'Kom inte', kind: 'other' }
  ];
  const people = ['a', null, 'b', 'a'].map((organisationId) => ({ organisationId }));
  expect(attendanceOf(organisations, people)).toEqual([
    { name: 'Region Björkdal', kind: 'region', participants: 1 },
    { name: 'Hällby kommun', kind: 'municipality', participants: 2 },
    { name: '', kind: 'none', participants: 1 }
  ]);
});
