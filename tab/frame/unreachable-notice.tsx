import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useApp } from '../context/app-context.ts';

const useStyles = makeStyles({ bar: { marginBottom: '16px' } });

/** Says that the bot's messages do not arrive, to somebody who had the app. */
export function UnreachableNotice() {
  const { me, words } = useApp();
  const styles = useStyles();
  const { title, text } = words.unreachable;
  if (me.settings.reachable) return null;
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle> {text}
      </MessageBarBody>
    </MessageBar>
  );
}
