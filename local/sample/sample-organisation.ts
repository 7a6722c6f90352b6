import type { Employee } from '../organisation/employee.ts';
import { agendaOf } from './agenda.ts';
import { calendarText } from './calendar-text.ts';
import { people } from './people.ts';

/**
 * Forty people, and their calendars in the weeks around an instant (epoch milliseconds).
 * @returns `calendars`: iCalendar text by mail in lower case
 */
export function sampleOrganisation(now: number): {
  employees: readonly Employee[];
  calendars: Map<string, string>;
} {
  const monday = mondayOf(now);
  const calendars = people.map((person, index): [string, string] => [
    person.mail,
    calendarText(agendaOf(person, index, people, monday)),
  ]);
  return { employees: people, calendars: new Map(calendars) };
}

/** The Monday of an instant's week, at midnight UTC in epoch milliseconds. */
function mondayOf(now: number): number {
  const midnight = Math.floor(now / 86_400_000) * 86_400_000;
  return midnight - ((new Date(midnight).getUTCDay() + 6) % 7) * 86_400_000;
}
