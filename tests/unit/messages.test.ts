/** Swedish and English say the same things, with the same holes, and nothing that no page says. */
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

type Messages = Record<string, unknown>;

const areas = readdirSync('messages/sv');
const read = (language: string, area: string): Messages => {
  const { $schema: _schema, ...messages } = JSON.parse(
    readFileSync(`messages/${language}/${area}`, 'utf8')
  ) as Messages;
  return messages;
};
const holes = (message: unknown): string[] =>
  [...new Set(JSON.stringify(message).match(/\{(\w+)\}/g) ?? [])].sort();

test.each(areas)('%s: the same keys in both languages, none empty', (area) => {
  const [sv, en] = [read('sv', area), read('en', area)];
  expect(Object.keys(en).sort()).toEqual(Object.keys(sv).sort());
  for (const message of [...Object.values(sv), ...Object.values(en)]) expect(message).not.toBe('');
  for (const key of Object.keys(sv)) expect(key).toMatch(new RegExp(`^${area.replace('.json', '')}_`));
});

test.each(areas)('%s: what is filled in is the same in both languages', (area) => {
  const [sv, en] = [read('sv', area), read('en', area)];
  for (const key of Object.keys(sv)) {
    // A plural may leave the number out where it is one.
    const [a, b] = [holes(sv[key]), holes(en[key])];
    expect({ key, holes: b }).toEqual({ key, holes: a });
  }
});

test('every message is said somewhere', () => {
  const source = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'src'], { encoding: 'utf8' })
    .split('\n')
    .filter((file) => /\.(ts|svelte)$/.test(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const said = new Set(source.match(/\bm\.\w+/g));
  const silent = areas
    .flatMap((area) => Object.keys(read('sv', area)))
    .filter((key) => !said.has(`m.${key}`));
  expect(silent).toEqual([]);
});
