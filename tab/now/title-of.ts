import type { AppContext } from '../context/app-context.ts';
import { namesOf } from '../parts/names.ts';
import type { Scene } from './decide-now.ts';

/** The heading of what *Now* shows. */
export function titleOf(scene: Scene, app: Pick<AppContext, 'words' | 'locale'>): string {
  const { chat, now } = app.words;
  switch (scene.kind) {
    case 'meeting':
      return chat.pairing.title({ names: namesOf(scene.pairing.partners, app) });
    case 'choose':
      return chat.choose.title({ names: namesOf(scene.pairing.partners, app) });
    case 'over': {
      const names = namesOf(scene.pairing.partners, app);
      const { said } = scene.meeting;
      return said === null ? chat.month.met.title({ names }) : chat.month.met.said[said]({ names });
    }
    case 'no-scheme':
      return chat.signUp.soon.title;
    case 'never-joined':
      return now.join.title;
    case 'standing':
      return standingTitle(scene, app);
  }
}

function standingTitle(
  { state, scheme, pairing }: Extract<Scene, { kind: 'standing' }>,
  app: Pick<AppContext, 'words' | 'locale'>,
): string {
  const { chat, now } = app.words;
  switch (state) {
    case 'asked':
      return chat.month.call.ask;
    case 'left':
      return now.left.title({ scheme: scheme.name });
    case 'unplaced':
      return chat.unplaced.title({ scheme: scheme.name });
    case 'called-off':
      return pairing === null
        ? chat.unplaced.title({ scheme: scheme.name })
        : chat.calledOff.title({ names: namesOf(pairing.partners, app) });
    case 'waiting':
    case 'skipped':
    case 'paused':
      return now[state].title;
  }
}
