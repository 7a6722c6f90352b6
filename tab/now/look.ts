import { makeStyles, tokens } from '@fluentui/react-components';

/** Looks that the parts of *Now* share. */
export const useLook = makeStyles({
  /** Two columns where there is room for them. */
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '12px 32px',
    alignItems: 'start',
    '@media (min-width: 720px)': { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' },
  },
  column: { display: 'flex', flexDirection: 'column', gap: '12px', minWidth: 0 },
  lines: { display: 'flex', flexDirection: 'column', gap: '2px', minWidth: 0 },
  /** Buttons side by side; each as wide as its words, in as many lines as it takes. */
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  wide: { width: '100%', '@media (min-width: 480px)': { width: 'auto', alignSelf: 'flex-start' } },
  text: { margin: 0 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'none',
  },
  /** In one line with what follows. */
  runIn: { display: 'inline', marginInlineEnd: '8px' },
});
