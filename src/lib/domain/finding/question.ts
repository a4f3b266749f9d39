/** What to ask a person next. A stand-in: every cluster of one card, its author first, beside the likeliest others. */
import type { Prior } from '../clustering/placer.ts';
import type { PersonId } from '../meeting/ids.ts';
import type { Ground, Question } from './answers.ts';

const LIKELY = 3;

export function nextQuestion(
  { clusters, answers, rootOf }: Ground,
  person: PersonId,
  priors: readonly Prior[]
): Question | undefined {
  const answered = new Set(answers.filter(({ by }) => by === person).map(({ cluster }) => rootOf(cluster)));
  const open = clusters.filter(({ id, size }) => size === 1 && !answered.has(id));
  const asked = open.find(({ authors }) => authors.includes(person)) ?? open[0];
  if (!asked || clusters.length < 2) return undefined;
  const near = priors.flatMap(({ a, b }) =>
    rootOf(a) === asked.id ? [rootOf(b)] : rootOf(b) === asked.id ? [rootOf(a)] : []
  );
  const likely = [...new Set([...near, ...clusters.map(({ id }) => id)])].filter((id) => id !== asked.id);
  return { kind: 'own', cluster: asked.id, likely: likely.slice(0, LIKELY) };
}
