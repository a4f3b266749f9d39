/** `npm run cluster`, as somebody at a terminal uses it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'ordvagg-cluster-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(input: string | Uint8Array | undefined, ...options: string[]) {
  const args = ['--import', 'tsx', 'scripts/cluster.ts', ...options];
  if (input !== undefined) {
    const file = join(folder, 'cards.txt');
    writeFileSync(file, input);
    args.push(file);
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', input: '' });
  return { status, stdout, stderr, lines: stdout.split('\n').slice(0, -1) };
}

describe('the command line', { timeout: 60_000 }, () => {
  it('answers line by line in the same order, empty ones too', () => {
    const { status, lines } = run('\uFEFFsamordna\r\nSamordnare\n\nsamodnare\n🤷\n');
    expect(status).toBe(0);
    expect(lines).toEqual([
      'samordna\tSamordnare',
      'Samordnare\tSamordnare',
      '\t',
      'samodnare\tSamordnare',
      '🤷\t🤷'
    ]);
  });

  it('says why, and gives JSON', () => {
    expect(run('samordna\nsamordnare\n', '--explain').lines[1]).toMatch(
      /^samordnare\tSamordnare\t.*samordna.*\.$/
    );
    const [first, second] = JSON.parse(run('samordna\nnav\n', '--json').stdout) as { cluster: number }[];
    expect([first!.cluster, second!.cluster]).toEqual([0, 1]);
  });

  it('goes by the dictionaries alone where it is told to', () => {
    const labels = (...options: string[]) =>
      new Set(run('pådrivare\nblåslampa\n', ...options).lines.map((line) => line.split('\t')[1])).size;
    expect(labels()).toBe(1);
    expect(labels('--no-role-pack')).toBe(2);
  });

  it.each([
    ['nothing', '', /has no cards/],
    ['a line of a megabyte', 'a'.repeat(1_000_000), /line 1: a card of 1000000 characters/],
    ['binary', new Uint8Array([0x89, 0x50, 0, 1, 2]), /no plain text/],
    ['another encoding', new Uint8Array([0x70, 0xe5, 0x0a]), /not UTF-8/]
  ])('says in a sentence what is wrong with %s', (_, input, sentence) => {
    const { status, stdout, stderr } = run(input);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('has as many columns whatever stands in a card', () => {
    expect(run('nav\thub\nlänk\rbro\n').lines.map((line) => line.split('\t').length)).toEqual([2, 2]);
  });

  it('stops in silence when nobody reads on', () => {
    const file = join(folder, 'many.txt');
    // More than a pipe holds.
    writeFileSync(file, `${'nav '.repeat(200)}\n`.repeat(200));
    const { stdout, stderr } = spawnSync(
      'bash',
      ['-c', `${process.execPath} --import tsx scripts/cluster.ts ${file} | head -1`],
      { encoding: 'utf8' }
    );
    expect({ lines: stdout.split('\n').length - 1, stderr }).toEqual({ lines: 1, stderr: '' });
  });

  it('reads two languages, and says that it did', () => {
    const { status, stderr, lines } = run('samordna\nthe one who opens doors\nsharing of knowledge\nlänk\n');
    expect(status).toBe(0);
    expect(lines).toHaveLength(4);
    expect(stderr).toMatch(/2 of 4 cards seem to be in English/);
  });

  it('tells wrong use with exit code 2, and a missing file with 1', () => {
    expect(run('nav\n', '--lang', 'fi')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/Swedish/) as string
    });
    expect(run('nav\n', '--colour').status).toBe(2);
    expect(run('nav\n', '--no-role-pack', '--role-pack', 'x').status).toBe(2);
    writeFileSync(join(folder, 'pack.bin'), new Uint8Array([0x89, 0x50, 0]));
    expect(run('nav\n', '--role-pack', join(folder, 'pack.bin'))).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/no plain text/) as string
    });
    expect(run(undefined, join(folder, 'nowhere.txt'))).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/no such file/) as string
    });
    expect(run(undefined, '--help').stdout).toMatch(/--no-role-pack/);
  });
});
