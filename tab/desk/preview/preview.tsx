import { Screen } from '../../parts/screen.tsx';
import { useDeskWords } from '../desk-words.ts';

interface Props {
  readonly scheme: string;
  /** ISO date of the meeting week. */
  readonly round: string;
}

/** A round before it goes out. */
export default function Preview({ scheme, round }: Props) {
  const { title } = useDeskWords().preview;
  return (
    <Screen title={title}>
      {scheme} {round}
    </Screen>
  );
}
