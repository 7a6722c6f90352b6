import { toIso } from '../../../core/time/instant.ts';
import type { Message } from '../../../core/words/message.ts';
import { slotText } from '../../../core/words/when.ts';
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
import { tabButton } from '../tab-link.ts';

type Told = Extract<Message, { readonly kind: 'coordinator' }>;

/** What a coordinator is told of a scheme, in numbers. */
export function coordinatorNewsCard({ scheme, round, report }: Told, reading: Reading): AdaptiveCard {
  const { words } = reading;
  const { title, said, elements } = contentOf(scheme.name, report, reading);
  const { look } = words.month.coordinator.draft;
  const looks =
    report.about === 'draft' ? tabButton(`rounds/${scheme.id}/${round}/preview`, reading, look) : [];
  return card(
    words.language,
    `${title}. ${said}`,
    [banner(title), ...elements],
    withPrimary([
      ...looks,
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

function contentOf(scheme: string, report: Told['report'], { words, tag, zone }: Reading): Content {
  const { draft, paired, hand, closed } = words.month.coordinator;
  switch (report.about) {
    case 'draft': {
      const at = toIso(report.releasesAt);
      const { day, from: time } = slotText({ start: at, end: at }, zone, tag);
      const lines = [paired.line(report), report.waits ? draft.waits({ day }) : draft.timed({ day, time })];
      return {
        title: draft.title({ scheme }),
        said: lines.join(' '),
        elements: lines.map((line) => text(line)),
      };
    }
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
