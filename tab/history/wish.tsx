import { ToggleButton } from '@fluentui/react-components';
import { HeartFilled, HeartRegular } from '@fluentui/react-icons';
import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import type { MyHistory } from '../../core/api/meetings.ts';
import type { HistoryPage } from '../client/client.ts';
import { keys } from '../api/queries.ts';
import { useChange } from '../api/use-change.ts';
import { useApp } from '../context/app-context.ts';
import { wishesWith, withWish } from './wishes.ts';

type Partner = MyHistory[number]['partners'][number];

/** Says that the reader would like to meet somebody again, or takes it back. */
export function Wish({ partner }: { readonly partner: Partner }) {
  const said = useApp().words.history.wish;
  const wish = useWish(partner);
  const isWished = partner.again === true;
  return (
    <ToggleButton
      checked={isWished}
      icon={isWished ? <HeartFilled /> : <HeartRegular />}
      aria-label={said.labelOf({ name: partner.name })}
      onClick={() => void wish(!isWished)}
    >
      {said.label}
    </ToggleButton>
  );
}

/** Shows a wish at once. When it could not be kept, the history is read again, and shows what is. */
function useWish({ id, name }: Partner): (isWished: boolean) => Promise<boolean> {
  const { api, words } = useApp();
  const client = useQueryClient();
  const change = useChange();
  const said = words.history.wish;
  const set = async (isWished: boolean): Promise<void> => {
    await client.cancelQueries({ queryKey: keys.history });
    client.setQueryData<InfiniteData<HistoryPage>>(keys.history, (known) =>
      known === undefined
        ? known
        : {
            ...known,
            pages: known.pages.map((page) => ({ ...page, entries: withWish(page.entries, id, isWished) })),
          },
    );
    const { version, people } = await api.again();
    const wishes = people.map((person) => person.id);
    await api.setAgain(version, wishesWith(wishes, id, isWished));
  };
  return (isWished) =>
    change({
      apply: () => set(isWished),
      revert: () => set(!isWished),
      said: (isWished ? said.wished : said.withdrawn)({ name }),
    });
}
