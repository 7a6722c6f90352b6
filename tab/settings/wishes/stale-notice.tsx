import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useApp } from '../../context/app-context.ts';
import { offeredLanguages } from '../../words/load.ts';
import { useLooks } from '../looks.ts';
import { asInTeams, type Field, type Form } from './form.ts';

interface Props {
  /** What is stored now. */
  readonly stored: Form;
  readonly changed: readonly Field[];
  readonly minutes: number;
}

/** Says what was changed elsewhere while somebody filled in their settings. */
export function StaleNotice({ stored, changed, minutes }: Props) {
  const looks = useLooks();
  const { mySettings, chat } = useApp().words;
  const { wishes } = mySettings;
  const labels: Readonly<Record<Field, string>> = {
    drink: chat.signUp.drink,
    about: chat.signUp.about,
    askMe: chat.signUp.askMe,
    hours: mySettings.hours,
    minutes: mySettings.minutes,
    call: chat.signUp.call,
    third: chat.signUp.third.name,
    language: chat.signUp.language,
    quiet: wishes.quiet,
  };
  const values: Readonly<Record<Field, string>> = {
    drink: stored.drink,
    about: stored.about,
    askMe: stored.askMe,
    hours: mySettings.hoursChoices[stored.hours],
    minutes:
      stored.minutes === 'scheme'
        ? mySettings.schemeMinutes({ minutes })
        : mySettings.longer({ minutes: Number(stored.minutes) }),
    call: chat.signUp.calls[stored.call],
    third: stored.third ? wishes.yes : wishes.no,
    language:
      stored.language === asInTeams
        ? chat.signUp.asInTeams
        : (offeredLanguages.find(({ tag }) => tag === stored.language)?.autonym ?? stored.language),
    quiet:
      stored.quiet === 'work' ? wishes.quietChoices.work : wishes.times({ from: stored.from, to: stored.to }),
  };
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{wishes.staleTitle}</MessageBarTitle>
        <ul className={looks.list}>
          {changed.map((field) => (
            <li key={field}>
              {values[field] === ''
                ? wishes.emptied({ field: labels[field] })
                : wishes.changed({ field: labels[field], value: values[field] })}
            </li>
          ))}
        </ul>
        {wishes.staleText}
      </MessageBarBody>
    </MessageBar>
  );
}
