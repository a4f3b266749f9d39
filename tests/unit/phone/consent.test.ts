/** Who stands under a quote: what its author allowed, in the room, in the documentation and in its files. */
import { describe, expect, test } from 'vitest';
import { checkFields } from '../../../src/lib/domain/kinds/fields.ts';
import { quote } from '../../../src/lib/domain/kinds/quote.ts';
import type { Audience } from '../../../src/lib/domain/meeting/sight.ts';
import { viewOf } from '../../../src/lib/domain/meeting/visibility.ts';
import { toCsv } from '../../../src/lib/domain/outputs/csv.ts';
import { toJson } from '../../../src/lib/domain/outputs/json.ts';
import { consented, isUnsaid, printable, spelledOut } from '../../../src/lib/meeting/phone/consent.ts';
import { talkersWords } from '../../../src/lib/meeting/phone/talk.ts';
import { BERIT, LEADER } from '../meeting/log.ts';
import { markdownOfMeeting, meetingWith, PROMPT, review, WORDING } from '../outputs/meeting.ts';

const GUN = { text: 'Så är det.', speaker: 'other', speakerName: 'Gun Kanarie', speakerTitle: 'strateg' };
const ME = { text: 'Så är det.', speaker: 'me' };

describe('R32 what may be printed', () => {
  test('of somebody else is the name where it was asked for, else nothing', () => {
    expect(quote.print!(GUN)).toEqual({ fields: GUN, pledge: 'named' });
    expect(quote.print!({ ...GUN, printed: 'none' })).toEqual({
      fields: { text: 'Så är det.', speaker: 'other', printed: 'none' },
      pledge: 'anonymous'
    });
  });

  test.each([
    [undefined, 'named'],
    ['name', 'named'],
    ['organisation', 'organisation'],
    ['none', 'anonymous']
  ])('of oneself, %s said, is %s', (printed, pledge) => {
    const fields = { ...ME, ...(printed ? { printed } : {}) };
    expect(quote.print!(fields)).toEqual({ fields, pledge });
  });

  test('is asked of me and of somebody else alone, and is one of three', () => {
    const bare = { text: 'Nej.', speaker: 'anonymous' };
    expect(checkFields(quote, { ...bare, printed: 'name' })).toEqual({ ok: true, fields: bare });
    expect(checkFields(quote, { ...ME, printed: 'ja' })).toMatchObject({ ok: false });
    expect(checkFields(quote, { ...ME, printed: 'none' })).toMatchObject({ fields: { printed: 'none' } });
  });
});

describe('R65 what each audience sees', () => {
  const seen = (fields: Record<string, string>, audience: Audience, pledge = 'named') => {
    const log = meetingWith('quote', [fields], { pledge: pledge as 'named' });
    const people = () => ({ name: 'Berit', organisation: 'Region Älvmark' });
    return Object.values(viewOf(log.state, audience, people).notes)[0]!;
  };
  const who: Record<string, Audience> = {
    leader: { view: 'leader', id: LEADER.id },
    author: { view: 'participant', id: BERIT.id },
    wall: { view: 'wall' },
    review: { view: 'review' }
  };

  test('a name that may not be printed stands on the wall, and nowhere in the review', () => {
    const fields = { ...GUN, printed: 'none' };
    for (const audience of [who.leader!, who.author!, who.wall!])
      expect(seen(fields, audience).fields).toMatchObject({ speakerName: 'Gun Kanarie' });
    expect(JSON.stringify(seen(fields, who.review!))).not.toMatch(/Kanarie|strateg/);
  });

  test.each([
    ['name', { name: 'Berit', organisation: 'Region Älvmark' }],
    ['organisation', { organisation: 'Region Älvmark' }],
    ['none', undefined]
  ])('of my own, with %s', (printed, by) => {
    expect(seen({ ...ME, printed }, who.wall!).by).toMatchObject({ name: 'Berit' });
    expect(seen({ ...ME, printed }, who.review!).by).toEqual(by);
  });

  test('a stricter pledge of the question goes before what was allowed', () => {
    const fields = { ...ME, printed: 'name' };
    expect(seen(fields, who.review!, 'organisation').by).toEqual({ organisation: 'Region Älvmark' });
    expect(seen(fields, who.review!, 'anonymous').by).toBeUndefined();
    expect(seen({ ...ME, printed: 'none' }, who.review!, 'organisation').by).toBeUndefined();
  });

  test.each(['quote', 'talk'])('the files of a %s say no more', (kind) => {
    const log = meetingWith(kind, [
      { ...GUN, printed: 'none' },
      { ...ME, printed: 'none' },
      { ...ME, printed: 'organisation' }
    ]);
    log.do(LEADER, { name: 'ClosePrompt', data: { prompt: PROMPT } });
    const outputs = review(log);
    const files = [markdownOfMeeting(outputs), toCsv(outputs, WORDING, 'Europe/Stockholm'), toJson(outputs)];
    for (const file of files) {
      expect(file).toContain('Så är det.');
      expect(file).not.toMatch(/Kanarie|strateg|Berit/);
    }
    expect(files[0]).toContain('– Deltagare');
    expect(files[0]).toContain('– Region Älvmark');
  });
});

describe('the form', () => {
  test('offers nothing that the question has promised to keep', () => {
    expect(printable('named', 'Hällby')).toEqual(['name', 'organisation', 'none']);
    expect(printable('named', '')).toEqual(['name', 'none']);
    expect(printable('organisation', 'Hällby')).toEqual(['organisation', 'none']);
    expect(printable('organisation', '')).toEqual([]);
    expect(printable('anonymous', 'Hällby')).toEqual([]);
  });

  test('asks of my own words, and takes silence for a no', () => {
    expect(isUnsaid(ME, 'named', 'Hällby')).toBe(true);
    expect(isUnsaid({ ...ME, printed: 'none' }, 'named', 'Hällby')).toBe(false);
    expect(isUnsaid({ ...ME, printed: 'name' }, 'organisation', 'Hällby')).toBe(true);
    expect(isUnsaid(ME, 'anonymous', 'Hällby')).toBe(false);
    expect(isUnsaid(GUN, 'named', 'Hällby')).toBe(false);
    expect(consented(GUN).printed).toBe('none');
    expect(consented({ ...GUN, printed: 'name' }).printed).toBe('name');
    expect(consented({ text: 'x', speaker: 'organisation' })).not.toHaveProperty('printed');
  });

  test('a stored quote is changed without losing what was allowed', () => {
    expect(spelledOut(GUN, 'named').printed).toBe('name');
    expect(spelledOut({ ...GUN, printed: 'none' }, 'named').printed).toBe('none');
    expect(spelledOut(ME, 'organisation').printed).toBe('organisation');
    expect(spelledOut({ text: 'x', speaker: 'anonymous' }, 'named')).not.toHaveProperty('printed');
  });

  test('who talks stands there from the beginning, cut at what a name may be', () => {
    const talk = (speaker: string) => talkersWords({ kind: 'talk', speaker });
    expect(talk('Gun Ek, strateg, Hällby')).toEqual({
      speaker: 'other',
      speakerName: 'Gun Ek',
      speakerTitle: 'strateg, Hällby'
    });
    expect(talk(' Gun Ek ')).toEqual({ speaker: 'other', speakerName: 'Gun Ek' });
    expect(talk('')).toEqual({});
    expect(talkersWords({ kind: 'quote', speaker: 'Gun' })).toEqual({});
    expect([...talk('å'.repeat(120)).speakerName!]).toHaveLength(80);
  });
});
