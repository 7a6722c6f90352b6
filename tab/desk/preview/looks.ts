import { makeStyles, tokens } from '@fluentui/react-components';

/** What the parts of a preview look like. */
export const useLooks = makeStyles({
  card: { padding: '16px', gap: '8px' },
  stack: { display: 'flex', flexDirection: 'column', gap: '2px', alignItems: 'flex-start' },
  // Fluent's small buttons do not grow with their text.
  acts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px',
    marginBlock: '-2px',
    '& button': { minWidth: 'auto', padding: '1px 8px', fontWeight: tokens.fontWeightRegular },
    '@media (pointer: coarse)': { '& button': { minHeight: '44px' } },
  },
});
