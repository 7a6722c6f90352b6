import { makeStyles, tokens } from '@fluentui/react-components';

/** What the parts of a round's page look like. */
export const useRoundStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: '8px', marginTop: '32px' },
  heading: {
    margin: 0,
    outlineStyle: 'none',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  small: { minWidth: 'auto' },
  buttons: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
});
