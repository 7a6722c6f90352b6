import { Screen } from '../../parts/screen.tsx';
import { useDeskWords } from '../desk-words.ts';

/** What needs a hand, and how the round stands. */
export default function Today({ scheme }: { readonly scheme: string }) {
  const { title } = useDeskWords().today;
  return <Screen title={title}>{scheme}</Screen>;
}
