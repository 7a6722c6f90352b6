import { Button, Text } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';
import type { MySettings, Now } from '../../../core/api/me.ts';
import { problemOf } from '../../client/problem.ts';
import { keys } from '../../api/queries.ts';
import { useChange } from '../../api/use-change.ts';
import { useApp } from '../../context/app-context.ts';
import { Failure } from '../../parts/failure.tsx';
import { type Rule, RulesFields, rulesToTick } from '../../parts/rules-fields.tsx';
import { useLooks } from '../looks.ts';
import { PartHeading, Section } from '../section.tsx';
import type { ShownScheme } from '../standing.ts';
import { answersOf, faultsOf, follow, type Form, formOf, type Typing } from './form.ts';
import { StaleNotice } from './stale-notice.tsx';
import { WishesFields } from './wishes-fields.tsx';

interface Props {
  /** As stored; the form follows when it changes. */
  readonly stored: MySettings;
  readonly scheme: ShownScheme;
  /** The ground rules of today; null: not known. */
  readonly rules: NonNullable<Now['scheme']>['rules'] | null;
}

/** What somebody filled in when they signed up, saved by one button. */
export function Wishes({ stored, scheme, rules }: Props) {
  const looks = useLooks();
  const { api, words, announce } = useApp();
  const said = words.mySettings.wishes;
  const change = useChange();
  const client = useQueryClient();
  const [typing, setTyping] = useTyping(stored, scheme.minutes);
  const [ticked, setTicked] = useState<readonly Rule[]>([]);
  const [isAsked, setIsAsked] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const asksRules = stored.answers.rules === null && rules !== null;
  const own = rules?.own ?? null;
  const isMissing = asksRules && ticked.length < rulesToTick(own).length;
  const { base, typed, elsewhere } = typing;

  function edit(part: Partial<Form>): void {
    setTyping({ ...typing, typed: { ...typed, ...part } });
    setFailure(null);
  }

  function keep(settings: MySettings): MySettings {
    client.setQueryData(keys.mySettings(scheme.id), settings);
    return settings;
  }

  async function save(): Promise<void> {
    setIsSaving(true);
    setFailure(null);
    announce(said.saving);
    const wanted = {
      ...answersOf(typed),
      ...(asksRules && { rules: rules.version, ...(own !== null && { ownRule: own }) }),
    };
    try {
      const saved = await api.saveMySettings(scheme.id, stored.version, wanted);
      await change({
        apply: () => Promise.resolve(keep(saved)),
        revert: async ({ version }) => keep(await api.saveMySettings(scheme.id, version, stored.answers)),
        said: said.saved,
      });
    } catch (error) {
      const { kind } = problemOf(error);
      const isSaid = kind === 'stale' && (await showsChanges());
      if (!isSaid) setFailure(said.notSaved({ why: words.problems[kind].title }));
    } finally {
      setIsSaving(false);
    }
  }

  /** Reads what is stored once more. Gives whether the form then says what was changed elsewhere. */
  async function showsChanges(): Promise<boolean> {
    const query = { queryKey: keys.mySettings(scheme.id), queryFn: () => api.mySettings(scheme.id) };
    const now = await client.query({ ...query, staleTime: 0 }).catch(() => null);
    return now !== null && follow(typing, formOf(now.answers, scheme.minutes)).elsewhere.length > 0;
  }

  function submit(event: SyntheticEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (isSaving) return;
    setIsAsked(true);
    const form = event.currentTarget;
    if (!isMissing && Object.keys(faultsOf(typed)).length === 0) void save();
    // What is wrong is marked when this is drawn again.
    else requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
  }

  return (
    <Section title={said.title}>
      <form className={looks.form} onSubmit={submit} noValidate aria-label={said.title}>
        {asksRules && (
          <>
            <PartHeading>{words.chat.signUp.rulesTitle}</PartHeading>
            <RulesFields
              scheme={scheme.name}
              ownRule={own}
              ticked={ticked}
              asked={isAsked}
              onChange={setTicked}
            />
          </>
        )}
        <WishesFields form={typed} minutes={scheme.minutes} onChange={edit} />
        {elsewhere.length > 0 && <StaleNotice stored={base} changed={elsewhere} minutes={scheme.minutes} />}
        {failure !== null && <Failure>{failure}</Failure>}
        <div className={looks.withButton}>
          <Button type="submit" appearance="primary" disabledFocusable={isSaving}>
            {isSaving ? said.saving : words.chat.buttons.save}
          </Button>
          <Text className={looks.beside}>{said.from}</Text>
        </div>
      </form>
    </Section>
  );
}

/** The form as it is typed in; it follows what is stored. */
function useTyping(stored: MySettings, minutes: number) {
  const [seen, setSeen] = useState(stored.version);
  const [typing, setTyping] = useState<Typing>(() => {
    const base = formOf(stored.answers, minutes);
    return { base, typed: base, elsewhere: [] };
  });
  if (seen !== stored.version) {
    setSeen(stored.version);
    setTyping(follow(typing, formOf(stored.answers, minutes)));
  }
  return [typing, setTyping] as const;
}
