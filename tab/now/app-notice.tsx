import { makeStyles, tokens } from '@fluentui/react-components';
import type { Now } from '../../core/api/me.ts';
import { useApp } from '../context/app-context.ts';
import { LinkButton } from './link-button.tsx';
import { useLook } from './look.ts';

const useStyles = makeStyles({
  notice: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    marginTop: '12px',
    padding: '12px 16px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
    overflowWrap: 'anywhere',
  },
});

/** The product cannot write to the reader: they never added the app, or they blocked it. How to mend that. */
export function AppNotice({ app }: { readonly app: Exclude<Now['app'], 'installed'> }) {
  const look = useLook();
  const { words, host } = useApp();
  const { open } = words.now.app;
  const { title, text } = words.now.app[app];
  return (
    <section className={useStyles().notice} aria-labelledby="app-title">
      <h2 id="app-title" className={look.heading}>
        {title}
      </h2>
      <p className={look.text}>{text}</p>
      {host.appId !== null && (
        <div className={look.buttons}>
          <LinkButton href={`https://teams.microsoft.com/l/app/${host.appId}`}>{open}</LinkButton>
        </div>
      )}
    </section>
  );
}
