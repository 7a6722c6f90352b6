import { makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** A live region: screen readers say the sentence when it changes. It stays in the page, or some would miss it. */
export function Announcer({ sentence }: { readonly sentence: string }) {
  return (
    <div role="status" aria-live="polite" className={useStyles().hidden}>
      {sentence}
    </div>
  );
}
