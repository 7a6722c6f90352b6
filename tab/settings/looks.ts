import { makeStyles, tokens } from '@fluentui/react-components';

/** What the parts of the settings have in common. */
export const useLooks = makeStyles({
  /** Side by side, or one above the other where there is no room. */
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: '12px 16px' },
  /** A field and the button that uses it, foot by foot. */
  withButton: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: '8px 12px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  start: { alignSelf: 'flex-start' },
  field: { flex: '1 1 240px', minWidth: 0 },
  whole: { minWidth: 0 },
  time: { flex: '0 1 160px', minWidth: 0 },
  form: { display: 'flex', flexDirection: 'column', gap: '12px' },
  /** Takes the focus when what was pressed is gone. */
  reached: { display: 'flex', flexDirection: 'column', gap: '12px', outlineStyle: 'none' },
  /** A sentence beside a button. */
  beside: { color: tokens.colorNeutralForeground2, paddingTop: '6px' },
  /** A button beside a field: below its label, where it is beside it. */
  besideField: { '@media (min-width: 480px)': { marginTop: '24px' } },
  /** Long choices do not make a list wider than the screen. */
  narrow: { minWidth: 0, width: '100%' },
  bullets: { margin: 0, paddingInlineStart: '20px', overflowWrap: 'anywhere' },
  listed: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '4px 12px',
    padding: '4px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { flex: '1 1 120px', overflowWrap: 'anywhere' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
});
