/** Who took part: organisations with how many of their people were there, kind by kind. */
import type { Outputs } from '../outputs/outputs.ts';
import type { Wording } from '../outputs/wording.ts';
import { cell } from './blocks.ts';
import type { Block } from './document.ts';

/** None where nobody has joined. */
export function attendanceBlocks(
  { organisations }: Pick<Outputs['meeting'], 'organisations'>,
  wording: Wording
): Block[] {
  const { report } = wording;
  if (organisations.length === 0) return [];
  const kinds = [...new Set(organisations.map(({ kind }) => kind))];
  return [
    {
      kind: 'table',
      head: [
        cell(report.organisationKind),
        cell(report.organisations),
        cell(report.people, { align: 'right' })
      ],
      rows: kinds.map((kind) => {
        const those = organisations.filter((one) => one.kind === kind);
        const names = those.flatMap(({ name, participants }) => (name ? [`${name} (${participants})`] : []));
        const people = those.reduce((sum, { participants }) => sum + participants, 0);
        return [
          cell(wording.organisations(kind), { head: true }),
          cell(names.join(', ')),
          cell(String(people), { align: 'right' })
        ];
      })
    }
  ];
}
