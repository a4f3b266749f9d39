/** What answers become: grouped, sorted, counted. */
import { expect, test } from 'vitest';
import { actorsOf, sharedIn } from '../../../src/lib/domain/outcomes/actors.ts';
import { commitmentsOf } from '../../../src/lib/domain/outcomes/commitments.ts';
import { perspectivesOf } from '../../../src/lib/domain/outcomes/perspectives.ts';

const answers = (...all: Record<string, string>[]) => all.map((fields, at) => ({ id: `note-${at}`, fields }));

test('others stand by kind of actor, in the order of the kinds, the smallest role first, with their spread', () => {
  const found = perspectivesOf(
    answers(
      { actorKind: 'municipality', text: 'Ta täten!', role: '9', actor: 'Hällby' },
      { actorKind: 'agency', text: 'Ni samordnar.', role: '6' },
      { actorKind: 'municipality', text: 'Vi klarar oss.', role: '2' }
    )
  );
  expect(found.map(({ kind, views }) => [kind, views.map(({ text }) => text)])).toEqual([
    ['agency', ['Ni samordnar.']],
    ['municipality', ['Vi klarar oss.', 'Ta täten!']]
  ]);
  expect(found[1]!.spread).toMatchObject({ median: 5.5, mean: 5.5 });
  expect(perspectivesOf([])).toEqual([]);
});

test('an actor of whom several tell is one row; what nobody knows is a gap; what two answer for shows', () => {
  const rows = actorsOf(
    answers(
      {
        text: 'Länsstyrelsen',
        actorKind: 'county-board',
        role: 'Samordnar',
        responsibility: 'Krisberedskap'
      },
      { text: 'länsstyrelsen ', actorKind: 'county-board', role: 'samordnar', interface: 'Rådet' },
      { text: 'Älvby', actorKind: 'municipality', responsibility: 'krisberedskap' },
      { text: 'Åsby', actorKind: 'municipality' }
    ),
    'sv'
  );
  expect(rows.map(({ name }) => name)).toEqual(['Länsstyrelsen', 'Åsby', 'Älvby']);
  expect(rows[0]!.cells).toEqual({
    role: ['samordnar'],
    responsibility: ['Krisberedskap'],
    interface: ['Rådet']
  });
  expect(rows[0]!.notes).toEqual(['note-0', 'note-1']);
  expect(rows[1]!.cells.role).toEqual([]);
  expect([...sharedIn(rows, 'responsibility')]).toEqual(['krisberedskap']);
  expect(sharedIn(rows, 'role').size).toBe(0);
});

test('the soonest commitment stands first, those without a day last', () => {
  const found = commitmentsOf(
    answers({ text: 'A' }, { text: 'B', by: '2027-05-01', who: 'Gun' }, { text: 'C', by: '2027-02-01' })
  );
  expect(found.map(({ text }) => text)).toEqual(['C', 'B', 'A']);
});
