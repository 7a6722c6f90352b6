import { performance } from 'node:perf_hooks';
import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Weekday } from '../../core/time/weekday.ts';
import type { CalendarFile } from '../calendars/calendar.ts';
import type { Employee } from '../organisation/employee.ts';
import { type Apps, appRoutes } from './apps/apps.ts';
import { calendarRoutes } from './calendar/event-routes.ts';
import { chatRoutes, type Chats } from './chats/chats.ts';
import { createDirectory, type Organiser, userRoutes } from './directory/users.ts';
import { baseCalendar } from './mailboxes/base-calendar.ts';
import { createMailbox, type Mailbox, type Owner } from './mailboxes/mailbox.ts';
import { indexMailboxes } from './mailboxes/mailboxes.ts';
import { batchRoute } from './protocol/batch.ts';
import type { Route } from './protocol/call.ts';
import { controlApp } from './control/control.ts';
import { dispatch, type Dispatcher } from './protocol/dispatch.ts';
import { createFaults, type Faults } from './control/faults.ts';
import { graphApp, type Verify } from './protocol/http.ts';
import { createLimits } from './protocol/limits.ts';
import { createRequestLog, type LoggedRequest } from './control/request-log.ts';
import { createRouter } from './protocol/routes.ts';
import { toCalendar } from './storage/icalendar.ts';
import { createMailboxFiles } from './storage/mailbox-files.ts';

export interface GraphOptions {
  readonly organisation: {
    /** The tenant's id, a GUID. */
    readonly tenant: string;
    readonly employees: readonly Employee[];
    /** Service mailboxes. The app may write to no others. */
    readonly organisers: readonly Organiser[];
  };
  /** The calendars from the files, by mail in lower case. Everybody else's calendar is empty at first. */
  readonly calendars: ReadonlyMap<string, CalendarFile>;
  /** The folder that keeps changes between runs; null keeps nothing. */
  readonly dir: string | null;
  /** Epoch milliseconds of the product's clock. */
  readonly now: () => number;
  readonly verify: Verify;
  readonly chats: Chats;
  /** The catalogue of Teams apps; empty when absent. */
  readonly apps?: Apps;
}

export interface Graph {
  /** To be mounted at `/graph/v1.0`. */
  readonly app: Hono<{ Bindings: Partial<HttpBindings> }>;
  /** To be mounted at `/local/graph`. */
  readonly control: Hono;
  readonly faults: Faults;
  /** All requests so far, oldest first. */
  requests(): readonly LoggedRequest[];
  /** A person's whole calendar as iCalendar text, with booked meetings; null for an unknown mail. */
  calendarText(mail: string): string | null;
  /**
   * Removes somebody who leaves the tenant from directory and mailboxes, until the end of this run. False for an
   * unknown mail.
   */
  leave(mail: string): boolean;
  /** Waits until everything is on disk. */
  close(): Promise<void>;
}

/**
 * The emulated Microsoft Graph, over HTTP: the part that the product uses, as strict as documented (README.md).
 * @throws InputError when a file in `dir` is broken; nothing in `dir` has been changed then
 */
export function createGraph(options: GraphOptions): Graph {
  const { tenant, employees, organisers } = options.organisation;
  const files = createMailboxFiles(options.dir);
  const owners = [...employees.map(employeeOwner), ...organisers.map(organiserOwner)];
  const kept = new Map(owners.map(({ mail }) => [mail, files.load(mail)]));
  let loading = true;
  const mailboxes = indexMailboxes(
    owners.map((owner) => {
      const file = options.calendars.get(owner.mail.toLowerCase());
      const changed = (mailbox: Mailbox): void => {
        if (!loading) files.changed(mailbox);
      };
      const mailbox = createMailbox(owner, file === undefined ? null : baseCalendar(file), changed);
      for (const event of kept.get(owner.mail) ?? []) mailbox.put(event);
      return mailbox;
    }),
  );
  loading = false;

  const directory = createDirectory(employees, organisers);
  const faults = createFaults();
  const log = createRequestLog();
  const routes: Route[] = [
    ...userRoutes(directory),
    ...calendarRoutes(mailboxes, tenant),
    ...chatRoutes(options.chats, directory),
    ...appRoutes(options.apps ?? null, directory),
    batchRoute((request) => dispatch(parts, request)),
  ];
  const parts: Dispatcher = {
    route: createRouter(routes),
    mailboxes,
    limits: createLimits(() => performance.now()),
    faults,
    log,
    now: options.now,
  };

  const leave = (mail: string): boolean => {
    const [user, mailbox] = [directory.find(mail), mailboxes.byMail(mail)];
    if (user === undefined || mailbox === undefined) return false;
    directory.remove(user);
    mailboxes.remove(mailbox);
    return true;
  };

  return {
    app: graphApp(parts, options.verify, () => files.written()),
    control: controlApp(faults, log, leave),
    leave,
    faults,
    requests: () => log.entries(),
    calendarText: (mail) => {
      const mailbox = mailboxes.byMail(mail);
      return mailbox === undefined ? null : calendarText(mailbox, files.vevents(mailbox));
    },
    close: () => files.close(),
  };
}

const weekdays: Record<Weekday, string> = {
  Mon: 'monday',
  Tue: 'tuesday',
  Wed: 'wednesday',
  Thu: 'thursday',
  Fri: 'friday',
  Sat: 'saturday',
  Sun: 'sunday',
};

function employeeOwner({ oid, mail, name, workDays, workStart, workEnd, ...zones }: Employee): Owner {
  const daysOfWeek = workDays.map((day) => weekdays[day]);
  return {
    oid,
    mail,
    name,
    organiser: false,
    workingHours: {
      daysOfWeek,
      start: workStart,
      end: workEnd,
      timeZone: zones.customZone ?? zones.timeZone,
    },
  };
}

/** A service mailbox has the working hours of a new mailbox. */
function organiserOwner({ oid, mail, name }: Organiser): Owner {
  const daysOfWeek = Object.values(weekdays).slice(0, 5);
  const workingHours = { daysOfWeek, start: '08:00', end: '17:00', timeZone: 'UTC' };
  return { oid, mail, name, organiser: true, workingHours };
}

/** The calendar from the files and the booked meetings, as one calendar. */
function calendarText({ base }: Mailbox, booked: readonly string[]): string {
  const text = base?.text.trimEnd() ?? '';
  const end = text.toUpperCase().lastIndexOf('END:VCALENDAR');
  if (end < 0) return toCalendar(booked);
  return `${text.slice(0, end)}${booked.join('')}END:VCALENDAR\r\n`;
}
