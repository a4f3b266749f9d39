/** The addresses at which phones in the same network reach this server. */
import { networkInterfaces } from 'node:os';
import type { Config } from './config.ts';

/** Bridges and tunnels of this machine: reachable from here, but not from a phone. */
const INDOORS = /^(docker|br-|veth|virbr|vmnet|vboxnet|tun|utun|tap|wg|tailscale|zt)/;
const EVERYWHERE = ['0.0.0.0', '::', ''];

/** Origins, best first: the public one, then those of the local network, then localhost. */
export function addresses({ host, origin }: Pick<Config, 'host' | 'origin'>, port: number): string[] {
  const own = EVERYWHERE.includes(host) ? [...localNetwork(), 'localhost'] : [host];
  const found = own.map((name) => `http://${name.includes(':') ? `[${name}]` : name}:${port}`);
  return origin ? [origin, ...found] : found;
}

function localNetwork(): string[] {
  const found = Object.entries(networkInterfaces()).flatMap(([name, list]) =>
    (list ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address }) => ({ address, indoors: INDOORS.test(name) || address.startsWith('169.254.') }))
  );
  return found.sort((a, b) => Number(a.indoors) - Number(b.indoors)).map(({ address }) => address);
}
