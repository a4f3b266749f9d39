/** What a request may bring is known before anything of it is read. */
import { expect, test } from 'vitest';
import { refusedAs } from '../../server/starter/proxy.js';

test.each([
  ['/api/join', {}, undefined],
  ['/api/join', { 'content-length': '2000' }, undefined],
  ['/api/join', { 'content-length': '600000' }, 413],
  ['/api/join', { 'transfer-encoding': 'chunked' }, 411],
  ['/sign-in?to=/projects/import', { 'transfer-encoding': 'chunked' }, 411],
  ['/projects/imported', { 'content-length': '600000' }, 413],
  ['/projects/import', { 'content-length': '30000000' }, undefined],
  ['/projects/import', { 'transfer-encoding': 'chunked' }, undefined],
  ['/projects/import?/default', { 'content-length': '40000000' }, 413]
])('%s with %o', (url, headers, status) => expect(refusedAs({ url, headers })).toBe(status));
