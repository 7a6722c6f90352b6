import type { invitation as en } from '../en/invitation.ts';
import type { Translation } from '../icu/text.ts';

export const invitation = {
  invitation: {
    phone:
      'Am Telefon: {caller} ruft {called} an. Die Nummer steht auf der Kontaktkarte von {called} in Teams oder Outlook; fehlt sie dort, geht es mit dem Telefonsymbol im gemeinsamen Chat in Teams. Falls Sie einander nicht erreichen oder inzwischen zu dritt sind, nehmen Sie den Teams-Link dieser Einladung.',
    greeting: 'Hallo,',
    opening:
      '{scheme} hat Sie durch das Los zusammengebracht: {minutes, number} Minuten, um sich bei einem Lieblingsgetränk kennenzulernen. Eine Tagesordnung gibt es nicht.',
    move: 'Passt eine andere Zeit besser? Lehnen Sie in Outlook mit einem Zeitvorschlag ab, oder schreiben Sie dem UnMentoring-Bot in Teams „andere Zeit“. Niemand nimmt Ihnen das übel.',
    stop: 'Sie möchten nicht mehr mitmachen? Schreiben Sie dem Bot „abmelden“.',
  },
  cancellation: {
    asked:
      'Diese Zeit hat nicht für alle gepasst und ist in Ihren Kalendern wieder frei. Welche anderen Zeiten es gibt, erfahren Sie von {scheme} im Teams-Chat.',
    cancelled:
      'Dieses Gespräch kann nun doch nicht stattfinden; so etwas kommt vor. Wie es weitergeht, erfahren Sie von {scheme} im Teams-Chat.',
    cancelledBy:
      '{name} kann diesmal nun doch nicht dabei sein; so etwas kommt vor. Wie es weitergeht, erfahren Sie von {scheme} im Teams-Chat.',
    withdrawn: 'Dieser Termin gilt nicht mehr. Wie es weitergeht, erfahren Sie von {scheme} im Teams-Chat.',
  },
} as const satisfies Translation<typeof en>;
