import { Button, Spinner, Text } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { problemOf } from '../../client/problem.ts';
import { useApp } from '../../context/app-context.ts';
import { Failure } from '../../parts/failure.tsx';
import { useDeskWords } from '../desk-words.ts';

interface Props<T> {
  readonly list: {
    readonly data: readonly T[] | undefined;
    readonly error: Error | null;
    readonly isWhole: boolean;
    readonly isFetching: boolean;
    readonly refetch: () => unknown;
    readonly fetchNextPage: () => unknown;
  };
  readonly children: (rows: readonly T[]) => ReactNode;
}

/** A list as far as it is read, and whether more is to come, or could not be read. */
export function ListState<T>({ list, children }: Props<T>) {
  const { words } = useApp();
  const said = useDeskWords().round;
  const { data, error, isWhole, isFetching } = list;
  const isBroken = error !== null && !isFetching && !isWhole;
  return (
    <>
      {data === undefined && !isBroken && <Spinner aria-busy label={words.loading} />}
      {data !== undefined && !isWhole && !isBroken && (
        <Text aria-busy role="status">
          {said.reading({ n: data.length })}
        </Text>
      )}
      {isBroken && (
        <>
          <Failure>{said.notWhole({ why: words.problems[problemOf(error).kind].title })}</Failure>
          <div>
            <Button
              onClick={() => {
                if (data === undefined) list.refetch();
                else list.fetchNextPage();
              }}
            >
              {words.tryAgain}
            </Button>
          </div>
        </>
      )}
      {data !== undefined && children(data)}
    </>
  );
}
