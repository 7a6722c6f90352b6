import { MessageBar, MessageBarBody } from '@fluentui/react-components';

/** Says, where somebody did something, that it was not done, and why. */
export function Failure({ children }: { readonly children: string }) {
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>{children}</MessageBarBody>
    </MessageBar>
  );
}
