/** The environment, parsed once. A wrong value is told in one sentence that names the variable. */
import { join } from 'node:path';
import { isEmail } from '../src/lib/domain/people/pasted.ts';

export interface Config {
  host: string;
  /** 0 = any free port. */
  port: number;
  /** Where the embedded database keeps its files. */
  dataDir: string;
  /** An external PostgreSQL; without it the embedded one is started. */
  databaseUrl?: string;
  /** The public address, e.g. https://ordvagg.example.se, where a proxy stands in front. */
  origin?: string;
  trustedProxy: boolean;
  logLevel: LogLevel;
  metricsToken?: string;
  /** `npm run demo`: a learning project is laid in at the start, and /demo/<key> lets its leader in. */
  demoKey?: string;
  /** A server that tells how alike cards are; without it nothing of a card leaves this one. */
  embeddings?: EmbeddingSettings;
  /** The mail server of whoever runs this one; without it nothing is sent. */
  mail?: MailSettings;
}

export interface MailSettings {
  /** smtp:// or smtps://, with a name and a password where it wants them. */
  url: string;
  /** Whom letters are from: an address, or a name and an address in angle brackets. */
  from: string;
}

export interface EmbeddingSettings {
  /** What is asked: an address that speaks OpenAI's `/v1/embeddings`. */
  url: string;
  model: string;
  /** Sent as a bearer token. */
  key?: string;
}

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LEVELS)[number];

/** Knows Swedish, runs without a graphics card, and is what servers of one's own call it. */
const EMBEDDINGS_MODEL = 'bge-m3';

/** A setting that cannot be used. The starter prints the message and ends with exit code 2. */
export class ConfigError extends Error {
  readonly code = 'config';
}

/** Reads the environment; throws a `ConfigError` for the first wrong value. `root` is the folder of package.json. */
export function parseConfig(env: Readonly<Record<string, string | undefined>>, root: string): Config {
  return {
    host: env.HOST?.trim() || '0.0.0.0',
    port: parsePort(env.PORT),
    dataDir: env.DATA_DIR?.trim() || join(root, '.data'),
    databaseUrl: parseDatabase(env.DATABASE_URL),
    origin: parseOrigin(env.ORIGIN),
    trustedProxy: parseSwitch('TRUSTED_PROXY', env.TRUSTED_PROXY),
    logLevel: parseLevel(env.LOG_LEVEL),
    metricsToken: env.METRICS_TOKEN?.trim() || undefined,
    demoKey: env.DEMO_KEY?.trim() || undefined,
    embeddings: parseEmbeddings(env),
    mail: parseMail(env)
  };
}

function parsePort(value: string | undefined): number {
  const text = value?.trim();
  if (!text) return 3000;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new ConfigError(`PORT is "${text}", but must be a whole number from 0 to 65535, e.g. 3000.`);
}

function parseDatabase(value: string | undefined): string | undefined {
  const text = value?.trim();
  if (!text) return undefined;
  if (URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)) return text;
  // The value holds a password: it is not repeated.
  throw new ConfigError('DATABASE_URL must look like postgres://user:password@host:5432/name.');
}

function parseOrigin(value: string | undefined): string | undefined {
  const text = value?.trim();
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const plain = url && url.pathname === '/' && !url.search && !url.hash && !url.username;
  if (plain && /^https?:$/.test(url.protocol)) return url.origin;
  throw new ConfigError(
    `ORIGIN is "${text}", but must be an address like https://ordvagg.example.se, without a path.`
  );
}

function parseEmbeddings(env: Readonly<Record<string, string | undefined>>): EmbeddingSettings | undefined {
  const text = env.EMBEDDINGS_URL?.trim();
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username || url.password) {
    // The value may hold a password: it is not repeated.
    throw new ConfigError(
      'EMBEDDINGS_URL must be an address like http://localhost:11434 or https://model.example.se/v1/embeddings, without a password (that is EMBEDDINGS_KEY).'
    );
  }
  const key = env.EMBEDDINGS_KEY?.trim() || undefined;
  if (key && !/^[\x21-\x7e]+$/.test(key)) {
    throw new ConfigError('EMBEDDINGS_KEY must be one word of letters A-Z, figures and signs.');
  }
  return {
    url: url.origin + embeddingsPath(url.pathname.replace(/\/+$/, '')),
    model: env.EMBEDDINGS_MODEL?.trim() || EMBEDDINGS_MODEL,
    key
  };
}

function parseMail(env: Readonly<Record<string, string | undefined>>): MailSettings | undefined {
  const url = env.SMTP_URL?.trim();
  const from = env.MAIL_FROM?.trim();
  if (!url && !from) return undefined;
  const parsed = url && URL.canParse(url) ? new URL(url) : undefined;
  if (!url || !parsed?.hostname || !/^smtps?:$/.test(parsed.protocol)) {
    // The value may hold a password: it is not repeated.
    throw new ConfigError(
      'SMTP_URL must be an address like smtps://user:password@mail.example.se:465 or smtp://mail.example.se:587.'
    );
  }
  const address = /^[^<>\r\n]*<([^<>]+)>$/.exec(from ?? '')?.[1] ?? from ?? '';
  if (!from || !isEmail(address)) {
    throw new ConfigError(
      'MAIL_FROM must say whom letters are from, as ordvagg@example.se or Ordvägg <ordvagg@example.se>.'
    );
  }
  return { url, from };
}

/** Servers are told of by their address, by `/v1`, or by the whole. */
function embeddingsPath(path: string): string {
  if (path.endsWith('/embeddings')) return path;
  return path.endsWith('/v1') ? `${path}/embeddings` : `${path}/v1/embeddings`;
}

function parseSwitch(name: string, value: string | undefined): boolean {
  const text = value?.trim().toLowerCase();
  if (!text || text === 'false' || text === '0' || text === 'no') return false;
  if (text === 'true' || text === '1' || text === 'yes') return true;
  throw new ConfigError(`${name} is "${text}", but must be true or false.`);
}

function parseLevel(value: string | undefined): LogLevel {
  const text = value?.trim().toLowerCase();
  if (!text) return 'info';
  const level = LEVELS.find((known) => known === text);
  if (level) return level;
  throw new ConfigError(`LOG_LEVEL is "${text}", but must be one of ${LEVELS.join(', ')}.`);
}
