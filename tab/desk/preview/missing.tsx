import { Link } from '@fluentui/react-components';
import { useApp } from '../../context/app-context.ts';
import { hrefOf } from '../../context/route.ts';
import { city, dayAndTime } from '../../format/times.ts';
import { Loaded, Notice } from '../../parts/states.tsx';
import { useToday } from '../use-desk.ts';
import { useSaying } from './say/use-saying.ts';

interface Props {
  readonly scheme: string;
  readonly round: string;
}

/** A round has no draft: when it will have one, or why it has none. */
export function Missing({ scheme, round }: Props) {
  const { words, locale } = useApp();
  const { said } = useSaying();
  const query = useToday(scheme);
  return (
    <Loaded words={words} query={query}>
      {({ next, zone, schemeName }) => {
        const { due, none, other, settings } = said.missing;
        if (next.round !== round)
          return (
            <Notice {...other}>
              <Link href={hrefOf({ view: 'round', scheme, round, query: '' })}>{said.follow}</Link>
            </Notice>
          );
        if (next.draftAt === null)
          return (
            <Notice title={none.title} text={none.text({ scheme: schemeName })}>
              <Link href={hrefOf({ view: 'settings', scheme })}>{settings({ scheme: schemeName })}</Link>
            </Notice>
          );
        const when = dayAndTime(next.draftAt, zone, locale);
        return <Notice title={due.title} text={due.text({ when, city: city(zone) })} />;
      }}
    </Loaded>
  );
}
