/** The real server as a process of its own, on a folder of its own, for one test file. */
import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export class TestServer {
  readonly origin: string;
  readonly #port: number;
  readonly #folder: string;
  readonly #env: Record<string, string>;
  readonly #root: string;
  #child: ChildProcess | undefined;
  #said = '';

  private constructor(port: number, env: Record<string, string>, root: string) {
    this.#root = root;
    this.#port = port;
    this.#env = env;
    this.origin = `http://127.0.0.1:${port}`;
    this.#folder = mkdtempSync(join(tmpdir(), 'ordvagg-e2e-'));
    // Run by root, PostgreSQL gets another user, who must come through.
    chmodSync(this.#folder, 0o755);
  }

  /** `root`: where it was built, if not here. */
  static async start(env: Record<string, string> = {}, root = '.'): Promise<TestServer> {
    const server = new TestServer(await freePort(), env, root);
    await server.up();
    return server;
  }

  /** Path of the one-time link that makes the first leader. */
  get setupPath(): string {
    const found = /\/setup\/[\w-]+/.exec(this.#said);
    if (!found) throw new Error(`no one-time link was printed:\n${this.#said}`);
    return found[0];
  }

  /** Starts it, also again after `kill`. */
  async up(): Promise<void> {
    this.#said = '';
    const child = spawn(process.execPath, ['server/main.js'], {
      cwd: this.#root,
      env: {
        ...process.env,
        HOST: '127.0.0.1',
        PORT: String(this.#port),
        DATA_DIR: this.#folder,
        DATABASE_URL: '',
        ORIGIN: '',
        LOG_LEVEL: 'warn',
        ...this.#env
      },
      stdio: ['ignore', 'pipe', 'pipe']
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => (this.#said += chunk.toString()));
    }
    for (;;) {
      if (child.exitCode !== null) throw new Error(`the server ended:\n${this.#said}`);
      const answer = await fetch(`${this.origin}/healthz`).catch(() => undefined);
      // The link is printed once it listens.
      if (answer?.ok && (this.#env.DEMO_KEY || this.#said.includes('running'))) return;
      await wait(100);
    }
  }

  /** As a power cut would. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** As whoever runs it ends it; its data stays. */
  async close(): Promise<void> {
    await this.#end('SIGTERM');
  }

  /** The database stops answering, as on a disk that hangs; `go` lets it go on. */
  stallDatabase(): { go(): void } {
    const file = join(this.#folder, 'database/cluster/postmaster.pid');
    const postmaster = Number(readFileSync(file, 'utf8').split('\n')[0]);
    const children = execFileSync('pgrep', ['-P', String(postmaster)], { encoding: 'utf8' });
    const all = [postmaster, ...children.trim().split('\n').map(Number)];
    const signal = (name: NodeJS.Signals) => all.forEach((pid) => process.kill(pid, name));
    signal('SIGSTOP');
    return { go: () => signal('SIGCONT') };
  }

  async stop(): Promise<void> {
    await this.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const over = once(child, 'exit');
    child.kill(signal);
    await over;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}
