/** A link of ours leads on to a page of ours and nowhere else. */
import { expect, test } from 'vitest';
import { ownPath } from '../../src/routes/own-path.ts';

const here = new URL('http://ordvagg.test/sign-in');

test.each([
  ['/projects/1?tab=2', '/projects/1?tab=2'],
  ['projects', '/projects'],
  ['http://ordvagg.test/account', '/account'],
  ['//evil.example/x', '/start'],
  ['https://evil.example/x', '/start'],
  ['/.//evil.example/x', '/evil.example/x'],
  ['/..//evil.example/x', '/evil.example/x'],
  ['\\\\evil.example/x', '/start'],
  ['javascript:alert(1)', '/start'],
  ['http://[', '/start'],
  [null, '/start'],
  ['', '/start']
])('%s', (wish, path) => expect(ownPath(wish, here, '/start')).toBe(path));
