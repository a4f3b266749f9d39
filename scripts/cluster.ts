/**
 * `npm run --silent cluster -- --lang sv [FILE]`: cards in, one a line; `text<TAB>cluster label` out, in the same order and number
 * of lines. The same engine, words and role packs as the server's.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readWords } from '../server/clustering/words.ts';
import { placerFor } from '../src/lib/domain/clustering/engine.ts';
import { readRolePack } from '../src/lib/domain/clustering/role-pack.ts';
import type { Why } from '../src/lib/domain/clustering/why.ts';
import { WrongUse, command, readArguments } from './command-line.ts';
import { otherLanguage } from './cluster/languages.ts';
import { bytesOf, readCards, textOf } from './cluster/read-cards.ts';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const HELP = `npm run --silent cluster -- [--lang sv|en] [options] [FILE]

Reads cards, one a line, from FILE or standard input, and writes "text<TAB>cluster label",
as many lines in the same order. Nothing leaves this machine.

  --lang sv|en       the language of the meeting; cards in the other are read too (sv)
  --question TEXT    what the cards answer: its words weigh less
  --sentences        the cards are sentences (sticky notes), not roles
  --role-pack FILE   a role pack of one's own instead of words/roles.<lang>.txt
  --no-role-pack     by the dictionaries alone
  --explain          a third column says why a card lies there
  --json             one JSON list instead: text, cluster, label, why
`;

interface Line {
  text: string;
  /** Index of the cluster, from 0 in the order of its first card; null for an empty line. */
  cluster: number | null;
  label: string;
  why: Why | null;
}

await command(async () => {
  const options = readOptions();
  if (options.help) process.stdout.write(HELP);
  else await run(options);
});

function readOptions() {
  const { values, file } = readArguments(
    {
      help: { type: 'boolean', short: 'h' },
      lang: { type: 'string', default: 'sv' },
      question: { type: 'string', default: '' },
      sentences: { type: 'boolean', default: false },
      'role-pack': { type: 'string' },
      'no-role-pack': { type: 'boolean', default: false },
      explain: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false }
    },
    { name: 'cluster', what: 'cards' }
  );
  if (values.lang !== 'sv' && values.lang !== 'en') {
    throw new WrongUse(`--lang ${values.lang}: Swedish (sv) and English (en) are the languages there are.`);
  }
  if (values['role-pack'] !== undefined && values['no-role-pack'])
    throw new WrongUse('--role-pack and --no-role-pack: one of them.');
  return { ...values, lang: values.lang, file } as const;
}

async function run(options: ReturnType<typeof readOptions>): Promise<void> {
  const texts = readCards(options.file);
  const lines = clustered(texts, options);
  const other = otherLanguage(texts, options.lang);
  if (other) process.stderr.write(`${other}\n`);
  if (options.json) {
    process.stdout.write(`${JSON.stringify(lines, null, 1)}\n`);
    return;
  }
  const explain = options.explain ? await explainer(options.lang, texts) : undefined;
  const sizes = new Map<number | null, number>();
  for (const { cluster } of lines) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
  const columns = ({ text, label, why, cluster }: Line) => [
    // A tab ends a column, and a lone CR would end a line.
    text.replace(/[\t\r]/g, ' '),
    label,
    ...(explain ? [why ? explain(why, sizes.get(cluster)! > 1).replace(/[\t\r]/g, ' ') : ''] : [])
  ];
  process.stdout.write(`${lines.map((line) => columns(line).join('\t')).join('\n')}\n`);
}

/** Cards as they would come in a meeting: one after the other, each placed once. */
function clustered(texts: readonly string[], options: ReturnType<typeof readOptions>): Line[] {
  const words = readWords(join(ROOT, 'words'));
  const pack = options['role-pack'] ? readPack(options['role-pack']) : words.packs?.[options.lang];
  const packs = options['no-role-pack'] ? undefined : { [options.lang]: pack };
  const mode = options.sentences ? 'sentences' : 'words';
  const placer = placerFor({ ...words, packs }, { question: options.question, language: options.lang, mode });
  const clusters = new Map<string, number>();
  const lines = texts.map((text, index): Line => {
    if (!text.trim()) return { text, cluster: null, label: '', why: null };
    const card = { id: String(index), text };
    const { cluster: known, why } = placer.place(card);
    const cluster = known ?? card.id;
    placer.set(card, cluster);
    if (!clusters.has(cluster)) clusters.set(cluster, clusters.size);
    return { text, cluster: clusters.get(cluster)!, label: '', why };
  });
  const labels = distinct([...clusters.keys()].map((cluster) => placer.label(cluster)?.text ?? ''));
  return lines.map((line) => (line.cluster === null ? line : { ...line, label: labels[line.cluster]! }));
}

function readPack(file: string) {
  return readRolePack(textOf(bytesOf(file, `--role-pack ${file}`), `--role-pack ${file}`));
}

/** Two clusters never share a label: the second is told apart by a number. */
function distinct(labels: readonly string[]): string[] {
  const taken = new Set<string>();
  return labels.map((label) => {
    let name = label.replaceAll('\t', ' ');
    for (let number = 2; taken.has(name); number++) name = `${label.replaceAll('\t', ' ')} (${number})`;
    taken.add(name);
    return name;
  });
}

/** The sentences are the console's own; on a fresh clone they are compiled first. */
async function explainer(
  language: 'sv' | 'en',
  texts: readonly string[]
): Promise<(why: Why, joined: boolean) => string> {
  const { generateMessages } = await import('./generate.js');
  generateMessages();
  const { overwriteGetLocale } = await import('../src/lib/paraglide/runtime.js');
  overwriteGetLocale(() => language);
  const { whyText } = await import('../src/lib/i18n/why.ts');
  return (why, joined) => whyText(why, (card) => texts[Number(card)]?.trim(), joined);
}
