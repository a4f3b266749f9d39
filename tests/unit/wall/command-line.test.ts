/** `npm run wall`, as somebody at a terminal uses it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { WallReport } from '../../../src/lib/domain/wall/layout/report.ts';
import type { SetWord, WallLayout, WallWord } from '../../../src/lib/domain/wall/layout/wall-layout.ts';

const folder = mkdtempSync(join(tmpdir(), 'ordvagg-wall-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Told = Omit<WallLayout, 'words'> & {
  words: (Omit<SetWord, 'count'> & WallWord & { countAt?: SetWord['count'] })[];
  report: WallReport;
};

function run(input: string | Uint8Array | undefined, ...options: string[]) {
  const args = ['--import', 'tsx', 'scripts/wall.ts', ...options];
  if (input !== undefined) {
    const file = join(folder, 'words.txt');
    writeFileSync(file, input);
    args.push(file);
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { input: '' });
  return { status, bytes: stdout, stdout: stdout.toString('utf8'), stderr: stderr.toString('utf8') };
}

function told(input: string, ...options: string[]): Told & { stderr: string } {
  const { status, stdout, stderr } = run(input, '--no-links', ...options);
  expect(status, stderr).toBe(0);
  return { ...(JSON.parse(stdout) as Told), stderr };
}

const ROLES =
  'Samordnare\t8\tsam\nMöjliggörare\t7\nNav\t1\tsam\nKunskapsförmedlare\t3\nkunskapsspridare\t2\n';

describe('the command line', { timeout: 60_000 }, () => {
  it('gives the layout with its report', () => {
    const { status, stdout, stderr } = run(ROLES, '--centre', 'Vem är du?');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const { words, report, centre, area } = JSON.parse(stdout) as Told;
    expect(area).toEqual({ width: 1920, height: 1080 });
    expect(centre!.lines[0]!.text).toBe('Vem är du?');
    expect(words.map(({ text, count }) => [text, count])).toContainEqual(['Samordnare', 8]);
    expect(words.find(({ text }) => text === 'Samordnare')!.countAt).toMatchObject({ text: '8' });
    expect(words.find(({ text }) => text === 'Nav')).toMatchObject({
      group: 'sam',
      lines: [{ text: 'Nav' }]
    });
    expect(report).toMatchObject({ words: 5, dropped: 0, overlaps: 0, outOfBounds: 0 });
    expect(report.hash).toMatch(/^[0-9a-f]{8}$/);
    expect(report.utilisation).toBeGreaterThan(0);
    expect(report.utilisation).toBeLessThan(1);
  });

  it('gives the same in whatever order words come', () => {
    const turned = ROLES.trimEnd().split('\n').reverse().join('\n');
    expect(told(turned).report.hash).toBe(told(ROLES).report.hash);
    expect(told(ROLES, '--face', 'patrick-hand').report.hash).not.toBe(told(ROLES).report.hash);
  });

  it('draws SVG, PNG and PDF, to standard output or a file named for it', () => {
    const { words } = told(ROLES, '--size', '1024x768');
    const svg = run(ROLES, '--no-links', '--format', 'svg', '--size', '1024x768', '--dark').stdout;
    expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 1024 768"/);
    expect(svg).toContain('<rect width="1024" height="768" fill="#171614"/>');
    expect(svg).toContain('<title id="wall-title">Ordvägg</title>');
    // At the places that JSON tells.
    const round = (value: number) => Math.round(value * 100) / 100;
    for (const { lines } of words)
      for (const { x, y } of lines) expect(svg).toContain(`translate(${round(x)} ${round(y)})`);
    expect(run(ROLES, '--no-links', '--format', 'pdf').bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const out = join(folder, 'wall.png');
    expect(run(ROLES, '--no-links', '--out', out, '--size', '320x200').stdout).toBe('');
    const png = readFileSync(out);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([320, 200]);
  });

  it('adds up a word that comes twice', () => {
    const { words } = told('Nav\t2\r\nnav \t3\tmitt\r\nNAV\r\n');
    expect(words.map(({ text, count, group }) => ({ text, count, group }))).toEqual([
      { text: 'Nav', count: 6, group: 'mitt' }
    ]);
  });

  it('draws a word whose count is none, and says so', () => {
    const { words, stderr, report } = told('Nav\t0\nLänk\t-3\nBro\tmånga\nHub\t1,5\nSpindel\tNaN\nVän\t2\n');
    expect(words.map(({ count }) => count).sort()).toEqual([1, 1, 1, 1, 1, 2]);
    expect(report.dropped).toBe(0);
    expect(stderr).toMatch(
      /^\S+words\.txt, lines 1, 2, 3 and 2 more: the count is no whole number from 1 on, and taken as 1\.\n$/
    );
  });

  it('draws whatever is written in every format and size', () => {
    const odd = [
      'Nav\t1000000000',
      `${'x'.repeat(200)}\t2`,
      '🤷🏽‍♀️\t3',
      '你好 世界\t2',
      'مرحبا',
      'So\u0308kare\t2',
      '<script>&"\u0001'
    ].join('\n');
    for (const size of ['320x200', '1920x1080']) {
      const { report } = told(odd, '--centre', 'Vem är du?', '--size', size);
      expect(report).toMatchObject({ words: 7, dropped: 0, overlaps: 0, outOfBounds: 0 });
    }
    for (const format of ['svg', 'png', 'pdf'])
      expect(run(odd, '--no-links', '--format', format)).toMatchObject({ status: 0, stderr: '' });
  });

  it.each([
    ['nothing', '', /has no words/],
    ['lines without words', '\t3\n\u200b\t2\n', /has no words/],
    ['a line of a megabyte', 'a'.repeat(1_000_000), /line 1: a word of 1000000 characters/],
    ['binary', new Uint8Array([0x89, 0x50, 0, 1, 2]), /no plain text/],
    ['another encoding', new Uint8Array([0x70, 0xe5, 0x0a]), /not UTF-8/],
    ['more than a wall holds', Array.from({ length: 1_501 }, (__, at) => `ord ${at}`).join('\n'), /1500 are/]
  ])('says in a sentence what is wrong with %s', (_, input, sentence) => {
    const { status, stdout, stderr } = run(input);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('tells a file that cannot be read or written with 1', () => {
    expect(run(undefined, join(folder, 'nowhere.txt'))).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/no such file/) as string
    });
    expect(run('nav\n', '--no-links', '--out', join(folder, 'nowhere', 'wall.svg'))).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/no such folder/) as string
    });
  });

  it.each([
    [['--colour'], /Unknown option/],
    [['--format', 'gif'], /json, svg, png, pdf/],
    [['--face', 'arial'], /caveat-brush, patrick-hand/],
    [['--lang', 'fi'], /sv, en/],
    [['--size', 'large'], /1920x1080/],
    [['--size', '50x50'], /100 to 8000/],
    [['--size', '99999x1080'], /100 to 8000/],
    [['--centre', 'x'.repeat(301)], /300 are the most/],
    [['--size', '--dark'], /'--size' argument is ambiguous/],
    [['another.txt'], /One file/]
  ])('tells wrong use with exit code 2: %j', (options, sentence) => {
    const { status, stdout, stderr } = run('nav\n', ...options);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('helps', () => {
    expect(run(undefined, '--help').stdout).toMatch(/--no-links/);
  });
});
