import { describe, expect, test } from 'vitest';
import type { Block, Run } from '../../../src/lib/domain/document/document.ts';
import { markdownOf } from '../../../src/lib/domain/document/markdown.ts';
import { plainLine } from '../../../src/lib/domain/outputs/plain.ts';
import { LEADER, Log, MANS } from '../meeting/log.ts';
import {
  gatheredMeeting,
  markdownOfMeeting,
  meetingWith,
  PROMPT,
  review,
  themedMeeting
} from '../outputs/meeting.ts';

function markdown(log: Log): string {
  return markdownOfMeeting(review(log));
}

/** What stands under the only prompt's heading and summary. */
function answers(log: Log): string {
  return markdown(log).split(' svar\n\n')[1] ?? '';
}

test('an empty meeting is told by its facts', () => {
  expect(markdown(new Log())).toBe(`# Träff 2: Vem är du?

Mat i kris

- **Fråga:** Vem ser till att det finns mat?
- **När:** 2027-01-15
- **Var:** Tallnäs folkets hus
- **Vilka:** 2 deltagare

## Vilka som var med

| Typ | Organisationer | Personer |
| --- | --- | --: |
| Regioner | Region Älvmark (1) | 1 |
`);
});

test('a prompt without answers says so', () => {
  expect(markdown(meetingWith('quote', []))).toContain('## 1. Vem är du?\n\n0 svar\n\nIngen svarade.\n');
});

test('role cards are words with counts, their explanations under them', () => {
  const log = meetingWith('role-card', [
    { text: 'Nav' },
    { text: 'Samordnare', explanation: 'Tre listor\nblir en.' },
    { by: MANS, text: 'samordnare', explanation: 'Håller ihop.' }
  ]);
  expect(answers(log)).toBe(`- **Samordnare** (2)
  - Tre listor\\
    blir en. (Region Älvmark)
  - Håller ihop.
- **Nav** (1)
`);
});

test('a word names what else lies in it, not what differs by its letters’ size alone', () => {
  expect(answers(gatheredMeeting())).toBe('- **Samordnare** (3): Koordinator\n- **Nav** (1)\n');
});

test('quotes stand as quotes, each with its speaker', () => {
  const log = meetingWith('quote', [
    { text: 'Ingen har sagt nej.\n\nMen ingen har sagt ja.', speaker: 'me' },
    { text: 'Bete er.', speaker: 'anonymous' }
  ]);
  // A nameless one stands first: its place among the others would tell whose it is.
  expect(answers(log)).toBe(`> Bete er.
>
> – Deltagare

> Ingen har sagt nej.\\
> Men ingen har sagt ja.
>
> – Berit, Region Älvmark
`);
});

test('sticky notes are a list', () => {
  expect(
    answers(meetingWith('sticky-note', [{ text: 'Frukost; varje vecka.' }, { by: MANS, text: 'å ä ö' }]))
  ).toBe('- Frukost; varje vecka. (Region Älvmark)\n- å ä ö\n');
});

test('sticky notes stand under their themes, the rest last', () => {
  expect(answers(themedMeeting())).toBe(`### Mötas \\*oftare\\* (2)

- Frukost. (Region Älvmark)
- Bjud in. (Region Älvmark)

### Kartor (1)

- En karta.

### Utan tema (1)

- Ett datum.
`);
});

test('where all lie in a theme there is no heading for others', () => {
  const log = themedMeeting();
  log.do(LEADER, { name: 'HideNote', data: { note: 'note-0002' } });
  expect(answers(log)).not.toContain('Utan tema');
});

test.each([
  ['# rubrik', '\\# rubrik'],
  ['<b>fet</b>', '\\<b\\>fet\\</b\\>'],
  ['<!-- kommentar', '\\<!-- kommentar'],
  ['&lt;', '\\&lt;'],
  ['*kursiv* _kursiv_ ~~struken~~', '\\*kursiv\\* \\_kursiv\\_ \\~\\~struken\\~\\~'],
  ['[länk](http://x.se)', '\\[länk\\](http\\://x\\.se)'],
  ['![bild](x)', '!\\[bild\\](x)'],
  ['`kod`', '\\`kod\\`'],
  ['www.exempel.se', 'www\\.exempel\\.se'],
  [':smile: :100:', '\\:smile: \\:100:'],
  ['- punkt', '\\- punkt'],
  ['+ punkt', '\\+ punkt'],
  ['---', '\\---'],
  ['===', '\\=\\=\\='],
  ['> citat', '\\> citat'],
  ['1. ett', '1\\. ett'],
  ['2024) ett', '2024\\) ett'],
  ['a) ett', 'a\\) ett'],
  ['    kod', 'kod'],
  ['a | b', 'a \\| b'],
  ['$x^2$', '\\$x\\^2\\$'],
  ['slut\\', 'slut\\\\'],
  ['[^1]: not', '\\[\\^1\\]: not'],
  ['@regionen', '\\@regionen'],
  ['Vi var 3.5 personer, kl. 9. Hej...', 'Vi var 3.5 personer, kl. 9. Hej...'],
  ['EU-medel (från 2014), 50 % "kvar"!', 'EU-medel (från 2014), 50 % "kvar"!']
])('a note is never markup, and no sign is spoilt without need: %j', (text, written) => {
  expect(plainLine(text)).toBe(written);
});

test('what leaders wrote is no markup either', () => {
  const log = meetingWith('sticky-note', [], { title: '*Vem*?', instruction: '# Tänk\n- och skriv' });
  log.do(LEADER, { name: 'ClosePrompt', data: { prompt: PROMPT } });
  const outputs = review(log, {
    title: '<script>',
    place: '[hus](x)',
    project: { name: '`p`', question: '*?*' },
    organisations: [{ name: '_Region_', kind: 'region', participants: 1 }]
  });
  const text = markdownOfMeeting(outputs);
  expect(text).toContain('# Träff 2: \\<script\\>\n');
  expect(text).toContain('\n\\`p\\`\n\n- **Fråga:** \\*?\\*\n');
  expect(text).toContain('- **Var:** \\[hus\\](x)\n');
  expect(text).toContain('| Regioner | \\_Region\\_ (1) | 1 |\n');
  expect(text).toContain('## 1. \\*Vem\\*?\n');
  expect(text).toContain('\\# Tänk\\\n\\- och skriv\n');
});

test('every line of a note is made plain, not the first alone', () => {
  expect(answers(meetingWith('sticky-note', [{ by: MANS, text: 'ett\n# två\n\n- tre' }]))).toBe(
    '- ett\\\n  \\# två\\\n  \\- tre\n'
  );
});

test('R65 a speaker who calls himself markup is a name', () => {
  const log = meetingWith('quote', [
    { text: 'Hej.', speaker: 'other', speakerName: '<b>', speakerTitle: '*x*' }
  ]);
  expect(answers(log)).toContain('> – \\<b\\>, \\*x\\*\n');
});

test('R46 what was parked stands last, in one line each, with what has been done', () => {
  const log = new Log();
  for (const [thought, text] of [
    ['thought-1', 'Vem *betalar*?'],
    ['thought-2', '# Bjud in länsstyrelsen']
  ] as const) {
    log.do(LEADER, { name: 'ParkThought', data: { thought, text } });
  }
  log.do(LEADER, { name: 'ChangeThought', data: { thought: 'thought-2', done: true } });
  expect(markdown(log)).toMatch(
    /\n\n## Parkerat\n\n- Vem \\\*betalar\\\*\?\n- \\# Bjud in länsstyrelsen \(klart\)\n$/
  );
});

test('what is counted and not quoted is a number, and summaries stand under the answers', () => {
  const log = meetingWith('perspective', []);
  const fields = { actorKind: 'region', text: 'Hemligt omdöme', role: '4' };
  const data = { note: 'note-0001', prompt: PROMPT, fields, unquoted: true } as const;
  log.do(MANS, { name: 'SubmitNote', data });
  const write = (about: string, text: string) =>
    log.do(LEADER, { name: 'WriteSummary', data: { prompt: PROMPT, about, text } });
  write('region', 'De vill att vi leder.\nGärna nu.');
  write('', 'Alla vill något.');
  const text = markdown(log);
  expect(text).not.toContain('Hemligt');
  expect(text).toContain(`0 svar

1 räknas utan att citeras.

*Andras syn: Flera region 4*

*Så läser du.*

### Flera region (1 röster)

De vill att vi leder.\\
Gärna nu.

### Sammanfattning

Alla vill något.
`);
});

describe('a report', () => {
  const text = (blocks: readonly Block[]) =>
    markdownOf({ title: 'Rapport', language: 'sv', at: 0, blocks }).replace(/^# Rapport\n\n/, '');
  const runs = (...all: Run[]): Block => ({ kind: 'paragraph', runs: all });

  test('keeps spaces outside of its marks, and lines within them', () => {
    expect(
      text([
        runs(
          { text: 'Ett' },
          { text: ' två ', bold: true },
          { text: 'tre\n\n- fyra', italic: true },
          { text: '1. fem' }
        )
      ])
    ).toBe('Ett **två** *tre*\\\n*\\- fyra*1. fem\n');
  });

  test('lets nothing of a table’s cell out of it', () => {
    const cell = (one: string) => ({ runs: [{ text: one }] });
    expect(
      text([
        {
          kind: 'table',
          caption: 'a | b',
          head: [cell('A'), { ...cell('B'), align: 'right' }],
          rows: [[cell('x | y\nz'), cell('`|`')]]
        }
      ])
    ).toBe('a \\| b\n\n| A | B |\n| --- | --: |\n| x \\| y<br>z | \\`\\|\\` |\n');
  });

  test('follows links of the web and of e-mail alone', () => {
    const link = (address: string) => text([runs({ text: 'här', link: address })]);
    expect(link('https://exempel.se/a_(b)?c=<d>')).toBe('[här](<https://exempel.se/a_(b)?c=%3Cd%3E>)\n');
    expect(link('javascript:alert(1)')).toBe('här\n');
  });

  test('puts columns one below the other, and lists within lists', () => {
    expect(
      text([
        { kind: 'columns', columns: [[runs({ text: 'Vänster' })], [runs({ text: 'Höger' })]] },
        {
          kind: 'list',
          ordered: true,
          items: [
            [runs({ text: 'Ett' }), { kind: 'list', ordered: false, items: [[runs({ text: 'inne' })]] }],
            [runs({ text: 'Två' }), runs({ text: 'mer' })]
          ]
        },
        { kind: 'cited', blocks: [runs({ text: 'Sagt' }), runs({ text: 'två gånger' })] },
        { kind: 'break' }
      ])
    ).toBe('Vänster\n\nHöger\n\n1. Ett\n   - inne\n2. Två\n\n   mer\n\n> Sagt\n>\n> två gånger\n\n---\n');
  });
});
