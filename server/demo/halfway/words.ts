/** Role cards of the project that is halfway: how many people wrote each, give or take spelling. Every line is invented for it. */

type Cards = readonly (readonly [text: string, people: number, explanation?: string])[];

/** What the regions said of themselves, at the second meeting. */
export const SELVES: Cards = [
  ['Samordnare', 10, 'Någon måste hålla i kalendern.'],
  ['Möjliggörare', 8],
  ['Kunskapsspridare', 7],
  ['Finansiär', 6],
  ['Pådrivare', 6, 'Vi frågar igen, vänligt, tills det händer.'],
  ['Nätverksbyggare', 6],
  ['Utbildare', 5],
  ['Omvärldsbevakare', 5],
  ['Processledare', 4],
  ['Strateg', 4],
  ['Brobyggare', 4, 'Mellan bibliotek, vårdcentral och den som bara har en knapptelefon.'],
  ['Visionär', 3],
  ['Beställare', 3],
  ['Analytiker', 3],
  ['Projektägare', 3],
  ['Lobbyist', 2],
  ['Rådgivare', 2],
  ['Innovatör', 2],
  ['Dörröppnare', 2],
  ['Förebild', 2],
  ['Kartritare', 1],
  ['Medborgarens ombud', 1],
  ['Tillgänglighetssamordnare', 1],
  ['Den som städar efter projekten', 1]
];

/** What their partners at home called them, before the third meeting. */
export const CALLED: Cards = [
  ['Samordnare', 7],
  ['Finansiär', 9, 'Det är dit man ringer när pengarna tar slut.'],
  ['Vårdgivare', 6, 'Region är sjukhus. Något annat visste vi inte.'],
  ['Sammankallande', 5],
  ['Utbildare', 3],
  ['Bromskloss', 3],
  ['Kunskapsspridare', 3],
  ['Remissinstans', 3],
  ['Motpart', 2],
  ['Pådrivare', 2],
  ['Osynlig', 2],
  ['Kursarrangör', 2],
  ['Bollplank', 2],
  ['Brobyggare', 1],
  ['Storebror', 1],
  ['Blankettskrivare', 1]
];

/** The homework for the fourth meeting, half in: which role they have taken since. */
export const TAKEN: Cards = [
  ['Samordnare', 5],
  ['Sammankallande', 4, 'Vi slutade vänta på att någon annan skulle bjuda in.'],
  ['Brobyggare', 4],
  ['Utbildare', 3],
  ['Finansiär', 2],
  ['Processledare', 2],
  ['Bollplank', 2],
  ['Pådrivare', 1],
  ['Lyssnare', 2],
  ['Kunskapsspridare', 1]
];
