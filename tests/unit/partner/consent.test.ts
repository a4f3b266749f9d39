/** What a partner allows, and what of the answer then tells who it was. */
import { describe, expect, test } from 'vitest';
import { kindOf } from '../../../src/lib/domain/kinds/registry.ts';
import { askedOf, consentsFor, partnerNote } from '../../../src/lib/domain/partner/consent.ts';

const organisation = { name: 'Älvmarks kommun', kind: 'municipality' };
const perspective = { kind: 'perspective', pledge: 'named' } as const;
const fields = { text: 'Ta ledningen!', role: '8' };

describe('what is asked', () => {
  test('nothing where words stand without a sender, nor where the kind asks by itself', () => {
    expect(consentsFor({ kind: 'role-card', pledge: 'named' })).toEqual([]);
    expect(consentsFor({ kind: 'quote', pledge: 'named' })).toEqual([]);
    expect(consentsFor({ kind: 'poem', pledge: 'named' })).toEqual([]);
  });

  test('no name where the question has promised none', () => {
    expect(consentsFor(perspective)).toEqual(['organisation', 'anonymous', 'unquoted']);
    expect(consentsFor({ ...perspective, pledge: 'anonymous' })).toEqual(['anonymous', 'unquoted']);
  });

  test('not what the link knows', () => {
    expect(Object.keys(askedOf(kindOf('perspective')!).fields)).toEqual(['text', 'role']);
    expect(askedOf(kindOf('case')!)).toBe(kindOf('case'));
  });
});

describe('what is submitted', () => {
  const given = (consent: 'organisation' | 'anonymous' | 'unquoted', more: object = {}) =>
    partnerNote({ ...perspective, ...more }, { fields, consent, organisation });

  test('the organisation’s name only where that was allowed', () => {
    expect(given('organisation')).toEqual({
      fields: { ...fields, actorKind: 'municipality', actor: 'Älvmarks kommun' },
      pledge: 'organisation'
    });
    expect(given('anonymous')).toEqual({
      fields: { ...fields, actorKind: 'municipality' },
      pledge: 'anonymous'
    });
    expect(given('unquoted')).toMatchObject({ pledge: 'anonymous', unquoted: true });
    // Sent all the same.
    expect(given('organisation', { pledge: 'anonymous' })).toMatchObject({ pledge: 'anonymous' });
  });

  test('a page cannot say that it is of another organisation', () => {
    const forged = { ...fields, actor: 'Regionen', actorKind: 'region' };
    const note = partnerNote(perspective, { fields: forged, consent: 'organisation', organisation });
    expect(note.fields).toMatchObject({ actor: 'Älvmarks kommun', actorKind: 'municipality' });
  });

  test('a word without a sender, a quote as its author said', () => {
    const word = partnerNote(
      { kind: 'role-card', pledge: 'named' },
      { fields: { text: 'Nav' }, consent: 'organisation', organisation }
    );
    expect(word).toEqual({ fields: { text: 'Nav' }, pledge: 'anonymous' });
    const said = { text: 'Nu!', speaker: 'me', printed: 'none' };
    const quote = partnerNote(
      { kind: 'quote', pledge: 'named' },
      { fields: said, consent: 'anonymous', organisation }
    );
    expect(quote).toEqual({ fields: said, pledge: 'organisation' });
  });
});
