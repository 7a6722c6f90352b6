import { useEffect } from 'react';
import { useLoad } from '../api/use-load.ts';
import { useApp } from '../context/app-context.ts';
import { listNames } from '../parts/names.ts';
import { Loading, ProblemNotice } from '../parts/states.tsx';
import { NoPairing } from './no-pairing.tsx';
import { PairingCard } from './pairing-card.tsx';
import { Starter } from './starter.tsx';

/** "My pairing": whom I meet and when, or what happens next. */
export function Pairing() {
  const { api, words, locale, announce } = useApp();
  const load = useLoad(api.pairing);
  const pairing = load.state === 'ready' ? load.value : null;

  useEffect(() => {
    if (pairing === null) return;
    const names = pairing.partners.map(({ name }) => name);
    announce(words.pairing.shown({ partners: listNames(names, locale) }));
  }, [pairing, announce, words, locale]);

  if (load.state === 'loading') return <Loading words={words} />;
  if (load.state === 'failed') return <ProblemNotice words={words} load={load} />;
  if (pairing === null) return <NoPairing />;
  return (
    <>
      <PairingCard pairing={pairing} />
      <Starter question={pairing.question} />
    </>
  );
}
