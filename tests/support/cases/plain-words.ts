import type { Message } from '../../../core/words/message.ts';
import type { Report } from '../../../core/records/report.ts';
import type { PairingView } from '../../../core/words/pairing-view.ts';
import { listText } from '../../../core/words/when.ts';
import { momentText, spanText } from './moments.ts';

/** What an operation of the bot answered. */
export interface Answer {
  readonly kind: string;
  readonly reason?: string;
  readonly pairing?: PairingView | null;
}

/** @example 'moved by Ben, with Ben on Mon 14 Dec 10:00 to 10:30' */
export function messageInWords(message: Message): string {
  switch (message.kind) {
    case 'unplaced':
      return `nobody to meet, ${message.reason}`;
    case 'invited':
      return `invited by ${message.by}`;
    case 'called-off':
      return `called off${message.by ? ` by ${message.by.name} "${message.by.word}"` : ''}, with ${namesOf(message.partners)}`;
    case 'remind':
    case 'before':
    case 'met':
    case 'again':
      return `${message.kind}, ${pairingInWords(message.pairing)}`;
    case 'choose': {
      const booked =
        message.bookedAt === null ? '' : `, else booked ${momentText(Date.parse(message.bookedAt))}`;
      return `choose, ${message.passed} passed, ${pairingInWords(message.pairing)}${booked}`;
    }
    case 'call':
      return message.asks ? 'call: in this round?' : 'call: you are in';
    case 'back':
      return `back from ${message.until}`;
    case 'still':
      return message.asks ? 'still there?' : 'stepped out';
    case 'coordinator':
      return reportInWords(message.report);
    case 'pairing': {
      const { news, because, insteadOf, passedOver, pairing } = message;
      const by = because === null ? '' : ` by ${because === 'you' ? 'you' : because.name}`;
      const instead = insteadOf === null ? '' : ` instead of ${insteadOf}`;
      return `${news}${by}${instead}${passedOver ? ', not as proposed' : ''}, ${pairingInWords(pairing)}`;
    }
  }
}

/** @example 'answered refused, changed' */
export function answerInWords({ kind, reason, pairing }: Answer): string {
  const why = reason === undefined ? '' : `, ${reason}`;
  return `answered ${kind}${why}${pairing ? `, ${pairingInWords(pairing)}` : ''}`;
}

function pairingInWords({ state, slot, offer, partners }: PairingView): string {
  const others = `with ${namesOf(partners)}`;
  if (state === 'cancelled' || state === 'failed') return `${others}, ${state}`;
  const times = offer?.map(slotText);
  const choice = times && (times.length === 0 ? 'no time is left' : `choose ${times.join(' or ')}`);
  return [slot === null ? others : `${others} on ${slotText(slot)}`, choice].filter(Boolean).join(', ');
}

export function namesOf(people: readonly { readonly name: string }[]): string {
  return listText(people.map(({ name }) => name).sort(), 'en-GB');
}

function slotText({ start, end }: NonNullable<PairingView['slot']>): string {
  return spanText(Date.parse(start), Date.parse(end));
}

function reportInWords(report: Report): string {
  if (report.about === 'draft') {
    const { pairs, trios, without, releasesAt, waits } = report;
    const until = `${waits ? 'waits, at the latest' : 'goes out'} ${momentText(releasesAt)}`;
    return `draft: pairs ${pairs}, trios ${trios}, without ${without}, ${until}`;
  }
  const { about, ...figures } = report;
  return `${about}: ${Object.entries(figures)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')}`;
}
