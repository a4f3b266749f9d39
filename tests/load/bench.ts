/**
 * `npm run bench [-- <which>] [--json]`: figures and ratios of one run on one machine, never a test.
 */
const BENCHES: Readonly<Record<string, () => Promise<unknown>>> = {
  /** How fast the server is beside a bare relay. */
  latency: () => import('./latency.ts'),
  /** How well cards are clustered beside simpler ways. */
  cluster: () => import('./cluster.ts'),
  /** How long the event loop is held up in a whole meeting. */
  loop: () => import('./loop.ts'),
  /** How well the wall is laid out beside other clouds. */
  wall: () => import('./wall.ts'),
  /** How smoothly it moves. */
  frames: () => import('./wall-frames.ts'),
  /** How soon the join pages stand there. */
  join: () => import('./join.ts'),
  /** How long 20,000 notes take: as files of data, to be found, to be reviewed. */
  data: () => import('./data.ts'),
  files: () => import('./files.ts'),
  search: () => import('./search.ts'),
  review: () => import('./review.ts')
};

const [which = 'latency'] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
// A number is how many clients are asked at once, and belongs to the first.
const bench = BENCHES[/^\d+$/.test(which) ? 'latency' : which];
if (bench) await bench();
else {
  process.stderr.write(`Use: npm run bench -- ${Object.keys(BENCHES).join(' | ')}; --json for figures.\n`);
  process.exitCode = 2;
}

export {};
