/** A thesaurus in LibreOffice's form: `word|meanings`, then a line `|synonym|synonym` for each meaning. */

/** `word|synonym|synonym`, one line a meaning, lower case, in the thesaurus's order. */
export function mythesSynonyms(bytes: Uint8Array): string[] {
  const [encoding = '', ...lines] = new TextDecoder('latin1').decode(bytes).split(/\r?\n/);
  if (!/ISO-?8859-1/i.test(encoding)) throw new Error(`unexpected encoding: ${encoding}`);
  const found: string[] = [];
  let word = '';
  for (const line of lines) {
    const fields = line.split('|').map((field) => field.trim().toLocaleLowerCase('sv'));
    if (line.startsWith('|') || line.startsWith('-|') || line.startsWith('(')) {
      const synonyms = fields.slice(1).filter((one) => one && one !== word);
      if (word && synonyms.length > 0) found.push([word, ...synonyms].join('|'));
    } else word = fields[0] ?? '';
  }
  return found;
}
