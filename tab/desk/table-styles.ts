import { makeStyles, tokens } from '@fluentui/react-components';

const narrow = '@media (max-width: 560px)';

/** Tables that become stacked rows on a phone. */
export const useTableStyles = makeStyles({
  section: { marginTop: '32px' },
  heading: { margin: '0 0 8px', fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  quiet: { color: tokens.colorNeutralForeground2 },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow4,
    marginBottom: '8px',
    [narrow]: { display: 'block' },
  },
  head: {
    textAlign: 'start',
    color: tokens.colorNeutralForeground2,
    '& th': { textAlign: 'start', fontWeight: 400, padding: '10px 16px' },
    [narrow]: {
      position: 'absolute',
      clipPath: 'inset(50%)',
      width: '1px',
      height: '1px',
      overflow: 'hidden',
    },
  },
  row: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    [narrow]: { display: 'grid', gap: '4px', padding: '12px 16px' },
  },
  cell: {
    padding: '10px 16px',
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
    [narrow]: { display: 'block', padding: 0 },
  },
});
