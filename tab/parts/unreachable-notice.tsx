import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useApp } from '../context/app-context.ts';

const useStyles = makeStyles({ bar: { marginBottom: '16px' } });

export function UnreachableNotice() {
  const { title, text } = useApp().words.unreachable;
  return (
    <MessageBar intent="warning" layout="multiline" className={useStyles().bar}>
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle> {text}
      </MessageBarBody>
    </MessageBar>
  );
}
