import type { MyHistory } from '../../core/api/meetings.ts';

/** A history in which the reader wishes to meet somebody again, or does not. */
export function withWish(history: MyHistory, person: string, isWished: boolean): MyHistory {
  return history.map((meeting) => ({
    ...meeting,
    partners: meeting.partners.map((partner) => {
      const { id, name, department } = partner;
      if (id !== person) return partner;
      return {
        ...{ id, name },
        ...(department !== undefined && { department }),
        ...(isWished && { again: true as const }),
      };
    }),
  }));
}

/** A list of wishes with somebody on it, or without them. */
export function wishesWith(wishes: readonly string[], person: string, isWished: boolean): readonly string[] {
  const others = wishes.filter((id) => id !== person);
  return isWished ? [...others, person] : others;
}
