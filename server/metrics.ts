/** Figures for whoever watches the server, in Prometheus' text form. No names, no texts, no addresses. */
import { Gauge, Registry, collectDefaultMetrics } from 'prom-client';

export class Metrics {
  readonly #registry = new Registry();

  /** `connections` and `rooms` are asked at every reading. */
  constructor(now: { connections(): number; rooms(): number }) {
    collectDefaultMetrics({ register: this.#registry, prefix: 'ordvagg_' });
    this.#gauge('ordvagg_connections', 'Open sockets of this process.', now.connections);
    this.#gauge('ordvagg_meetings', 'Meetings that this process holds in memory.', now.rooms);
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  #gauge(name: string, help: string, value: () => number): void {
    new Gauge({
      name,
      help,
      registers: [this.#registry],
      collect() {
        this.set(value());
      }
    });
  }
}
