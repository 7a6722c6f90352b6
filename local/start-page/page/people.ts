import type { OverviewPerson } from '../overview.ts';
import { actionButton, byId, h, redraw } from './html.ts';
import { city } from './times.ts';
import { isPerson, pairingOf, type Actions, type View } from './view.ts';

/** Shows everybody to sign in as, participants first, and who is shown now. */
export function mountPeople(actions: Actions): (view: View) => void {
  const select = byId('person', HTMLSelectElement);
  const about = byId('about', HTMLElement);
  let people: readonly OverviewPerson[] = [];
  select.addEventListener('change', () => {
    const chosen = people.find(({ mail }) => mail === select.value);
    if (chosen !== undefined) actions.choose(chosen);
  });

  return (view) => {
    people = view.overview.people;
    const inside = people.filter(({ status }) => status === 'active');
    const outside = people.filter(({ status }) => status !== 'active');
    redraw(select, group('Taking part', inside), group('Not taking part', outside));
    select.value = view.person.mail;
    redraw(about, facts(view.person), ...partnersOf(view, actions));
  };
}

function group(label: string, people: readonly OverviewPerson[]): Node | null {
  if (people.length === 0) return null;
  return h(
    'optgroup',
    { label: `${label} (${people.length})` },
    ...people.map(({ mail, name, coordinator }) =>
      h('option', { value: mail }, coordinator ? `${name} (coordinator)` : name),
    ),
  );
}

function facts({ department, office, zone, workStart, workEnd }: OverviewPerson): string {
  return [department, office, `${workStart}–${workEnd} in ${city(zone)}`]
    .filter((fact) => fact !== undefined)
    .join(' · ');
}

/** A button for each partner, to see the same round as they do. */
function partnersOf(view: View, actions: Actions): (Node | string)[] {
  const members = pairingOf(view, view.person)?.members ?? [];
  const partners = view.overview.people.filter(
    (person) => person.mail !== view.person.mail && members.some(({ id }) => isPerson(id, person)),
  );
  if (partners.length === 0) return [];
  const buttons = partners.map((partner) =>
    actionButton(partner.name, `partner-${partner.mail}`, () => {
      actions.choose(partner);
    }),
  );
  return [' · meets ', ...buttons.flatMap((button, index) => (index === 0 ? [button] : [' and ', button]))];
}
