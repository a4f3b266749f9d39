/**
 * `npm run bench [-- latency|cluster|loop|wall|frames|join|files] [--json]`: how fast the server is beside a bare relay, how well cards are clustered beside
 * simpler ways, how well the wall is laid out beside other clouds, how smoothly it moves, how soon the join pages stand there, how long files of 20,000 notes take. Figures and ratios of one run on one machine, never a test.
 */
const [which = 'latency'] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

if (which === 'cluster') await import('./cluster.ts');
else if (which === 'loop') await import('./loop.ts');
else if (which === 'wall') await import('./wall.ts');
else if (which === 'frames') await import('./wall-frames.ts');
else if (which === 'join') await import('./join.ts');
else if (which === 'files') await import('./files.ts');
else if (which === 'latency' || /^\d+$/.test(which)) await import('./latency.ts');
else {
  process.stderr.write(
    'Use: npm run bench, npm run bench -- cluster, npm run bench -- loop, npm run bench -- wall, npm run bench -- frames, npm run bench -- join, npm run bench -- files; --json for figures.\n'
  );
  process.exitCode = 2;
}

export {};
