/** The second meeting: everybody says which roles they have, and the room makes sense of the cloud. */
import { COFFEE, LAST_ROUND, LUNCH, QUESTION } from '../common-steps.ts';
import type { Template } from '../template.ts';

export const roles: Template = {
  id: 'roles',
  name: { sv: 'Vem är du?', en: 'Who are you?' },
  about: {
    sv: 'Träff 2. Rollkort blir ett rollmoln, och molnet blir några roller som går att beskriva.',
    en: 'Meeting 2. Role cards become a cloud, and the cloud becomes a few roles that can be described.'
  },
  startsAt: '09:30',
  endsAt: '15:00',
  steps: [
    {
      kind: 'last-time',
      title: { sv: 'Välkomna, och det vi lärde oss sist', en: 'Welcome, and what we learned last time' },
      minutes: 20
    },
    {
      ...QUESTION,
      kind: 'role-card',
      title: { sv: 'Vem är du?', en: 'Who are you?' },
      instruction: {
        sv: 'Vilken roll har din organisation? Ett eller ett par ord, en roll på varje kort.',
        en: 'Which role does your organisation have? A word or two, one role on each card.'
      },
      minutes: 25,
      hidden: true,
      perPerson: 5,
      suggests: true
    },
    {
      kind: 'break',
      title: { sv: 'Vi tittar på väggen', en: 'We look at the wall' },
      instruction: {
        sv: 'Vad förvånar dig? Vad saknar du? Prata två och två.',
        en: 'What surprises you? What is missing? Talk in pairs.'
      },
      minutes: 25
    },
    COFFEE,
    {
      kind: 'break',
      title: { sv: 'Vi lägger ihop det som hör ihop', en: 'We put together what belongs together' },
      instruction: {
        sv: 'Vilka ord betyder samma sak, och vilka gör det inte?',
        en: 'Which words mean the same, and which do not?'
      },
      minutes: 25
    },
    {
      kind: 'dots',
      title: { sv: 'Vilka roller är viktigast?', en: 'Which roles matter most?' },
      instruction: { sv: 'Du har tre prickar.', en: 'You have three dots.' },
      minutes: 10,
      hidden: true,
      vote: { about: { step: 1, of: 'clusters' }, votes: 3 }
    },
    {
      ...QUESTION,
      kind: 'sticky-note',
      title: { sv: 'Vad betyder rollen, i en mening?', en: 'What does the role mean, in one sentence?' },
      instruction: {
        sv: 'En roll för varje smågrupp. Börja med rollens namn.',
        en: 'One role for each small group. Begin with the name of the role.'
      },
      minutes: 25,
      perGroup: true
    },
    LUNCH,
    {
      ...QUESTION,
      kind: 'quote',
      title: { sv: 'Vad hörde du vid bordet?', en: 'What did you hear at the table?' },
      instruction: { sv: 'Något som alla borde få höra.', en: 'Something that everybody ought to hear.' },
      minutes: 30
    },
    {
      ...QUESTION,
      kind: 'sticky-note',
      title: { sv: 'Vad gör man i den rollen?', en: 'What does one do in that role?' },
      instruction: {
        sv: 'En sak på varje lapp, så konkret du kan.',
        en: 'One thing on each note, as concrete as you can.'
      },
      minutes: 40
    },
    { ...COFFEE, minutes: 15 },
    {
      kind: 'scale',
      title: { sv: 'Hur tydlig är er roll för dig?', en: 'How clear is your role to you?' },
      minutes: 10,
      hidden: true,
      vote: { low: { sv: 'Inte alls', en: 'Not at all' }, high: { sv: 'Helt tydlig', en: 'Entirely clear' } }
    },
    {
      ...QUESTION,
      kind: 'sticky-note',
      title: { sv: 'Vem frågar du till nästa gång?', en: 'Whom will you ask until next time?' },
      instruction: {
        sv: 'Fråga någon utanför din organisation hur de ser på er roll.',
        en: 'Ask somebody outside your organisation how they see your role.'
      },
      minutes: 15
    },
    LAST_ROUND
  ]
};
