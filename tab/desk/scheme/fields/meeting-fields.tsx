import { Checkbox, makeStyles, Switch } from '@fluentui/react-components';
import type { SchemeSettings } from '../../../../core/schemes/settings-schemas.ts';
import { useApp } from '../../../context/app-context.ts';
import { useLooks } from '../../../settings/looks.ts';
import { useDeskWords } from '../../desk-words.ts';
import type { FieldsProps } from './fields-props.ts';
import { Group } from './group.tsx';
import { weekdayBefore } from './mondays.ts';
import { Radios } from './radios.tsx';
import { TimeField } from './time-field.tsx';

const useStyles = makeStyles({
  days: { display: 'flex', flexWrap: 'wrap', gap: '0 8px' },
});

const lengths = { '30': 30, '45': 45, '60': 60 } as const;
const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** How long meetings are, how they come about, and between which hours. */
export function MeetingFields({ typed, faults, onChange }: FieldsProps) {
  const { locale } = useApp();
  const styles = useStyles();
  const said = useDeskWords().scheme;
  const { booking, lunch, minutes, workingHours: work } = typed;
  const setWork = (change: Partial<SchemeSettings['workingHours']>): void => {
    onChange({ workingHours: { ...work, ...change } });
  };
  return (
    <>
      <Radios
        label={said.length}
        hint={said.lengthText}
        value={`${minutes}`}
        choices={(['30', '45', '60'] as const).map((n) => [n, said.minutes({ n: lengths[n] })] as const)}
        onChange={(length) => {
          onChange({ minutes: lengths[length] });
        }}
      />
      <Radios
        label={said.booking}
        value={booking}
        choices={[
          ['automatic', said.bookings.automatic],
          ['suggestions', said.bookings.suggestions],
        ]}
        onChange={(chosen) => {
          onChange({ booking: chosen });
        }}
      />
      {booking === 'suggestions' && (
        <Switch
          checked={typed.booksForSilent}
          label={said.booksForSilent}
          onChange={(_, { checked }) => {
            onChange({ booksForSilent: checked });
          }}
        />
      )}
      <Group
        label={said.work}
        hint={said.workText}
        fault={faults.days === undefined ? null : said[faults.days]}
      >
        <div className={styles.days}>
          {days.map((day, n) => (
            <Checkbox
              key={day}
              label={weekdayBefore(7 - n, locale)}
              checked={work.days.includes(day)}
              aria-invalid={faults.days !== undefined || undefined}
              onChange={(_, { checked }) => {
                const chosen = days.filter((one) =>
                  one === day ? checked === true : work.days.includes(one),
                );
                setWork({ days: chosen });
              }}
            />
          ))}
        </div>
        <Times start="workStart" end="workEnd" times={work} faults={faults} onChange={setWork} />
      </Group>
      <Group label={said.lunch} hint={said.lunchText}>
        <Times
          start="lunchStart"
          end="lunchEnd"
          times={lunch}
          faults={faults}
          onChange={(change) => {
            onChange({ lunch: { ...lunch, ...change } });
          }}
        />
      </Group>
    </>
  );
}

interface TimesProps extends Pick<FieldsProps, 'faults'> {
  readonly start: 'workStart' | 'lunchStart';
  readonly end: 'workEnd' | 'lunchEnd';
  readonly times: { readonly start: string; readonly end: string };
  readonly onChange: (change: { start?: string; end?: string }) => void;
}

/** From when to when. */
function Times({ start, end, times, faults, onChange }: TimesProps) {
  const looks = useLooks();
  const said = useDeskWords().scheme;
  const [startFault, endFault] = [faults[start], faults[end]];
  return (
    <div className={looks.row}>
      <TimeField
        label={said[start]}
        value={times.start}
        fault={startFault === undefined ? null : said[startFault]}
        onChange={(time) => {
          onChange({ start: time });
        }}
      />
      <TimeField
        label={said[end]}
        value={times.end}
        fault={endFault === undefined ? null : said[endFault]}
        onChange={(time) => {
          onChange({ end: time });
        }}
      />
    </div>
  );
}
