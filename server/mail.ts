/**
 * Letters through the organisation's own mail server (SMTP_URL); without one the pages offer the same texts to be copied. Nothing of a
 * letter is kept or logged: not to whom it went, nor what stands in it.
 */
import { createTransport } from 'nodemailer';
import type { Transporter } from 'nodemailer';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { foldKey } from '../src/lib/domain/text.ts';
import type { MailSettings } from './config.ts';
import { errorCode } from './log.ts';
import type { Log } from './log.ts';

export interface Letter {
  /** One address. */
  to: string;
  /** One line. */
  subject: string;
  /** Plain text. */
  text: string;
}

/**
 * Why a letter did not go: the mail server does not take that address, cannot be reached or let us in, or that address has had enough
 * letters for now.
 */
export type Unsent = 'refused' | 'unreachable' | 'too-often';
export interface Sent {
  sent: number;
  /** In the order of the letters. */
  failed: { to: string; reason: Unsent }[];
}

/** Letters to one address in an hour: an invitation, and another one where something was wrong with it. */
const PER_ADDRESS = 4;
/** Letters in an hour from one who sends (`by`): more than any project has people. */
const PER_SENDER = 1_000;
/** At so many letters the server of a region is not alarmed. */
const AT_ONCE = 3;
/** Milliseconds: a mail server that does not answer is none. */
const PATIENCE = { connectionTimeout: 8_000, greetingTimeout: 8_000, socketTimeout: 20_000 } as const;
/** After these, no other letter goes either. */
const UNREACHABLE = new Set([
  'ECONNECTION',
  'ETIMEDOUT',
  'ESOCKET',
  'EDNS',
  'EAUTH',
  'ETLS',
  'ENOAUTH',
  'EOAUTH2',
  'ECONFIG',
  'EPROXY'
]);

export class Mail {
  readonly #transport: Transporter;
  readonly #from: string;
  readonly #log: Log;
  readonly #addresses = new RateLimiterMemory({ points: PER_ADDRESS, duration: 3_600 });
  readonly #senders = new RateLimiterMemory({ points: PER_SENDER, duration: 3_600 });

  constructor({ url, from }: MailSettings, log: Log) {
    this.#transport = createTransport({
      url,
      pool: true,
      maxConnections: AT_ONCE,
      ...PATIENCE,
      // What somebody wrote is text, whatever it looks like.
      disableFileAccess: true,
      disableUrlAccess: true
    });
    this.#from = from;
    this.#log = log;
  }

  /** Sends each letter by itself; never rejects. `by` names whose letters they are, e.g. a project's id. */
  async send(letters: readonly Letter[], by: string): Promise<Sent> {
    const reasons = new Map<Letter, Unsent>();
    const waiting = [...letters];
    let isReachable = true;
    const next = async () => {
      const letter = waiting.shift();
      if (!letter) return false;
      const reason = isReachable ? await this.#send(letter, by) : 'unreachable';
      if (reason === 'unreachable') isReachable = false;
      if (reason) reasons.set(letter, reason);
      return true;
    };
    const all = async () => {
      while (await next());
    };
    // One by itself first: where the mail server is down, that is known after one wait.
    await next();
    await Promise.all(Array.from({ length: AT_ONCE }, all));
    const failed = letters.flatMap((letter) => {
      const reason = reasons.get(letter);
      return reason ? [{ to: letter.to, reason }] : [];
    });
    return { sent: letters.length - failed.length, failed };
  }

  close(): void {
    this.#transport.close();
  }

  async #send({ to, subject, text }: Letter, by: string): Promise<Unsent | undefined> {
    try {
      await this.#addresses.consume(foldKey(to));
      await this.#senders.consume(by);
    } catch {
      return 'too-often';
    }
    try {
      await this.#transport.sendMail({
        from: this.#from,
        to: { name: '', address: to },
        subject,
        text,
        // Nobody's absence is answered to.
        headers: { 'Auto-Submitted': 'auto-generated' }
      });
      return undefined;
    } catch (error) {
      const code = errorCode(error) ?? '';
      this.#log.warn({ code }, 'a letter was not sent');
      return UNREACHABLE.has(code) ? 'unreachable' : 'refused';
    }
  }
}
