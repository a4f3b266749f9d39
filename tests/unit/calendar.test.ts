/** The calendar file, read by a parser that is not ours. */
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { instantAt } from '../../src/lib/i18n/dates.ts';
import { calendarText } from '../../src/routes/calendar.ts';

const NOW = Date.UTC(2027, 0, 10, 12);
const project = {
  name: 'Vatten, i; samverkan',
  question: 'Vem äger "vattnet"?',
  createdAt: new Date(Date.UTC(2027, 0, 1))
};
const meeting = {
  id: 'meeting-1',
  number: 1,
  title: 'Var kommer vi ifrån? '.repeat(8).trim(),
  place: 'Tallnäs; stora salen, plan 2\\3',
  day: '2027-04-15',
  startsAt: '09:30',
  endsAt: '15:00'
};
const join = { link: 'https://ordvagg.example.se/join/ABC234', code: 'ABC234' };

function events(meetings: Parameters<typeof calendarText>[0]['meetings'], now = NOW) {
  const parsed = new ICAL.Component(ICAL.parse(calendarText({ project, meetings, now })) as unknown[]);
  return parsed.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
}

test('an event has the meeting’s title, place, hours of Stockholm and link, letter by letter', () => {
  const [event] = events([{ meeting, join }]);
  expect(event!.summary).toContain(meeting.title);
  expect(event!.location).toBe(meeting.place);
  expect(event!.description).toContain(project.question);
  expect(event!.description).toContain('ABC 234');
  expect(event!.component.getFirstPropertyValue('url')).toBe(join.link);
  // Summer time.
  expect(event!.startDate.toJSDate().toISOString()).toBe('2027-04-15T07:30:00.000Z');
  expect(event!.endDate.toJSDate().toISOString()).toBe('2027-04-15T13:00:00.000Z');
});

test('whoever may not know the code of a meeting finds it nowhere in the file', () => {
  const text = calendarText({ project, meetings: [{ meeting }], now: NOW });
  expect(text).not.toMatch(/ABC|join/);
});

test('without hours it takes the whole day; without a day it is not there', () => {
  const found = events([
    { meeting: { ...meeting, startsAt: null, endsAt: null } },
    { meeting: { ...meeting, id: 'meeting-2', day: null } }
  ]);
  expect(found).toHaveLength(1);
  expect(found[0]!.startDate.isDate).toBe(true);
  expect(found[0]!.startDate.toString()).toBe('2027-04-15');
});

test('fetched later, it is the same event with a higher number', () => {
  const [before] = events([{ meeting }]);
  const [after] = events([{ meeting: { ...meeting, day: '2027-04-16' } }], NOW + 3_600_000);
  expect(after!.uid).toBe(before!.uid);
  expect(after!.sequence).toBeGreaterThan(before!.sequence);
});

test('no line is longer than a calendar reads', () => {
  const lines = calendarText({ project, meetings: [{ meeting, join }], now: NOW }).split('\r\n');
  for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});

test.each([
  ['2027-01-15', '09:30', '2027-01-15T08:30:00.000Z'],
  ['2027-07-15', '00:15', '2027-07-14T22:15:00.000Z'],
  ['2027-03-28', '01:30', '2027-03-28T00:30:00.000Z'],
  ['2027-03-28', '03:30', '2027-03-28T01:30:00.000Z'],
  ['2027-10-31', '12:00', '2027-10-31T11:00:00.000Z']
])('%s %s by the clock of the place is %s', (day, time, instant) => {
  expect(new Date(instantAt(day, time)).toISOString()).toBe(instant);
});
