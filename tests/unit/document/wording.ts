/** The words of a report in tests. */
import type { ReportWording } from '../../../src/lib/domain/document/wording.ts';

export const REPORT_WORDING: ReportWording = {
  breakable: (text) => text,
  decimal: String,
  kind: (kind) => `Flera ${kind}`,
  oneOfKind: (kind) => `En ${kind}`,
  attendance: 'Vilka som var med',
  organisationKind: 'Typ',
  organisations: 'Organisationer',
  people: 'Personer',
  from: 'Från',
  wall: {
    alt: (count, largest) => `Ordvägg, ${count} ord: ${largest}`,
    counts: 'Siffran säger hur många.',
    rest: (count) => `${count} till i listan.`
  },
  timeline: {
    years: 'År',
    event: 'Händelse',
    meaning: 'Betydelse',
    alt: (count, years) => `Tidslinje, ${count} händelser, ${years}`
  },
  perspectives: {
    count: (count) => `${count} röster`,
    role: (role) => `${role} av 10`,
    reading: ({ median }) => `Mitten är ${median}.`,
    low: 'Ingen roll',
    high: 'Stort ansvar',
    alt: (kinds) => `Andras syn: ${kinds}`,
    caption: 'Så läser du.'
  },
  actors: {
    us: 'Vi',
    actor: 'Aktör',
    columns: { role: 'Gör', responsibility: 'Ansvarar', interface: 'Möts' },
    gap: 'Vet inte',
    gaps: (count) => `${count} luckor.`,
    shared: 'flera',
    said: (count) => `${count} berättar`,
    spellings: (names) => `Även: ${names}`,
    rest: (count) => `${count} till i tabellen.`,
    alt: (count) => `Karta, ${count} aktörer`,
    caption: 'Linje: där möts vi.'
  },
  definitions: { means: (meaning) => `Innebär ${meaning}`, examples: 'Exempel', activities: 'Det gör vi:' },
  commitments: {
    by: 'Senast',
    text: 'Vad',
    who: 'Vem',
    state: 'Läge',
    day: (by) => by || 'Ingen dag',
    mark: (mark) => mark ?? 'öppet'
  },
  votes: {
    option: 'Alternativ',
    score: (kind) => `Antal ${kind}`,
    people: 'Personer',
    number: 'Siffra',
    answers: 'Svar',
    end: (number, meaning) => `${number} = ${meaning}`,
    bars: (count, first) => `Staplar för ${count}: ${first}`,
    columns: (reading) => `Skala. ${reading}`
  },
  slope: {
    heading: (before) => `Jämfört med ${before}`,
    share: (share) => `${Math.round(share * 100)} %`,
    cell: (share, people) => `${share} (${people})`,
    alt: (before, after) => `${before} mot ${after}`
  }
};
