import type { Block } from '$lib/domain/document/document';
import { referringHtml } from '$lib/domain/document/html';
import { references, wordsBehind } from '$lib/domain/document/references';
import type { CardsOf, WordCards } from '$lib/domain/document/references';
import { speakerLine } from '$lib/domain/kinds/speaker';
import { fieldLines, labelled } from '$lib/i18n/field-lines';
import { opened } from './opened';
import type { PageServerLoad } from './$types';

/** The documentation for whoever has a link: no account, no cookie, and no more than reviewers may read. */
export const load: PageServerLoad = async (event) => {
  const { project, report, placed } = await opened(event);
  const cardsOf: CardsOf = ({ meeting, prompt, notes }) => {
    const step = placed.stepOf({ meeting, prompt });
    return (step?.notes ?? [])
      .filter(({ id }) => notes.includes(id))
      .map(({ text, explanation = '', fields = {}, speaker, organisation, group }) => ({
        text,
        more: explanation || fieldLines(step!.kind, fields).map(labelled).join('\n'),
        who: speakerLine(speaker ?? {}, organisation ?? group ?? '')
      }));
  };
  const { all, refer } = references(cardsOf);
  const { title, subtitle, language, at, blocks } = report;
  return {
    ...{ title, subtitle, language, at },
    host: project.host,
    contents: blocks.flatMap((block) =>
      block.kind === 'heading' && block.level === 1 && block.id
        ? [{ id: block.id, text: block.text.map(({ text }) => text).join('') }]
        : []
    ),
    parts: parted(blocks, cardsOf).map(({ blocks, words }) => ({
      html: referringHtml(blocks, refer),
      words
    })),
    references: all
  };
};

/** Up to each picture whose words have cards behind them. */
function parted(
  blocks: readonly Block[],
  cardsOf: CardsOf
): { blocks: readonly Block[]; words: readonly WordCards[] }[] {
  const parts: { blocks: readonly Block[]; words: readonly WordCards[] }[] = [];
  let from = 0;
  for (const [index, block] of blocks.entries()) {
    const words = block.kind === 'figure' ? wordsBehind(block, cardsOf) : [];
    if (words.length === 0) continue;
    parts.push({ blocks: blocks.slice(from, index + 1), words });
    from = index + 1;
  }
  return [...parts, { blocks: blocks.slice(from), words: [] }];
}
