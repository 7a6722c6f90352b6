import { Hono } from 'hono';
import type { Graph } from '../graph/graph.ts';
import type { Identity } from '../identity/identity.ts';
import type { Employee } from '../organisation/employee.ts';

/**
 * `/local/people`, `/local/token` and `/local/calendar`: the people of the directory, and each one's token and
 * calendar.
 */
export function peopleRoutes(
  employees: readonly Employee[],
  coordinators: readonly string[],
  identity: Identity,
  graph: Graph,
): Hono {
  const app = new Hono();
  const byMail = new Map(employees.map((employee) => [employee.mail.toLowerCase(), employee]));
  const isCoordinator = ({ mail }: Employee) => coordinators.includes(mail.toLowerCase());
  const find = (user: string | undefined) => byMail.get(user?.toLowerCase() ?? '');
  const nobody = (user: string | undefined) =>
    user === undefined
      ? 'Expected ?user=MAIL.'
      : `Nobody in the directory has the mail "${user}"; /local/people lists everybody.`;

  app.get('/local/people', (c) =>
    c.json(employees.map((employee) => ({ ...employee, coordinator: isCoordinator(employee) }))),
  );

  app.get('/local/token', async (c) => {
    const employee = find(c.req.query('user'));
    if (employee === undefined) return c.text(nobody(c.req.query('user')), 404);
    const { oid, name, mail } = employee;
    return c.text(await identity.userToken({ oid, name, mail, coordinator: isCoordinator(employee) }));
  });

  app.get('/local/calendar', (c) => {
    const employee = find(c.req.query('user'));
    const text = employee === undefined ? null : graph.calendarText(employee.mail);
    if (text === null) return c.text(nobody(c.req.query('user')), 404);
    return c.body(text, 200, { 'Content-Type': 'text/calendar; charset=utf-8' });
  });
  return app;
}
