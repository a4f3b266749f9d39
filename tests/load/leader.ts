/**
 * A leader who knows the right clusters and puts them right alone: accepts the machine's suggestions where they are right, merges
 * and moves where it has none. Counted is every act; a dismissed suggestion is counted apart.
 */
import type { Placer } from '../../src/lib/domain/clustering/placer.ts';
import { score } from '../fixtures/bcubed.ts';

export interface Led {
  /** Acts until `goal` was reached, per 100 cards; undefined where it never was. */
  actions: number | undefined;
  accepted: number;
  dismissed: number;
}

export function lead(
  placer: Placer,
  texts: readonly string[],
  gold: readonly string[],
  lying: readonly string[],
  goal = 0.9
): Led {
  const clusters = [...lying];
  const apart: [string, string][] = [];
  const whole: string[] = [];
  const done = { accepted: 0, dismissed: 0, other: 0 };
  const move = (card: number, to: string) => {
    clusters[card] = to;
    placer.set({ id: String(card), text: texts[card]! }, to, true);
  };
  const merge = (from: string, to: string) =>
    clusters.forEach((cluster, card) => cluster === from && move(card, to));
  const mainOf = (cluster: string) => commonest(gold.filter((_, card) => clusters[card] === cluster));
  while (score(clusters, gold).f1 < goal && done.accepted + done.other < texts.length) {
    const suggestion = placer.suggestions(1, { apart, whole })[0];
    if (suggestion?.kind === 'merge') {
      const { cluster, into } = suggestion;
      const [a, b] = [mainOf(cluster), mainOf(into)];
      if (a === b && a !== '-') {
        merge(cluster, into);
        done.accepted++;
      } else {
        apart.push([cluster, into]);
        done.dismissed++;
      }
      continue;
    }
    if (suggestion) {
      whole.push(suggestion.cluster);
      done.dismissed++;
      continue;
    }
    const best = bestAct(clusters, gold);
    if (!best) break;
    if (best.card === undefined) merge(best.from, best.to);
    else move(best.card, best.to);
    done.other++;
  }
  const reached = score(clusters, gold).f1 >= goal;
  const actions = ((done.accepted + done.other) * 100) / texts.length;
  return { actions: reached ? actions : undefined, accepted: done.accepted, dismissed: done.dismissed };
}

interface Act {
  from: string;
  to: string;
  card?: number;
}

/** The merge of two clusters of one kind, or the move of a card to its kind, that brings the most. */
function bestAct(clusters: readonly string[], gold: readonly string[]): Act | undefined {
  const groups = new Map<string, number[]>();
  clusters.forEach((cluster, card) => groups.set(cluster, [...(groups.get(cluster) ?? []), card]));
  const main = new Map([...groups].map(([id, cards]) => [id, commonest(cards.map((card) => gold[card]!))]));
  const acts: Act[] = [];
  const ids = [...groups.keys()];
  for (const from of ids) {
    for (const to of ids) {
      if (from < to && main.get(from) === main.get(to) && main.get(from) !== '-') acts.push({ from, to });
    }
    for (const card of groups.get(from)!) {
      if (gold[card] === main.get(from) || groups.get(from)!.length < 2) continue;
      const home = ids.find((id) => id !== from && main.get(id) === gold[card] && gold[card] !== '-');
      acts.push({ from, to: home ?? `own ${card}`, card });
    }
  }
  const after = ({ from, to, card }: Act) =>
    score(
      clusters.map((cluster, index) =>
        card === index || (card === undefined && cluster === from) ? to : cluster
      ),
      gold
    ).f1;
  return acts.map((act) => ({ act, f1: after(act) })).sort((a, b) => b.f1 - a.f1)[0]?.act;
}

function commonest(labels: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? '-';
}
