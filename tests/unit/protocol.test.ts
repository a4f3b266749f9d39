/** The wire: what is read of it, and that its version tells of every change. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/lib/domain/meeting/commands.ts';
import { ID_PATTERN } from '../../src/lib/domain/meeting/ids.ts';
import {
  handshakeSchema,
  joinSchema,
  parseCommand,
  PROTOCOL_VERSION,
  VIEWS
} from '../../src/lib/protocol/protocol.ts';

/**
 * One line per version. Did this fail? An older page would misread the new wire: raise
 * PROTOCOL_VERSION and add a line. Never change a line that is there.
 */
const KNOWN: Record<number, string> = {
  1: 'y0bre4_2NqIqLCN2',
  2: 'e9_FYX_O1MsZrRko',
  3: 'bRYAtY8spSjP8KBJ',
  4: '6dY-C8jEiS2D_rql',
  5: '7MyXws_Bq1GAZI5S',
  6: 'rFqV1lpIGLnNYioJ',
  7: 'Ep2AiCZczv4YjeIN',
  8: 'Makh25fhQiuNzy2e',
  9: 'ezIONQqwvE3o59qm'
};

test('the schemas of the wire do not change without a new version', () => {
  const shape = JSON.stringify([VIEWS, plain(handshakeSchema), plain(COMMANDS), plain(joinSchema)]);
  const hash = createHash('sha256').update(shape).digest('base64url').slice(0, 16);
  expect(KNOWN[PROTOCOL_VERSION], `version ${PROTOCOL_VERSION} now is ${hash}`).toBe(hash);
});

describe('a command', () => {
  const submit = { name: 'SubmitNote', data: { note: 'note-0001', prompt: 'prompt-1', fields: {} } };

  test('is read as it was sent', () => {
    expect(parseCommand({ id: 'command-1', ...submit })).toEqual({ id: 'command-1', ...submit });
  });

  test.each([
    ['7 characters', 'x'.repeat(7), false],
    ['8 characters', 'x'.repeat(8), true],
    ['40 characters', 'x'.repeat(40), true],
    ['41 characters', 'x'.repeat(41), false],
    ['a UUID', '0f8fad5b-d9cb-469f-a165-70867728950e', true],
    ['a line break at its end', 'command-1\n', false],
    ['a Swedish letter', 'kommandå-1', false]
  ])('has an id: %s', (_, id, isOne) => {
    expect(ID_PATTERN.test(id)).toBe(isOne);
    expect(parseCommand({ id, ...submit }) !== undefined).toBe(isOne);
  });

  test.each(['__proto__', 'toString', 'hasOwnProperty', 'submitNote', ''])('is not named %j', (name) => {
    expect(parseCommand({ id: 'command-1', name, data: {} })).toBeUndefined();
  });

  test('brings no field of its own, nor one hidden in the prototype', () => {
    const data = JSON.parse('{"prompt":"prompt-1","__proto__":{"admin":true}}') as unknown;
    expect(parseCommand({ id: 'command-1', name: 'OpenPrompt', data })).toBeUndefined();
    expect(parseCommand({ id: 'command-1', ...submit, by: 'leader-01' })).toBeUndefined();
    const more = { ...submit.data, author: 'mans-001' };
    expect(parseCommand({ id: 'command-1', name: 'SubmitNote', data: more })).toBeUndefined();
  });

  test('of 10,000 characters is read, so that the limit can be told; of 20,001 it is not', () => {
    const long = (length: number) => ({
      ...submit,
      id: 'command-1',
      data: { ...submit.data, fields: { text: 'å'.repeat(length) } }
    });
    expect(parseCommand(long(10_000))).toBeDefined();
    expect(parseCommand(long(20_001))).toBeUndefined();
  });
});

/** A schema as data; what a function in it does is told by its other parts. */
function plain(value: unknown): unknown {
  if (typeof value === 'function') return undefined;
  if (value instanceof RegExp) return String(value);
  if (value instanceof Set) return [...value];
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => !key.startsWith('~'));
  return Object.fromEntries(entries.map(([key, part]) => [key, plain(part)]));
}
