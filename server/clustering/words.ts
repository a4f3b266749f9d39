/** The dictionaries and role packs of `words/`, read from disk. In the worker: it takes a good part of a second. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Words } from '../../src/lib/domain/clustering/engine.ts';
import { Lexicon } from '../../src/lib/domain/clustering/lexicon.ts';
import { readRolePack } from '../../src/lib/domain/clustering/role-pack.ts';

export function readWords(folder: string): Words {
  const lexicon = (name: string) =>
    new Lexicon(gunzipSync(readFileSync(join(folder, name))).toString('utf8'));
  const pack = (name: string) => readRolePack(readFileSync(join(folder, name), 'utf8'));
  return {
    sv: lexicon('sv.txt.gz'),
    en: lexicon('en.txt.gz'),
    packs: { sv: pack('roles.sv.txt'), en: pack('roles.en.txt') }
  };
}
