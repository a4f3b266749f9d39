/**
 * What is left of the log when an answer has been erased: every event in its place, and none with its words. Whatever was called
 * after it, or taken over from it as text, loses the words too, unless somebody else has written them. What leaders wrote in their
 * own words (summaries, what was parked, titles) stays. Events are as they are stored: an older one may lack fields of today.
 */
import type { Why } from '../clustering/why.ts';
import { kindOf } from '../kinds/registry.ts';
import type { Fields } from '../kinds/kind.ts';
import { foldKey, lengthOf } from '../text.ts';
import type { Brought } from './brought.ts';
import type { Place } from './cluster.ts';
import type { MeetingEvent, PlaceBefore } from './events.ts';
import type { NoteId } from './ids.ts';
import type { PromptText } from './step-settings.ts';

/** Stands where words stood that a step or a theme cannot be without. */
export const BLANK = '…';

/** Shorter texts are everybody's: a "ja" that a leader wrote is no copy of an answer. Code points. */
const SHORTEST = 4;
/** From so many on, or of several words, a text is also looked for within others. */
const TELLING = 12;

export interface Erasure {
  note: NoteId;
  /** What it ever said that nobody else has said in the meeting, folded. */
  texts: ReadonlySet<string>;
}

/** Events for which earlier ones have been rewritten. */
export const REWRITING: readonly MeetingEvent['name'][] = ['NoteErased', 'TakenOverErased'];

/** Have earlier events been rewritten for it? Then whoever holds a state folds it anew. */
export function rewrites({ name }: Pick<MeetingEvent, 'name'>): boolean {
  return REWRITING.includes(name);
}

/** What is to be looked for, from the whole log of the answer's meeting. */
export function erasureOf(events: Iterable<MeetingEvent>, note: NoteId): Erasure {
  const kinds = new Map<string, string>();
  const prompts = new Map<NoteId, string>();
  const own = new Set<string>();
  const others = new Set<string>();
  const said = (id: NoteId, fields: Fields) => {
    const kind = kindOf(kinds.get(prompts.get(id) ?? '') ?? '');
    for (const [name, text] of Object.entries(fields)) {
      const type = kind?.fields[name]?.type ?? 'line';
      if (type === 'line' || type === 'lines') (id === note ? own : others).add(foldKey(text));
    }
  };
  for (const { name, data } of events) {
    if (name === 'PromptAdded') kinds.set(data.prompt, data.kind);
    else if (name === 'NoteSubmitted') {
      prompts.set(data.note, data.prompt);
      said(data.note, data.fields);
    } else if (name === 'NoteChanged') said(data.note, data.fields);
    else if (name === 'NotesImported')
      for (const one of data.notes) {
        prompts.set(one.note, data.prompt);
        said(one.note, one.fields);
      }
    else if (name === 'NotesPlaced') {
      // A label may be spelt otherwise than its card.
      for (const { from, text } of data.labels) (from === note ? own : others).add(foldKey(text));
    }
  }
  const texts = [...own].filter((text) => lengthOf(text) >= SHORTEST && !others.has(text));
  return { note, texts: new Set(texts) };
}

/** Does a text say what only the erased answer said, alone or among other words? */
export function says({ texts }: Erasure, text: string): boolean {
  const folded = foldKey(text);
  if (texts.has(folded)) return true;
  // As a copy ends that was too long; folded, the sign is three dots.
  const cut = folded.endsWith('...') ? folded.slice(0, -3).trimEnd() : undefined;
  for (const own of texts) {
    if (cut !== undefined && lengthOf(cut) >= TELLING && own.startsWith(cut)) return true;
    if ((lengthOf(own) >= TELLING || own.includes(' ')) && holdsWhole(folded, own)) return true;
  }
  return false;
}

/** The event without the answer's words; the same one where it holds none. */
export function withoutAnswer<E extends MeetingEvent>(event: E, erasure: Erasure): MeetingEvent {
  const { note } = erasure;
  switch (event.name) {
    case 'NoteSubmitted':
      if (event.data.note !== note) return event;
      return { ...event, data: { ...event.data, fields: {}, erased: true } };
    case 'NoteChanged':
      return event.data.note === note ? { ...event, data: { ...event.data, fields: {} } } : event;
    case 'NotesImported': {
      const { notes } = event.data;
      if (!notes.some((one) => one.note === note)) return event;
      const left = notes.map((one) =>
        one.note === note ? { note, fields: {}, erased: true as const } : one
      );
      return { ...event, data: { ...event.data, notes: left } };
    }
    case 'NotesPlaced': {
      const placements = event.data.placements.map((one) => {
        const why = reason(one.why, one.note, note);
        return why === one.why ? one : { ...one, why };
      });
      const labels = event.data.labels.filter(({ from }) => from !== note);
      const same = labels.length === event.data.labels.length && sameList(placements, event.data.placements);
      return same ? event : { ...event, data: { ...event.data, placements, labels } };
    }
    case 'NotesPutBack': {
      const places = event.data.places.map((before) => placeBefore(before, note));
      return sameList(places, event.data.places) ? event : { ...event, data: { ...event.data, places } };
    }
    case 'NotesMoved': {
      const { name, ...data } = event.data;
      return name !== undefined && says(erasure, name) ? { ...event, data } : event;
    }
    case 'ClusterNamed':
      return says(erasure, event.data.name) ? { ...event, data: { ...event.data, name: '' } } : event;
    case 'ClusterAdded':
      return says(erasure, event.data.name) ? { ...event, data: { ...event.data, name: BLANK } } : event;
    case 'PromptAdded':
    case 'PromptEdited': {
      const data = takenOver(event.data, erasure);
      return data === event.data ? event : ({ ...event, data } as MeetingEvent);
    }
    default:
      return event;
  }
}

/** A step without what it took over from the answer; the same one where it took over nothing. */
function takenOver<T extends Partial<PromptText>>(step: T, erasure: Erasure): T {
  const brought = step.brought && withoutItems(step.brought, erasure);
  const choices = step.vote?.choices.map((choice) =>
    says(erasure, choice.text) ? { ...choice, text: BLANK } : choice
  );
  const sameChoices = !choices || sameList(choices, step.vote!.choices);
  if (brought === step.brought && sameChoices) return step;
  return {
    ...step,
    ...(brought === undefined ? {} : { brought }),
    ...(sameChoices ? {} : { vote: { ...step.vote, choices } })
  };
}

function withoutItems(brought: Brought, erasure: Erasure): Brought {
  const { note, texts } = erasure;
  const items = brought.items.filter(
    ({ id, text }) => !says(erasure, text) && !(id === note && holdsAny(foldKey(text), texts))
  );
  return items.length === brought.items.length ? brought : { ...brought, items };
}

function placeBefore(before: PlaceBefore, erased: NoteId): PlaceBefore {
  const { note, place } = before;
  if (!place) return before;
  const why = reason(place.why, note, erased);
  return why === place.why ? before : { ...before, place: { ...place, why } satisfies Place };
}

/** Single words of the text are in reasons, of the answer's own place and of what was laid beside it. */
function reason(why: Why, of: NoteId, erased: NoteId): Why {
  if (of === erased) return why.kind === 'alone' ? why : { kind: 'alone' };
  return silenced(why, (other) => other === erased);
}

/** A reason without words, where the answer that it speaks of is gone: nobody is shown it any more. */
export function silenced(why: Why, isErased: (other: NoteId) => boolean): Why {
  return 'other' in why && why.kind !== 'same' && isErased(why.other)
    ? { kind: 'same', other: why.other }
    : why;
}

function holdsAny(text: string, words: ReadonlySet<string>): boolean {
  for (const word of words) if (holdsWhole(text, word)) return true;
  return false;
}

/** Within it, and not within one of its words. */
function holdsWhole(text: string, part: string): boolean {
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    const isLetter = (one: string | undefined) => one !== undefined && /[\p{L}\p{N}]/u.test(one);
    if (!isLetter(text[at - 1]) && !isLetter(text[at + part.length])) return true;
  }
  return false;
}

function sameList<T>(some: readonly T[], others: readonly T[]): boolean {
  return some.length === others.length && some.every((one, at) => one === others[at]);
}
