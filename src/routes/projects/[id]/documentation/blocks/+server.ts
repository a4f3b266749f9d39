/** POST: a list of sources. What each shows now, as HTML, and what it is like; null where it is gone. */
import { json } from '@sveltejs/kit';
import * as v from 'valibot';
import { blocksHtml } from '$lib/domain/document/html';
import type { Shown } from '../desk.svelte';
import { placedFor, sent, source } from '../placed';
import type { RequestHandler } from './$types';

const MOST = 400;
const sources = v.pipe(v.array(source), v.maxLength(MOST));

export const POST: RequestHandler = async (event) => {
  const asked = await sent(event, sources, 1024 * 1024);
  const placed = await placedFor(event);
  return json(
    asked.map((one): Shown | null => {
      const [blocks, seen, of] = [placed.blocksOf(one), placed.seenOf(one), placed.nameOf(one)];
      return blocks && seen && of ? { html: blocksHtml(blocks), ...seen, of } : null;
    })
  );
};
