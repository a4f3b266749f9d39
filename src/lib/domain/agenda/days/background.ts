/** The first meeting: how the field became what it is, as a timeline of what people remember. */
import { COFFEE, LAST_ROUND, LUNCH, QUESTION } from '../common-steps.ts';
import type { Template } from '../template.ts';

export const background: Template = {
  id: 'background',
  name: { sv: 'Var kommer vi ifrån?', en: 'Where do we come from?' },
  about: {
    sv: 'Träff 1. Historien bakom frågan blir en tidslinje av händelser och minnen.',
    en: 'Meeting 1. The history behind the question becomes a timeline of events and memories.'
  },
  startsAt: '09:30',
  endsAt: '15:00',
  steps: [
    {
      kind: 'break',
      title: { sv: 'Välkomna, så här blir dagen', en: 'Welcome, and how the day goes' },
      minutes: 15
    },
    {
      ...QUESTION,
      kind: 'sticky-note',
      title: { sv: 'Vad hoppas du ta med dig hem?', en: 'What do you hope to take home?' },
      instruction: { sv: 'En förhoppning på varje lapp.', en: 'One hope on each note.' },
      minutes: 20,
      perPerson: 2
    },
    {
      ...QUESTION,
      kind: 'talk',
      title: { sv: 'Hur området blev som det är', en: 'How the field became what it is' },
      speaker: { sv: 'Inbjuden forskare', en: 'Invited researcher' },
      instruction: {
        sv: 'Hör du något som fastnar? Skriv ned det medan du lyssnar.',
        en: 'Did something stay with you? Write it down while you listen.'
      },
      minutes: 45
    },
    COFFEE,
    {
      ...QUESTION,
      kind: 'sticky-note',
      title: { sv: 'Vilka händelser har format oss?', en: 'Which events have shaped us?' },
      instruction: {
        sv: 'Börja med årtalet. En händelse på varje lapp, stor eller liten.',
        en: 'Begin with the year. One event on each note, large or small.'
      },
      minutes: 40
    },
    {
      kind: 'dots',
      title: { sv: 'Vilka händelser betydde mest?', en: 'Which events mattered most?' },
      instruction: { sv: 'Du har tre prickar.', en: 'You have three dots.' },
      minutes: 10,
      hidden: true,
      vote: { about: { step: 4, of: 'clusters' }, votes: 3 }
    },
    LUNCH,
    {
      ...QUESTION,
      kind: 'sticky-note',
      title: { sv: 'Vad hände hemma hos er?', en: 'What happened where you work?' },
      instruction: {
        sv: 'Prata i smågruppen. Skriv det ni tror att de andra inte känner till.',
        en: 'Talk in your small group. Write what you think the others do not know.'
      },
      minutes: 40,
      perGroup: true
    },
    {
      ...QUESTION,
      kind: 'quote',
      title: { sv: 'Vad sa någon som fastnade?', en: 'What did somebody say that stayed with you?' },
      instruction: { sv: 'Skriv det så ordagrant du kan.', en: 'Write it as exactly as you can.' },
      minutes: 35
    },
    { ...COFFEE, minutes: 15 },
    {
      ...QUESTION,
      kind: 'sticky-note',
      title: { sv: 'Vad vill du fråga någon hemma?', en: 'What do you want to ask somebody at home?' },
      instruction: {
        sv: 'En fråga att ta med sig till nästa träff, och vem den går till.',
        en: 'One question until the next meeting, and whom you will ask.'
      },
      minutes: 20
    },
    LAST_ROUND
  ]
};
