import type { meeting as en } from '../en/meeting.ts';
import type { Translation } from '../icu/text.ts';

export const meeting = {
  pairing: {
    title: 'Sie treffen {names}',
    unbooked: 'Ich buche den Termin noch. Sobald er feststeht, hören Sie von mir.',
    when: '{day}, {from} bis {to} Uhr ({zone})',
    whenFor: 'Bei {name} ist es dann {from} bis {to} Uhr ({zone}).',
    whenForOnDay: 'Bei {name} ist es dann {day}, {from} bis {to} Uhr ({zone}).',
    minutes: '{minutes, number} Minuten, bei einem Lieblingsgetränk',
    firstTime: 'Sie wurden einander noch nie zugelost.',
    trio: 'Sie sind zu dritt, damit niemand übrig bleibt.',
    newLink: 'Von {one} und {other} hat sich noch niemand getroffen.',
    lastMet:
      '{rounds, plural, one {Zuletzt getroffen haben Sie sich in der vorigen Runde.} other {Zuletzt getroffen haben Sie sich vor # Runden.}}',
    question: 'Ein Anfang, wenn Sie mögen. {theme}: {question}',
    cannotAfterWeek:
      'Passt es doch nicht? Lehnen Sie die Einladung in Outlook ab: Dann sage ich das Treffen ab, und niemand wartet auf Sie. Nach der Woche der Gespräche habe ich keine anderen Zeiten.',
    noLink: 'Diese Einladung kam ohne Teams-Link. Rufen Sie einander zur vereinbarten Zeit in Teams an.',
    you: 'Sie',
    answer: {
      none: 'Noch keine Antwort',
      accepted: 'Zugesagt',
      tentative: 'Vielleicht',
      declined: 'Abgesagt',
    },
    failed: 'Es ließ sich kein Treffen mehr buchen, bevor alle passenden Zeiten vorüber waren.',
    cancelled:
      'Dieses Treffen kann nun doch nicht stattfinden. Finde ich jemand anderen für Sie, hören Sie von mir.',
  },
  news: {
    moved: {
      you: 'Kein Problem. Ich habe Ihr Treffen mit {partners} verlegt.',
      other: '{name} kann zur bisherigen Zeit nun doch nicht, also habe ich Ihr Treffen verlegt.',
      nobody: 'Die bisherige Zeit hat nun doch nicht geklappt, also habe ich Ihr Treffen verlegt.',
    },
    'moved-by-hand': {
      other: '{name} hat die Zeit Ihres Treffens geändert.',
      nobody: 'Jemand, der diese Treffen betreut, hat die Zeit des Ihren geändert.',
    },
    proposed: {
      you: 'Die Zeit, die Sie vorgeschlagen haben, passt auch {partners}; sie ist gebucht.',
      other:
        '{name} hat eine Zeit vorgeschlagen, die auch in Ihrem Kalender frei ist, also habe ich Ihr Treffen verlegt.',
      nobody: 'Es wurde eine Zeit vorgeschlagen, die allen passt, also habe ich Ihr Treffen verlegt.',
    },
    chosen: {
      other: '{name} hat eine Zeit gewählt, die auch in Ihrem Kalender frei ist.',
      nobody: 'Die Zeit ist gewählt.',
    },
    'booked-instead': {
      other: '{name} hat keine Zeit gewählt, also habe ich eine für Sie gebucht.',
      nobody:
        'Noch hatte niemand eine Zeit gewählt, also habe ich eine gebucht, die bei Ihnen allen frei ist.',
    },
    asked: {
      you: 'Kein Problem. Die Zeit mit {partners} habe ich abgesagt; vielleicht passt Ihnen eine andere besser.',
      other: '{name} kann zu dieser Zeit nun doch nicht, also ist sie in Ihrem Kalender wieder frei.',
      nobody: 'Die Zeit, die ich gefunden hatte, hat nun doch nicht geklappt.',
    },
    'member-left': {
      other:
        '{name} ist diesmal nun doch nicht dabei, Sie sind jetzt also zu zweit. Ihr Treffen bleibt wie gebucht.',
      nobody:
        'Jemand von Ihnen ist diesmal nun doch nicht dabei, Sie sind jetzt also zu zweit. Ihr Treffen bleibt wie gebucht.',
    },
    'member-joined': {
      you: 'Ich habe Gesellschaft für Sie gefunden: Sie kommen zu {partners} dazu.',
      other: '{name} kommt dazu, Sie sind jetzt also zu dritt.',
      nobody: 'Jemand kommt dazu, Sie sind jetzt also zu dritt.',
    },
    rematched: {
      other: '{name} kann diesmal nun doch nicht dabei sein, also habe ich jemand anderen für Sie gefunden.',
      nobody: 'Gute Nachricht: Ich habe in dieser Runde jemand Neues für Sie gefunden.',
    },
    'moved-by-coordinator': {
      you: 'Sie haben dieses Treffen mit {partners} verlegt.',
      other: '{name} betreut diese Treffen und hat Ihres verlegt.',
      nobody: 'Jemand, der diese Treffen betreut, hat Ihres verlegt.',
    },
    'paired-by-coordinator': {
      you: 'Sie haben sich selbst ein Treffen mit {partners} gegeben.',
      other: '{name} betreut diese Treffen und hat in dieser Runde jemanden für Sie gefunden.',
      nobody: 'Jemand, der diese Treffen betreut, hat in dieser Runde jemanden für Sie gefunden.',
    },
  },
  insteadOf: '{name} kann diesmal nun doch nicht dabei sein. {said}',
  passedOver: 'Die Zeit, die Sie vorgeschlagen haben, hat leider nicht allen gepasst.',
  kept: 'Es bleibt bei Ihrem Treffen.',
  choose: {
    title: 'Wann möchten Sie {names} treffen?',
    suggested: 'Sie sind für diese Runde ausgelost, und diese Zeiten sind bei Ihnen allen frei.',
    suggestedToAll:
      'Sie sind für diese Runde ausgelost, und diese Zeiten sind in den Kalendern frei, die ich lesen kann.',
    memberLeft: {
      other: '{name} kann diesmal nun doch nicht dabei sein, Sie sind jetzt also zu zweit.',
      nobody: 'Jemand von Ihnen kann diesmal nun doch nicht dabei sein, Sie sind jetzt also zu zweit.',
    },
    howAll:
      'Wählen Sie eine Zeit. Ich kann nicht alle Kalender lesen, daher buche ich sie, sobald alle dieselbe gewählt haben.',
    wish: '{name} würde gern {when} nehmen: Wählen Sie diese Zeit auch, oder eine andere.',
    yourWish: 'Ihr Wunsch: {when}.',
    agreed: {
      other: '{name} hat dieselbe Zeit gewählt wie Sie, damit steht sie fest.',
      nobody: 'Alle haben dieselbe Zeit gewählt, damit steht sie fest.',
    },
    how: 'Wählen Sie eine Zeit. Wer zuerst wählt, entscheidet, und alle erhalten die Einladung.',
    keep: 'Ihr Treffen bleibt am {when}, solange niemand von Ihnen eine andere Zeit wählt. Soll es dabei bleiben, müssen Sie nichts tun.',
    keepAll:
      'Ihr Treffen bleibt am {when}, solange nicht alle dieselbe andere Zeit wählen. Soll es dabei bleiben, müssen Sie nichts tun.',
    none: 'In der Woche der Gespräche passt keine Zeit mehr allen. Möchten Sie sich trotzdem treffen, schreiben Sie an {names} und machen Sie eine Zeit unter sich aus; die nächste Runde bringt jemand Neues.',
    notNow: 'Im Augenblick steht keine Zeit zur Wahl. Das ist der Stand jetzt.',
    chosen: 'Abgemacht. Die Einladung ist unterwegs an alle.',
    wished: 'Ich gebe Ihren Wunsch weiter. Gebucht wird die Zeit, sobald alle sie gewählt haben.',
    offeredToAll: 'Kein Problem. Diese Zeiten sind im Augenblick in den Kalendern frei, die ich lesen kann.',
    offered: 'Kein Problem. Diese Zeiten sind im Augenblick bei Ihnen allen frei.',
    refused: {
      'no-pairing': 'Sie haben gerade kein Treffen, es steht also keine Zeit zur Wahl.',
      'not-taking-part':
        'Sie machen zu dieser Zeit nicht mit, also habe ich nichts geändert. Möchten Sie wieder dabei sein, schreiben Sie „mitmachen“.',
      changed: 'Seit ich Ihnen das gezeigt habe, hat sich etwas geändert. Das ist der Stand jetzt.',
      taken: 'Diese Zeit ist leider nicht mehr frei. Das ist der Stand jetzt.',
      begun:
        'Dieses Treffen hat schon begonnen oder ist vorbei und lässt sich nicht mehr verlegen. Kommt es nicht zustande, sagen Sie es mir danach, und ich suche eine andere Zeit.',
      'no-slot':
        'Ich habe noch einmal nachgesehen: Keine andere Zeit in der Woche der Gespräche passt allen. Das ist der Stand jetzt.',
    },
  },
  calledOff: {
    title: 'Ihr Treffen mit {names} fällt aus',
    why: 'Es kann diesmal nun doch nicht stattfinden; so etwas kommt vor, und niemand kann etwas dafür.',
    looking:
      'Ich suche in dieser Runde jemand anderen für Sie. Sobald ich jemanden gefunden habe, hören Sie von mir.',
    by: {
      other: '{name} betreut diese Treffen und hat es abgesagt.',
      nobody: 'Jemand, der diese Treffen betreut, hat es abgesagt.',
    },
    word: 'Dazu heißt es: {word}',
    ended: 'Sie müssen nichts tun, und ich suche niemand anderen. Die nächste Runde bringt jemand Neues.',
  },
  unplaced: {
    title: 'Diesmal kein Treffen bei {scheme}',
    reasons: {
      'away-all-week':
        'Ihr Kalender hat in der ganzen Woche keine freie Zeit innerhalb Ihrer Arbeitszeit, also habe ich Sie in Ruhe gelassen.',
      'no-common-slot':
        'Keine Zeit war zugleich bei Ihnen und bei jemandem frei, den Sie treffen könnten. Halten Sie, wenn es geht, nächstes Mal eine halbe Stunde frei und prüfen Sie die Arbeitszeiten in Ihren Outlook-Einstellungen.',
      'better-used-elsewhere':
        'Die Zahlen gingen nicht auf: Die Menschen, die zur gleichen Zeit wie Sie frei waren, hatten nur einander. Das tut mir leid; die nächste Runde wird neu ausgelost.',
      'calendar-unreadable':
        'Ich konnte Ihren Kalender nicht lesen und habe niemanden gefunden, der in Ihrer üblichen Arbeitszeit frei war. Fragen Sie Ihre IT, ob mit Ihrem Postfach alles in Ordnung ist.',
      'left-out':
        'Die Runde wurde diesmal ohne Sie geplant, von denen, die sich um sie kümmern. Beim nächsten Mal sind Sie wieder dabei.',
      'called-off':
        'Jemand, der diese Treffen betreut, hat Ihres abgesagt. Die nächste Runde bringt jemand Neues.',
      'record-unreadable':
        'Was ich mir über Sie gemerkt habe, ließ sich nicht lesen, also konnte ich niemanden für Sie suchen. Das liegt nicht an Ihnen; auch wer die Gespräche koordiniert, sieht es.',
      alone: 'Diesmal hat sonst niemand mitgemacht. Erzählen Sie jemandem davon: Zwei genügen.',
      'not-booked':
        'Sie wurden jemandem zugelost, aber es ließ sich kein Termin mehr buchen, bevor alle passenden vorüber waren. Das tut mir leid; die nächste Runde macht es wieder gut.',
      unreachable:
        'Ich konnte Sie nicht erreichen: Die App war entfernt oder blockiert. Da Sie dies lesen, sind Sie in der nächsten Runde dabei.',
      'joined-late':
        'Sie sind nach der Auslosung dazugekommen oder zurückgekehrt, und ich habe für diese Runde niemanden gefunden, der mit Ihnen Zeit hätte.',
      'partner-left':
        'Wer Sie treffen sollte, konnte diesmal nun doch nicht dabei sein, und ich habe rechtzeitig niemand anderen für Sie gefunden. Das tut mir leid; die nächste Runde macht es wieder gut.',
      'not-in-directory':
        'Ich habe Ihr Konto im Verzeichnis nicht mehr gefunden. Fragen Sie Ihre IT, ob es aktiviert ist.',
    },
    next: 'Sie müssen nichts tun: In der nächsten Runde, in der Woche ab {week}, sind Sie wieder dabei. Möchten Sie lieber aussetzen, machen Sie Pause.',
  },
} as const satisfies Translation<typeof en>;
