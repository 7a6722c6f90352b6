import { makeStyles } from '@fluentui/react-components';

/** What the parts of a preview look like. */
export const useLooks = makeStyles({
  card: { padding: '16px', gap: '8px' },
  stack: { display: 'flex', flexDirection: 'column', gap: '2px', alignItems: 'flex-start' },
  acts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px',
    // What buttons say is in line with the words beside them.
    marginBlock: '-5px',
    marginInlineStart: '-8px',
    '& button': { minWidth: 'auto', paddingInline: '8px' },
    '@media (pointer: coarse)': { '& button': { minHeight: '44px' } },
  },
});
