import type { Message } from '../../../core/words/message.ts';
import {
  type AdaptiveCard,
  banner,
  button,
  card,
  type Element,
  factSet,
  text,
  withPrimary,
} from '../card.ts';
import type { Reading } from '../reading.ts';

type Told = Extract<Message, { readonly kind: 'coordinator' }>;

/** What a coordinator is told of a scheme, in numbers. */
export function coordinatorNewsCard({ scheme, report }: Told, reading: Reading): AdaptiveCard {
  const { words } = reading;
  const { title, said, elements } = contentOf(scheme.name, report, reading);
  return card(
    words.language,
    `${title}. ${said}`,
    [banner(title), ...elements],
    withPrimary([
      button(words.buttons.help, 'help', null),
      button(words.buttons.coordinator, 'coordinator', null),
    ]),
  );
}

interface Content {
  readonly title: string;
  readonly said: string;
  readonly elements: readonly Element[];
}

function contentOf(scheme: string, report: Told['report'], { words }: Reading): Content {
  const { paired, hand, closed } = words.month.coordinator;
  switch (report.about) {
    case 'draft':
    case 'paired': {
      const said = paired.line(report);
      return { title: paired.title({ scheme }), said, elements: [text(said)] };
    }
    case 'needs-a-hand': {
      const said = hand[report.reason](report);
      return { title: hand.title({ scheme }), said, elements: [text(said)] };
    }
    case 'closed': {
      const facts = (['tookPart', 'paired', 'met', 'notMet', 'notKnown'] as const).map((figure) => ({
        title: closed[figure],
        value: `${report[figure]}`,
      }));
      const said = facts.map(({ title, value }) => `${title}: ${value}`).join(', ');
      return { title: closed.title({ scheme }), said, elements: [factSet(facts)] };
    }
  }
}
