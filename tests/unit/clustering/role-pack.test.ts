/** Role packs: the common one, one's own over it, and what is typed into a settings page. */
import { describe, expect, test } from 'vitest';
import { packOf } from '../../../src/lib/domain/clustering/engine.ts';
import { checkOwnPack, OWN_PACK_LIMITS, withRoles } from '../../../src/lib/domain/clustering/own-pack.ts';
import { overlaid, readRolePack } from '../../../src/lib/domain/clustering/role-pack.ts';
import { clustered } from '../../fixtures/clustered.ts';

const COMMON = readRolePack('pådrivare, motor, blåslampa\nmäklare, medlare\n[delar]\nleda, styra');

function rolesOver(own: string): string[] {
  return overlaid(readRolePack(own), COMMON).roles.map((line) => line.join(', '));
}

describe('one’s own pack over the common one', () => {
  test('adds a role that the common one does not know', () => {
    expect(rolesOver('alfa, beta')).toEqual([
      'pådrivare, motor, blåslampa',
      'mäklare, medlare',
      'alfa, beta'
    ]);
  });

  test('adds words to a role that it does know, and parts nothing', () => {
    expect(rolesOver('Pådrivare, draghund')).toEqual([
      'pådrivare, motor, blåslampa, draghund',
      'mäklare, medlare'
    ]);
  });

  test('wins over it: a word goes to the line that names it', () => {
    expect(rolesOver('kritiker, blåslampa')).toEqual([
      'pådrivare, motor',
      'mäklare, medlare',
      'kritiker, blåslampa'
    ]);
    expect(rolesOver('mäklare, Motor')).toEqual(['pådrivare, blåslampa', 'mäklare, medlare, Motor']);
  });

  test('a word that has a line to itself is a role of its own', () => {
    expect(rolesOver('motor')).toEqual(['pådrivare, blåslampa', 'mäklare, medlare', 'motor']);
  });

  test('lines that begin alike are one role', () => {
    expect(rolesOver('alfa, beta\nAlfa, gamma').at(-1)).toBe('alfa, beta, gamma');
  });

  test('holds parts of compounds too', () => {
    expect(overlaid(readRolePack('[parts]\nrodda, paddla'), COMMON).parts).toEqual([
      ['leda', 'styra'],
      ['rodda', 'paddla']
    ]);
  });

  test('stands alone where the common one is off', () => {
    expect(packOf(COMMON, { common: false, own: '' })).toBeUndefined();
    expect(packOf(COMMON, { common: false, own: 'alfa, beta' })).toEqual({
      roles: [['alfa', 'beta']],
      parts: []
    });
    expect(packOf(COMMON, { common: true, own: '' })).toBe(COMMON);
    expect(packOf(COMMON)).toBe(COMMON);
  });
});

test.each([
  { pack: { common: true, own: '' }, apart: ['alfa', 'beta'], together: ['pådrivare', 'blåslampa'] },
  { pack: { common: false, own: '' }, apart: ['pådrivare', 'blåslampa'], together: [] },
  {
    pack: { common: true, own: 'alfa, beta' },
    apart: ['alfa', 'pådrivare'],
    together: ['alfa', 'beta']
  },
  {
    pack: { common: true, own: 'pådrivare, draghund' },
    apart: [],
    together: ['draghund', 'pådrivare', 'blåslampa']
  },
  { pack: { common: true, own: 'blåslampa' }, apart: ['pådrivare', 'blåslampa'], together: [] }
])('cards lie as the packs say: $pack', ({ pack, apart, together }) => {
  expect(new Set(clustered(apart, { pack }).clusters).size).toBe(apart.length);
  expect(new Set(clustered(together, { pack }).clusters).size).toBe(Math.min(1, together.length));
});

describe('what is typed', () => {
  test('is cleaned, and nothing that is written is lost', () => {
    const typed = '# Våra ord\r\nalfa,\tbeta \u200B\r\n\r\n\r\n\r\n[delar]\r\nrodda, paddla\r\n';
    expect(checkOwnPack(typed)).toEqual({
      ok: true,
      own: '# Våra ord\nalfa, beta\n\n[delar]\nrodda, paddla'
    });
  });

  test.each([
    ['å'.repeat(20_001), { code: 'too-long', limit: OWN_PACK_LIMITS.text }],
    ['a, b\n'.repeat(501), { code: 'too-many-lines', limit: OWN_PACK_LIMITS.lines }],
    [`alfa\r\n\r\n\r\n\r\nbeta, ${'e'.repeat(121)}`, { code: 'entry-too-long', limit: 120, line: 5 }]
  ])('is refused with a reason where it is too much', (typed, fault) => {
    expect(checkOwnPack(typed)).toEqual({ ok: false, fault });
  });

  test('comments may be as long as they like', () => {
    expect(checkOwnPack(`alfa # ${'e'.repeat(200)}`).ok).toBe(true);
  });

  test('grows before the parts of compounds', () => {
    expect(withRoles('', ['alfa, beta'])).toBe('alfa, beta');
    expect(withRoles('alfa, beta', ['gamma, delta'])).toBe('alfa, beta\ngamma, delta');
    expect(withRoles('alfa, beta\n[delar]\nrodda, paddla', ['gamma, delta', 'nav, nod'])).toBe(
      'alfa, beta\ngamma, delta\nnav, nod\n[delar]\nrodda, paddla'
    );
    expect(withRoles('alfa', [])).toBe('alfa');
  });
});
