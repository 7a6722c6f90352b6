import type { SchemeSettings } from '../../../../core/schemes/settings-schemas.ts';
import { useApp } from '../../../context/app-context.ts';
import { date } from '../../../format/times.ts';
import { useLooks } from '../../../settings/looks.ts';
import { ChoiceField } from '../../../settings/wishes/choice-field.tsx';
import { useDeskWords } from '../../desk-words.ts';
import type { FieldsProps } from './fields-props.ts';
import { mondaysAfter, weekdayBefore } from './mondays.ts';
import { Radios } from './radios.tsx';
import { TimeField } from './time-field.tsx';
import { ZoneField } from './zone-field.tsx';

type Cadence = SchemeSettings['cadence'];

/** The limits of `cadence` and `pairing` in core/records/scheme.ts. */
const weeksApart = Array.from({ length: 11 }, (_, n) => n + 2);
const daysBefore = Array.from({ length: 21 }, (_, n) => n + 1);

interface Props extends FieldsProps {
  /** Now: ISO 8601 instant. */
  readonly at: string;
}

/** On whose clock, how often, and when people are paired. */
export function WhenFields({ typed, faults, onChange, at }: Props) {
  const { locale } = useApp();
  const looks = useLooks();
  const said = useDeskWords().scheme;
  const { zone, cadence, pairing } = typed;
  const mondays = mondaysAfter(at, 12);
  const kinds: Readonly<Record<Cadence['kind'], Cadence>> = {
    monthly: { kind: 'monthly', week: 2 },
    weeks: { kind: 'weeks', every: 4, from: mondays[1] ?? '' },
  };
  return (
    <>
      <ZoneField
        value={zone}
        fault={faults.zone === undefined ? null : said[faults.zone]}
        onChange={(name) => {
          onChange({ zone: name });
        }}
      />
      <Radios
        label={said.cadence}
        value={cadence.kind}
        choices={[
          ['monthly', said.cadences.monthly],
          ['weeks', said.cadences.weeks],
        ]}
        onChange={(kind) => {
          onChange({ cadence: kinds[kind] });
        }}
      />
      <div className={looks.row}>
        {cadence.kind === 'monthly' ? (
          <ChoiceField
            label={said.monthWeek}
            value={`${cadence.week}`}
            choices={said.monthWeeks.map((text, n) => [`${n + 1}`, text] as const)}
            onChange={(week) => {
              onChange({ cadence: { kind: 'monthly', week: Number(week) } });
            }}
          />
        ) : (
          <>
            <ChoiceField
              label={said.every}
              value={`${cadence.every}`}
              choices={weeksApart.map((n) => [`${n}`, said.everyWeeks({ n })] as const)}
              onChange={(every) => {
                onChange({ cadence: { ...cadence, every: Number(every) } });
              }}
            />
            <ChoiceField
              label={said.since}
              value={cadence.from}
              choices={[...new Set([cadence.from, ...mondays])]
                .sort()
                .map((monday) => [monday, said.weekOf({ monday: date(monday, locale) })] as const)}
              onChange={(from) => {
                onChange({ cadence: { ...cadence, from } });
              }}
            />
          </>
        )}
      </div>
      <div className={looks.row}>
        <ChoiceField
          label={said.pairingDay}
          hint={said.pairingDayText}
          fault={faults.pairingDay === undefined ? null : said[faults.pairingDay]}
          value={`${pairing.daysBefore}`}
          choices={daysBefore.map((n) => {
            const day = weekdayBefore(n, locale);
            return [`${n}`, said.daysBefore({ day, n })] as const;
          })}
          onChange={(days) => {
            onChange({ pairing: { ...pairing, daysBefore: Number(days) } });
          }}
        />
        <TimeField
          label={said.pairingAt}
          value={pairing.at}
          fault={faults.pairingAt === undefined ? null : said[faults.pairingAt]}
          onChange={(time) => {
            onChange({ pairing: { ...pairing, at: time } });
          }}
        />
      </div>
    </>
  );
}
