import { makeStyles, tokens } from '@fluentui/react-components';
import { drawings } from './drawings.tsx';

const useStyles = makeStyles({
  picture: {
    flexShrink: 0,
    width: '120px',
    height: '80px',
    color: tokens.colorBrandForeground1,
    // Teams' windows can be low: then the words come first.
    '@media (max-height: 420px)': { display: 'none' },
  },
});

/** A small line drawing that goes with what *Now* says. It says nothing that the words do not. */
export function Picture({ of }: { readonly of: keyof typeof drawings }) {
  return (
    <svg
      className={useStyles().picture}
      viewBox="0 0 120 80"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      data-picture={of}
    >
      {drawings[of]}
    </svg>
  );
}
