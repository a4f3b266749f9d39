/** The fourth meeting: what was learned, by theme, and what everybody does next. */
import { COFFEE, LAST_ROUND, LUNCH, QUESTION } from '../common-steps.ts';
import type { Template } from '../template.ts';

export const lessons: Template = {
  id: 'lessons',
  name: { sv: 'Vad har vi lärt oss?', en: 'What have we learned?' },
  about: {
    sv: 'Träff 4. Lärdomar sorteras i teman, och var och en lovar något.',
    en: 'Meeting 4. Lessons are sorted into themes, and everybody promises something.'
  },
  startsAt: '09:30',
  endsAt: '15:00',
  steps: [
    {
      kind: 'last-time',
      title: { sv: 'Välkomna till sista träffen', en: 'Welcome to the last meeting' },
      minutes: 15
    },
    {
      ...QUESTION,
      kind: 'sticky-note',
      title: { sv: 'Vad har du lärt dig?', en: 'What have you learned?' },
      instruction: {
        sv: 'En lärdom på varje lapp, i en hel mening.',
        en: 'One lesson on each note, as a whole sentence.'
      },
      minutes: 30,
      hidden: true,
      perPerson: 4
    },
    {
      kind: 'break',
      title: { sv: 'Vi sorterar i teman', en: 'We sort into themes' },
      instruction: { sv: 'Vilka lappar handlar om samma sak?', en: 'Which notes are about the same?' },
      minutes: 30
    },
    COFFEE,
    {
      kind: 'points',
      title: { sv: 'Vad går vi vidare med?', en: 'What do we go on with?' },
      instruction: { sv: 'Fördela tio poäng som du vill.', en: 'Share out ten points as you like.' },
      minutes: 15,
      hidden: true,
      vote: { about: { step: 1, of: 'clusters' }, votes: 10, stack: true }
    },
    {
      ...QUESTION,
      kind: 'sticky-note',
      title: { sv: 'Vad kräver det av oss?', en: 'What does it ask of us?' },
      instruction: {
        sv: 'Ett tema för varje smågrupp: beslut, pengar, tid, mod.',
        en: 'One theme for each small group: decisions, money, time, courage.'
      },
      minutes: 40,
      perGroup: true
    },
    LUNCH,
    {
      ...QUESTION,
      kind: 'sticky-note',
      title: { sv: 'Vad gör du, och till när?', en: 'What will you do, and by when?' },
      instruction: {
        sv: 'Hellre litet och snart än stort och sedan.',
        en: 'Rather small and soon than large and later.'
      },
      minutes: 30
    },
    {
      ...QUESTION,
      kind: 'quote',
      title: { sv: 'Vad säger du till den som tar vid?', en: 'What do you say to whoever goes on?' },
      instruction: { sv: 'En mening att trycka.', en: 'A sentence to print.' },
      minutes: 25
    },
    { ...COFFEE, minutes: 15 },
    {
      kind: 'scale',
      title: { sv: 'Hur troligt är det att du kommer i gång?', en: 'How likely are you to get going?' },
      minutes: 10,
      hidden: true,
      vote: {
        low: { sv: 'Knappast', en: 'Hardly' },
        high: { sv: 'Jag har redan börjat', en: 'I have begun already' }
      }
    },
    {
      ...QUESTION,
      kind: 'talk',
      title: { sv: 'Det här tar vi med oss', en: 'This is what we take with us' },
      speaker: { sv: 'Innehållsledarna', en: 'The content leaders' },
      minutes: 25
    },
    { ...LAST_ROUND, minutes: 15 }
  ]
};
