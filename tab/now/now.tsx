import { useEffect } from 'react';
import type { Now as NowAnswer } from '../../core/api/me.ts';
import { useNow } from '../api/queries.ts';
import { useApp } from '../context/app-context.ts';
import { listNames } from '../parts/names.ts';
import { Loaded } from '../parts/states.tsx';
import { NoPairing } from './no-pairing.tsx';
import { PairingCard } from './pairing-card.tsx';
import { Starter } from './starter.tsx';

/** *Now*: whom I meet and when, or what happens next. */
export function Now() {
  const { words } = useApp();
  return (
    <Loaded words={words} query={useNow()}>
      {(now) => <Shown now={now} />}
    </Loaded>
  );
}

function Shown({ now: { pairing } }: { readonly now: NowAnswer }) {
  const { words, locale, announce } = useApp();
  useEffect(() => {
    if (pairing === null) return;
    const names = pairing.partners.map(({ name }) => name);
    announce(words.pairing.shown({ partners: listNames(names, locale) }));
  }, [pairing, announce, words, locale]);
  if (pairing === null) return <NoPairing />;
  return (
    <>
      <PairingCard pairing={pairing} />
      <Starter question={pairing.question} />
    </>
  );
}
