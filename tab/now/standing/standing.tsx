import { Button } from '@fluentui/react-components';
import { lazy, useState } from 'react';
import { useAct } from '../../api/use-act.ts';
import { useApp } from '../../context/app-context.ts';
import { hrefOf, type Route } from '../../context/route.ts';
import type { StandingScene } from '../decide-now.ts';
import { useLook } from '../look.ts';
import { Empty } from './empty.tsx';
import { textsOf } from './texts.ts';

const Rules = lazy(() => import('./rules.tsx'));

/** Somebody who takes part, or did, and has no meeting: the true reason, a date, and one thing to do. */
export function Standing({ scene }: { readonly scene: StandingScene }) {
  const app = useApp();
  const act = useAct();
  const [asksRules, askRules] = useState(false);
  const { scheme, state } = scene;
  const rejoin = (): void => {
    if (scheme.rules.accepted) act({ kind: 'join', scheme: scheme.id }, app.words.now.paused.backSaid);
    else askRules(true);
  };
  if (asksRules && state === 'left')
    return (
      <Rules
        scheme={scheme}
        isNew={false}
        back={() => {
          askRules(false);
        }}
      />
    );
  return (
    <Empty picture={state} texts={textsOf(scene, app)}>
      <Acts scene={scene} rejoin={rejoin} />
    </Empty>
  );
}

function Acts({ scene, rejoin }: { readonly scene: StandingScene; readonly rejoin: () => void }) {
  const look = useLook();
  const { words } = useApp();
  const act = useAct();
  const { chat, now } = words;
  const { scheme, round, state } = scene;
  const about = { scheme: scheme.id, round };
  // Each has its key: the focus does not slip from a button to the one that does the opposite.
  const primary = (label: string, press: () => void) => (
    <Button key={label} appearance="primary" className={look.wide} onClick={press}>
      {label}
    </Button>
  );
  const secondary = (label: string, press: () => void) => (
    <Button key={label} className={look.wide} onClick={press}>
      {label}
    </Button>
  );
  const link = (label: string, route: Route) => (
    <Button as="a" className={look.wide} href={hrefOf(route)}>
      {label}
    </Button>
  );
  const skip = (): void => {
    act({ kind: 'skip', ...about }, now.asked.skipSaid);
  };
  const countIn = (): void => {
    act({ kind: 'take-part', ...about }, now.asked.inSaid);
  };
  switch (state) {
    case 'waiting':
      return secondary(chat.buttons['skip-this'], skip);
    case 'asked':
      return (
        <div className={look.buttons}>
          {primary(chat.month.buttons['count-me-in'], countIn)}
          {secondary(chat.month.buttons['not-this-time'], skip)}
        </div>
      );
    case 'skipped':
      return round === scheme.next.week
        ? primary(chat.month.buttons['count-me-in'], countIn)
        : link(chat.buttons.history, { view: 'history' });
    case 'paused':
      return primary(chat.buttons['come-back'], () => {
        act({ kind: 'resume', scheme: scheme.id }, now.paused.backSaid);
      });
    case 'left':
      return primary(chat.buttons['come-back'], rejoin);
    case 'unplaced':
      return link(scene.reason === 'alone' ? chat.buttons.invite : chat.buttons.settings, {
        view: 'my-settings',
      });
    case 'called-off':
      return secondary(chat.buttons['skip-this'], skip);
  }
}
