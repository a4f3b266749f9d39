/** The roles of a project: found again from wall to wall, over time, and as others see them. */
import { describe, expect, test } from 'vitest';
import { drawColumns } from '../../../src/lib/domain/outcomes/roles/columns.ts';
import { coursesOf } from '../../../src/lib/domain/outcomes/roles/courses.ts';
import { roleRows, wordId } from '../../../src/lib/domain/outcomes/roles/role-rows.ts';
import type { RoleStep } from '../../../src/lib/domain/outcomes/roles/role-rows.ts';
import { beside, sidesOf } from '../../../src/lib/domain/outcomes/roles/sides.ts';
import type { OrganisationKind } from '../../../src/lib/domain/organisation-kinds.ts';

/** "Nav=3" is a word of three cards; "Motor/Drivkraft=2" one that was written in two ways. */
function step(number: number, ...words: string[]): RoleStep {
  const id = `prompt-${number}`;
  return {
    ...{ id, number, meeting: `meeting-${number}`, title: `Träff ${number}` },
    words: words.map((word) => {
      const [forms = '', count = '1'] = word.split('=');
      const [text = '', ...others] = forms.split('/');
      return {
        key: text.toLowerCase(),
        text,
        count: Number(count),
        notes: Array.from({ length: Number(count) }, (_, at) => `${id} ${text} ${at}`),
        variants: [text, ...others].map((form) => ({ text: form, count: 1 }))
      };
    })
  };
}

const counts = (rows: ReturnType<typeof roleRows>) =>
  Object.fromEntries(rows.map(({ text, notes }) => [text, notes.map((one) => one.length)]));

describe('a role is found again', () => {
  test('by what somebody wrote, whatever the case', () => {
    expect(counts(roleRows([step(1, 'Nav=3', 'Motor=1'), step(2, 'nav=5')]))).toEqual({
      nav: [3, 5],
      Motor: [1, 0]
    });
  });

  test('by any of its forms, under the name that most cards have', () => {
    const rows = roleRows([step(1, 'Motor/Drivkraft=2'), step(2, 'drivkraft=4'), step(3, 'Motor=1')]);
    expect(counts(rows)).toEqual({ drivkraft: [2, 4, 1] });
  });

  test('by what the machine holds to be one', () => {
    const steps = [step(1, 'Samordnare=2'), step(2, 'Den som samordnar=1')];
    const alike = new Map([
      [wordId(steps[0]!, { key: 'samordnare' }), 'a'],
      [wordId(steps[1]!, { key: 'den som samordnar' }), 'a']
    ]);
    expect(counts(roleRows(steps, alike))).toEqual({ Samordnare: [2, 1] });
  });

  test('and two words of one wall stay two, also through a third', () => {
    const steps = [step(1, 'Nav=2', 'Knutpunkt=1'), step(2, 'Nav=1')];
    const alike = new Map(['nav', 'knutpunkt'].map((key) => [wordId(steps[0]!, { key }), 'a']));
    alike.set(wordId(steps[1]!, { key: 'nav' }), 'a');
    expect(counts(roleRows(steps, alike))).toEqual({ Nav: [2, 1], Knutpunkt: [1, 0] });
    const joined = [step(1, 'Nav=2', 'Knutpunkt=1'), step(2, 'Nav/Knutpunkt=3')];
    expect(counts(roleRows(joined))).toEqual({ Nav: [2, 3], Knutpunkt: [1, 0] });
  });
});

describe('over time', () => {
  const steps = [
    step(1, 'Nav=4', 'Motor=4', 'Lobbyist=2'),
    step(2),
    step(3, 'Nav=9', 'Motor=6', 'Bro=3', 'Vakt=2')
  ];

  test('is told against the last step in which somebody was counted, by shares', () => {
    const { courses, cards } = coursesOf(roleRows(steps));
    expect(cards).toEqual([10, 0, 20]);
    expect(courses.map(({ text, counts: own, changes }) => [text, own, changes[2]])).toEqual([
      ['Nav', [4, 0, 9], 'grown'],
      ['Motor', [4, 0, 6], 'shrunk'],
      ['Lobbyist', [2, 0, 0], 'gone'],
      ['Bro', [0, 0, 3], 'new'],
      ['Vakt', [0, 0, 2], 'new']
    ]);
    expect(courses.every(({ changes }) => changes[0] === undefined && changes[1] === undefined)).toBe(true);
  });

  test('what was there once and comes again is back', () => {
    const all = [step(1, 'Nav'), step(2, 'Bro'), step(3, 'Nav', 'Bro')];
    const nav = coursesOf(roleRows(all)).courses.find(({ text }) => text === 'Nav');
    expect(nav?.changes).toEqual([undefined, 'gone', 'back']);
  });

  test('of some alone counts theirs alone', () => {
    const { courses, cards } = coursesOf(roleRows(steps), (note) => note.endsWith(' 0'));
    expect(cards).toEqual([3, 0, 4]);
    expect(courses).toHaveLength(5);
  });

  test('is drawn without a word over another, each line between the same word', () => {
    const long = 'Landsbygdsutvecklingssamordnare som håller ihop alla trådar mellan kommunerna';
    const all = [1, 2, 3, 4].map((number) =>
      step(
        number,
        `${long}=9`,
        ...Array.from({ length: 60 }, (_, at) => `Roll ${(at * number) % 61}=${60 - at}`)
      )
    );
    const { courses } = coursesOf(roleRows(all));
    const picture = drawColumns(courses, {
      width: 1008,
      size: 15,
      most: 14,
      figure: ({ counts }, at) => String(counts[at]),
      heads: all.map(({ title }) => title)
    });
    expect(picture.words).toHaveLength(4 * 14);
    for (let at = 0; at < 4; at++) {
      const column = picture.words.filter((word) => word.step === at);
      column.slice(1).forEach((word, place) => {
        const above = column[place]!;
        expect(word.y).toBeGreaterThanOrEqual(above.y + above.lines.length * 15 * 1.25);
      });
      expect(Math.max(...column.map(({ y, lines }) => y + lines.length * 15 * 1.25))).toBeLessThanOrEqual(
        picture.height
      );
    }
    for (const { from, to } of picture.links) expect(to[0]).toBeGreaterThan(from[0]);
    expect(picture.links.length).toBeGreaterThan(5);
  });

  test('of nothing is nothing', () => {
    expect(coursesOf([])).toEqual({ courses: [], cards: [] });
    expect(
      drawColumns([], { width: 700, size: 15, most: 14, figure: () => '', heads: ['Träff 1'] }).words
    ).toEqual([]);
  });
});

describe('self and others', () => {
  const steps = [step(1, 'Nav=3', 'Motor=1'), step(2, 'Nav=2', 'Finansiär=2')];
  const kindOf = (note: string): OrganisationKind | undefined =>
    note.endsWith(' 2') ? undefined : note.startsWith('prompt-1') ? 'region' : 'municipality';
  const sides = sidesOf(roleRows(steps), kindOf);

  test('counts kind by kind, and leaves out of whom nothing may be known', () => {
    expect(sides).toEqual({
      kinds: [
        { kind: 'region', cards: 3 },
        { kind: 'municipality', cards: 4 }
      ],
      rows: [
        { text: 'Nav', counts: [2, 2] },
        { text: 'Finansiär', counts: [0, 2] },
        { text: 'Motor', counts: [1, 0] }
      ]
    });
  });

  test('sets one side beside the other, by shares of each', () => {
    const both = (others: (kind: OrganisationKind) => boolean) =>
      coursesOf(beside(roleRows(steps), kindOf, 'region', others));
    const all = both(() => true);
    expect(all.cards).toEqual([3, 4]);
    expect(all.courses.map(({ text, counts, changes }) => [text, counts, changes[1]])).toEqual([
      ['Nav', [2, 2], 'shrunk'],
      ['Finansiär', [0, 2], 'new'],
      ['Motor', [1, 0], 'gone']
    ]);
    expect(both((kind) => kind === 'agency').cards).toEqual([3, 0]);
  });
});
