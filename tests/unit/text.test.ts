/** What people type: Swedish letters however they were made, emoji, invisible marks, far too much. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanLine, cleanLines, foldKey, lengthOf, shortened } from '../../src/lib/domain/text.ts';

const RUNS = { numRuns: process.env.DEEP ? 20_000 : 1_000 };

describe('R31 what can be seen is never changed', () => {
  test.each([
    'Räksmörgås på ön, ÅÄÖ åäö é ü',
    '<script>alert("hej")</script> & <b>fet</b>',
    "Robert'); DROP TABLE notes;--",
    '👩‍🚒 👨‍👩‍👧‍👦 🏳️‍🌈 👍🏽 ❤️ 1️⃣ 🇸🇪',
    'اللغة العربية עברית',
    'Tiếng Việt, Kraków, Łódź',
    '= 1 + 1, @alla #hashtag 50 %'
  ])('%s', (text) => {
    expect(cleanLine(text)).toBe(text);
    expect(cleanLines(text)).toBe(text);
  });

  test('å ä ö are one letter however they were typed', () => {
    expect(cleanLine('a\u030Aa\u0308o\u0308A\u030A')).toBe('åäöÅ');
    expect(lengthOf(cleanLine('a\u030A'.repeat(60)))).toBe(60);
  });

  test('å is one letter also where an invisible mark stood in it', () => {
    expect(cleanLine('a\u200B\u030A')).toBe('å');
  });

  test('a flag made of tags', () => {
    const scotland = '🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}';
    expect(cleanLine(scotland)).toBe(scotland);
  });
});

describe('R31 what cannot be seen is taken out', () => {
  test.each([
    ['zero-width space', 'Na\u200Bv', 'Nav'],
    ['word joiner and byte-order mark', '\uFEFFNa\u2060v', 'Nav'],
    ['soft hyphen', 'nyckel\u00ADperson', 'nyckelperson'],
    ['text that runs from the right by a mark', 'abc\u202Edef\u202C', 'abcdef'],
    ['isolates', '\u2067abc\u2069', 'abc'],
    ['a lone joiner', 'Na\u200Dv', 'Nav'],
    ['a lone surrogate', 'Na\uD800v', 'Na\uFFFDv'],
    ['a zero byte', 'Na\u0000v', 'Nav'],
    ['hidden tags', 'Nav\u{E0041}\u{E0042}', 'Nav'],
    ['a Hangul filler', '\u3164Nav\uFFA0', 'Nav'],
    ['a tower of accents', `N${'\u0301'.repeat(40)}av`, 'Ń\u0301\u0301\u0301\u0301av']
  ])('%s', (_, typed, stored) => {
    expect(cleanLine(typed)).toBe(stored);
  });

  test.each([' ', '\u00A0\u2003\t\n', '\u200B\u200E\u202E\uFEFF', '\u2800', '\u3164', '\u00AD', ''])(
    '%j is empty',
    (typed) => {
      expect(cleanLine(typed)).toBe('');
      expect(cleanLines(typed)).toBe('');
    }
  );
});

describe('lines', () => {
  test('one line has no breaks and no runs of space', () => {
    expect(cleanLine('  Nav \r\n och\tbrygga\u2028här\u00A0 \u00A0nu ')).toBe('Nav och brygga här nu');
  });

  test('several keep their breaks, however they were made, and one empty line at most', () => {
    expect(cleanLines(' ett \r\n två\r\r\r\rtre \u2028 fyra\t fem ')).toBe('ett\ntvå\n\ntre\nfyra fem');
  });
});

describe('the same word', () => {
  test.each([
    ['Brobyggare', ' BROBYGGARE\u200B '],
    ['Språkvän', 'SPRA\u030AKVA\u0308N'],
    ['en  vän', 'En vän'],
    ['ｎａｖ', 'nav']
  ])('%s and %j', (one, other) => {
    expect(foldKey(one)).toBe(foldKey(other));
  });

  test.each([
    ['får', 'far'],
    ['ö', 'o'],
    ['värd', 'vård'],
    ['nav', 'navet']
  ])('not %s and %s', (one, other) => {
    expect(foldKey(one)).not.toBe(foldKey(other));
  });
});

describe('whatever is typed', () => {
  const marks = fc.constantFrom(
    ...[
      '\u200D',
      '\u200B',
      '\uFE0F',
      '\u0301',
      '\u030A',
      '\uD800',
      '\u{E0041}',
      '👩',
      '🚒',
      'a',
      ' ',
      '\n',
      '\r'
    ]
  );
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(marks, { maxLength: 40 }).map((parts) => parts.join(''))
  );

  test.each([
    ['one line', cleanLine],
    ['several lines', cleanLines]
  ])('cleaning %s twice is cleaning it once, and the result is composed and whole', (_, clean) => {
    fc.assert(
      fc.property(typed, (text) => {
        const once = clean(text);
        expect(clean(once)).toBe(once);
        expect(once.normalize('NFC')).toBe(once);
        // eslint-disable-next-line no-control-regex -- a control character is what must not be left
        expect(once).not.toMatch(/[\u0000\u200B\u202E\uFEFF]/u);
        expect(once.isWellFormed()).toBe(true);
        expect(once).toBe(once.trim());
      }),
      RUNS
    );
  });

  test('10,000 characters are cleaned and counted', () => {
    for (const part of ['å', '\u200B', ' \n', '\u0301', '👩‍🚒', '\u200D', 'a\u030A', '\r\r\n']) {
      const long = part.repeat(10_000 / part.length);
      expect(lengthOf(cleanLine(long))).toBeLessThanOrEqual(10_000);
      expect(cleanLines(cleanLines(long))).toBe(cleanLines(long));
    }
    expect(lengthOf(cleanLine('å'.repeat(10_000)))).toBe(10_000);
  });
});

describe('a text as a title', () => {
  test('stands as it is where it fits, on one line', () => {
    expect(shortened('Kortare\nmöten', 120)).toBe('Kortare möten');
    expect(shortened('å'.repeat(120), 120)).toBe('å'.repeat(120));
  });

  test('is cut between two words, with a sign', () => {
    expect(shortened('En gemensam lista över projekt', 20)).toBe('En gemensam lista …');
    expect(shortened('En gemensam listan över', 19)).toBe('En gemensam …');
  });

  test('within a word only where there is no other way', () => {
    expect(shortened('Livsmedelsberedskapssamordnare', 20)).toBe('Livsmedelsberedskap…');
    expect(shortened('a Livsmedelsberedskapssamordnare', 20)).toBe('a Livsmedelsberedsk…');
  });

  test('never within what is seen as one letter', () => {
    const family = '👨‍👩‍👧‍👦';
    expect(shortened(family.repeat(20), 20)).toBe(`${family.repeat(2)}…`);
  });

  test('is never longer than that', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(lengthOf(shortened(text, 120))).toBeLessThanOrEqual(120);
      }),
      RUNS
    );
  });
});
