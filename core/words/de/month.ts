import type { month as en } from '../en/month.ts';
import type { Translation } from '../icu/text.ts';

export const month = {
  buttons: {
    coming: 'Ich bin dabei',
    cannot: 'Ich kann nicht',
    write: '{name} schreiben',
    yes: 'Ja',
    'not-yet': 'Noch nicht',
    no: 'Nein',
    'did-meet': 'Doch, getroffen',
    'how-was-it': 'Wie es war',
    'not-this-time': 'Diesmal nicht',
    'count-me-in': 'Ich mache mit',
    'still-in': 'Ja, gern weiter',
  },
  notice: {
    pairing: 'Sie treffen jemand Neues.',
    change: 'Es gibt Neues zu Ihrem Treffen.',
    choose: 'Sie können eine Zeit wählen.',
    before: 'Ihr Treffen steht bevor.',
    remind: 'Sind Sie dabei?',
    met: 'Haben Sie sich getroffen?',
    again: 'Möchten Sie sich noch treffen?',
  },
  before: {
    today: 'Heute um {from} Uhr treffen Sie {names}',
    tomorrow: 'Morgen um {from} Uhr treffen Sie {names}',
    later: 'Am {weekday} um {from} Uhr treffen Sie {names}',
    away: 'Nach den Kalendern ist dann jemand von Ihnen abwesend. Diese Zeiten passen allen:',
  },
  remind: {
    coming: 'Wer diese Treffen betreut, wüsste gern: Sind Sie dabei?',
    choose: 'Wer diese Treffen betreut, wüsste gern: Welche Zeit passt Ihnen?',
  },
  coming: {
    noted: 'Notiert: Sie sind dabei. Ich wünsche Ihnen ein gutes Gespräch.',
    stillSuits: 'Es passt mir noch',
  },
  cannot: {
    lead: 'Kein Problem. Diese Zeiten passen allen:',
    none: 'Kein Problem. In dieser Woche finde ich keine andere Zeit, die allen passt. Sie können einander schreiben oder es diesmal lassen.',
  },
  met: {
    title: 'Haben Sie {names} getroffen?',
    was: 'Verabredet waren Sie am {when}. Sagen Sie einfach, wie es ist; niemand nimmt etwas übel.',
    how: 'Das freut mich. Sagen Sie ein Wort dazu, wenn Sie mögen; alles darf leer bleiben.',
    face: 'Wie war es?',
    faces: { '4': '😀 Wunderbar', '3': '🙂 Gut', '2': '😐 Geht so', '1': '🙁 Nicht meins' },
    takeaway: 'Eine Sache, die Sie mitnehmen',
    share: 'Das lesen nur Sie, außer Sie teilen es.',
    shareWith: 'Mit {names} teilen',
    kept: 'Das habe ich mir gemerkt. Danke, dass Sie sich die Zeit genommen haben.',
    keptShared:
      'Das habe ich mir gemerkt und geteilt, was Sie mitnehmen. Danke, dass Sie sich die Zeit genommen haben.',
    said: {
      yes: 'Sie haben {names} getroffen.',
      'not-yet': 'Sie haben {names} noch nicht getroffen.',
      no: 'Sie haben {names} diesmal nicht getroffen.',
    },
    no: 'Das kommt vor, und niemand nimmt es übel. Vielleicht führt Sie das Los ein andermal zusammen.',
    lead: 'Wollen wir eine andere Zeit suchen? Diese passen allen:',
    none: 'In den nächsten Tagen finde ich keine Zeit, die allen passt. Schreiben Sie einander, wenn Sie mögen; die nächste Runde bringt jemand Neues.',
  },
  again: {
    title: 'Möchten Sie {names} noch treffen?',
    lead: 'Letzte Woche hat es nicht geklappt, und das macht nichts. Diese Zeiten passen allen:',
  },
  choose: {
    passed:
      '{passed, plural, =0 {Noch hat niemand eine Zeit gewählt.} one {Noch hat niemand eine Zeit gewählt, und eine davon ist schon vorbei.} other {Noch hat niemand eine Zeit gewählt, und # davon sind schon vorbei.}}',
    booked: 'Wählt bis {when} niemand, buche ich die beste, die noch übrig ist, damit Sie sich treffen.',
    none: 'Ohne Zeit gibt es diesmal kein Treffen, und niemand nimmt es übel.',
  },
  call: {
    ask: 'Sind Sie diesmal dabei?',
    how: 'Die Auslosung von {scheme} ist am {pairing}, die Gespräche sind in der Woche ab {week}. Höre ich nichts, setzen Sie diesmal aus, und ich frage beim nächsten Mal wieder.',
    remind:
      'Sie sind in der nächsten Runde von {scheme} dabei: Die Auslosung ist am {pairing}, die Gespräche sind in der Woche ab {week}. Passt es Ihnen nicht, setzen Sie diesmal aus.',
    yes: 'Sie sind dabei: Die Auslosung ist am {pairing}, Ihr Gespräch liegt in der Woche ab {week}.',
    skipped: 'In Ordnung: Diesmal setzen Sie aus, und ich melde mich, wenn die nächste Runde naht.',
    refused: {
      closed: 'Diese Runde ist schon ausgelost.',
      'not-in': 'Sie machen im Augenblick nicht mit.',
      'unknown-scheme': 'Dieses Programm gibt es nicht mehr.',
    },
  },
  back: {
    title: 'Willkommen zurück',
    said: 'Ihre Pause bei {scheme} geht zu Ende: Ihr erster Tag zurück ist der {until}. Die nächste Auslosung ist am {pairing}, die Gespräche sind in der Woche ab {week}.',
  },
  still: {
    title: 'Möchten Sie bei {scheme} dabeibleiben?',
    ask: 'Seit drei Runden habe ich nichts von Ihnen gehört. Ein Klick genügt; möchten Sie lieber aufhören, ist das auch in Ordnung.',
    out: 'Ich habe Sie bei {scheme} vorerst abgemeldet, weil ich eine Weile nichts von Ihnen gehört habe. Ich merke mir, wen Sie getroffen haben, und ein Klick bringt Sie jederzeit zurück.',
    outTitle: 'Sie sind bei {scheme} vorerst nicht dabei',
    in: 'Gut zu wissen. Sie bleiben bei {scheme} dabei.',
  },
  refused: {
    'not-yours': 'Das ist kein Treffen von Ihnen, also habe ich nichts notiert.',
    changed: 'Ihr Treffen hat sich geändert, seit ich gefragt habe. Das ist der Stand jetzt.',
    'not-over': 'Dieses Treffen hat noch nicht begonnen. Ich frage Sie danach noch einmal.',
    over: 'Dieses Treffen hat schon begonnen. Ich frage Sie danach, wie es war.',
    closed:
      'Diese Runde ist abgeschlossen, es lässt sich nichts mehr eintragen. Die nächste ist schon unterwegs.',
  },
  outdated: {
    changed: 'Das hat sich geändert. Was jetzt gilt, steht in meiner Nachricht weiter unten.',
    newer: 'Weiter unten steht eine neuere Nachricht zu diesem Treffen.',
    over: 'Dieses Treffen ist vorbei. Weiter unten steht eine Frage dazu.',
  },
  coordinator: {
    draft: {
      title: '{scheme}: Die Runde ist bereit',
      timed:
        'Bis {day}, {time} können Sie sie ändern. Dann geht sie hinaus, oder früher, wenn Sie sie freigeben.',
      waits:
        'Sie wartet auf Ihre Freigabe. Gibt niemand sie frei, geht sie zu Beginn ihrer Woche hinaus, am {day}.',
      look: 'Runde ansehen',
    },
    paired: {
      title: '{scheme}: Die Runde ist ausgelost',
      line: '{pairs, plural, =0 {Keine Paare} one {Ein Paar} other {# Paare}}, {trios, plural, =0 {keine Dreiergruppe} one {eine Dreiergruppe} other {# Dreiergruppen}}; {without, plural, =0 {niemand bleibt übrig} one {eine Person bleibt übrig} other {# Personen bleiben übrig}}.',
    },
    hand: {
      title: '{scheme} braucht Hilfe',
      'refused-by-outlook':
        '{count, plural, one {Outlook lehnt eine Einladung immer wieder ab.} other {Outlook lehnt # Einladungen immer wieder ab.}} Wessen Einladung es ist, steht in Ihrer Registerkarte; warum, sieht der Betrieb.',
      'not-reached':
        '{count, plural, one {Eine Person} other {# Personen}} von {of, number} konnte ich nicht erreichen: Vielleicht ist die App blockiert oder entfernt.',
      'poison-messages':
        '{count, plural, one {Eine Aufgabe ist immer wieder gescheitert und wartet auf jemanden.} other {# Aufgaben sind immer wieder gescheitert und warten auf jemanden.}} Der Betrieb kann es noch einmal versuchen.',
      'without-meeting':
        '{count, plural, one {Eine Person} other {# Personen}} von {of, number} {count, plural, one {hat} other {haben}} in dieser Runde kein Treffen. Die Gründe stehen in Ihrer Registerkarte, Person für Person.',
    },
    closed: {
      title: '{scheme}: die Runde in fünf Zahlen',
      tookPart: 'Dabei',
      paired: 'Ausgelost',
      met: 'Getroffen',
      notMet: 'Nicht getroffen',
      notKnown: 'Nicht bekannt',
    },
  },
} as const satisfies Translation<typeof en>;
