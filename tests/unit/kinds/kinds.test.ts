/** What each kind of prompt takes, and what it says is wrong. */
import { describe, expect, test } from 'vitest';
import { checkFields } from '../../../src/lib/domain/kinds/fields.ts';
import { quote } from '../../../src/lib/domain/kinds/quote.ts';
import { KINDS, kindOf } from '../../../src/lib/domain/kinds/registry.ts';
import { roleCard } from '../../../src/lib/domain/kinds/role-card.ts';
import { stickyNote } from '../../../src/lib/domain/kinds/sticky-note.ts';

const fault = (code: string, field: string, limit?: number) => ({
  ok: false,
  fault: { code, field, ...(limit ? { limit } : {}) }
});
const stored = (fields: Record<string, string>) => ({ ok: true, fields });

describe('every kind', () => {
  test.each(KINDS)(
    'R25 $name is found by its name, and its main field is asked for, if it takes notes',
    (kind) => {
      expect(kindOf(kind.name)).toBe(kind);
      if (kind.takes !== 'notes') return expect(kind.fields).toEqual({});
      expect(kind.fields[kind.main]).toMatchObject({ min: 1 });
    }
  );

  test.each(['', 'poem', 'constructor', '__proto__'])('R25 %j is none', (name) => {
    expect(kindOf(name)).toBeUndefined();
  });

  test.each(KINDS)('R31 $name refuses what it does not ask for', (kind) => {
    for (const field of ['author', 'toString', '__proto__']) {
      const written = Object.fromEntries([
        [field, 'x'],
        ['text', 'Nav']
      ]) as Record<string, string>;
      expect(checkFields(kind, written)).toEqual(fault('field-unknown', field));
    }
  });
});

describe('R31 a role card', () => {
  test('is 1-60 characters, and may be explained in 280', () => {
    expect(checkFields(roleCard, { text: 'å'.repeat(60) })).toEqual(stored({ text: 'å'.repeat(60) }));
    expect(checkFields(roleCard, { text: 'å'.repeat(61) })).toEqual(fault('text-too-long', 'text', 60));
    expect(checkFields(roleCard, {})).toEqual(fault('text-empty', 'text'));
    expect(checkFields(roleCard, { text: 'Nav', explanation: '👩‍🚒'.repeat(93) })).toMatchObject({ ok: true });
    expect(checkFields(roleCard, { text: 'Nav', explanation: 'x'.repeat(281) })).toEqual(
      fault('text-too-long', 'explanation', 280)
    );
  });

  test('is one line, counted after cleaning', () => {
    const text = ` \u202E${'a\u030A'.repeat(30)}\n${'o\u0308'.repeat(29)}\u200B `;
    const clean = `${'å'.repeat(30)} ${'ö'.repeat(29)}`;
    expect(checkFields(roleCard, { text, explanation: ' \u200B ' })).toEqual(stored({ text: clean }));
  });

  test('of nothing that can be seen is empty, one of 10,000 characters too long', () => {
    expect(checkFields(roleCard, { text: '\u200B\u200E\uFEFF' })).toEqual(fault('text-empty', 'text'));
    expect(checkFields(roleCard, { text: 'x'.repeat(10_000) })).toEqual(fault('text-too-long', 'text', 60));
    expect(checkFields(roleCard, { text: `Nav${'\u200B'.repeat(10_000)}` })).toEqual(stored({ text: 'Nav' }));
  });
});

describe('R31 a sticky note', () => {
  test('is 1-280 characters in several lines', () => {
    expect(checkFields(stickyNote, { text: 'ett\r\ntvå\n\n\n\ntre' })).toEqual(
      stored({ text: 'ett\ntvå\n\ntre' })
    );
    expect(checkFields(stickyNote, { text: 'ä'.repeat(280) })).toMatchObject({ ok: true });
    expect(checkFields(stickyNote, { text: 'ä'.repeat(281) })).toEqual(fault('text-too-long', 'text', 280));
  });
});

describe('R32 a quote', () => {
  test.each(['me', 'organisation', 'anonymous'])('is said by %s, without another name', (speaker) => {
    const written = { text: 'Så är det.', speaker, speakerName: 'Någon', speakerTitle: 'chef' };
    expect(checkFields(quote, written)).toEqual(stored({ text: 'Så är det.', speaker }));
  });

  test('is said by somebody else, who has a name and perhaps a title', () => {
    const other = { text: 'Så är det.', speaker: 'other' };
    expect(checkFields(quote, other)).toEqual(fault('text-empty', 'speakerName'));
    const named = { ...other, speakerName: ' Märta\n Öberg ' };
    expect(checkFields(quote, named)).toEqual(stored({ ...other, speakerName: 'Märta Öberg' }));
    expect(checkFields(quote, { ...named, speakerTitle: 'x'.repeat(81) })).toEqual(
      fault('text-too-long', 'speakerTitle', 80)
    );
  });

  test.each(['', 'nobody', 'ME', ' me', 'toString'])('is not said by %j', (speaker) => {
    expect(checkFields(quote, { text: 'Så är det.', speaker })).toEqual(fault('choice-unknown', 'speaker'));
  });

  test('R64 pledges what its speaker says, whatever the prompt pledged', () => {
    const pledges = ['me', 'organisation', 'anonymous', 'other'].map((speaker) => quote.pledge!({ speaker }));
    expect(pledges).toEqual(['named', 'organisation', 'anonymous', 'named']);
  });
});
