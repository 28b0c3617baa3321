import { DutyItem, DutyItems } from '@gongzhi/shared/scorecards/model';

/** What is wrong with an item as it is typed, by its field; nothing when it may stand. */
export const itemFaults = (item: DutyItem): Partial<Record<keyof DutyItem, string>> => {
  const { error } = DutyItem.safeParse(item, { jitless: true });
  return Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [String(path[0]), message]));
};
/** What is wrong with the whole list. */
export const listFault = (items: readonly DutyItem[]): string | undefined =>
  DutyItems.safeParse(items, { jitless: true }).error?.issues[0]?.message;

/** The list with an item in the place of the one that has `itemId`, or behind all. */
export const withItem = (items: readonly DutyItem[], itemId: string | undefined, item: DutyItem): DutyItem[] =>
  itemId === undefined ? [...items, item] : items.map((one) => (one.itemId === itemId ? item : one));
export const withoutItem = (items: readonly DutyItem[], itemId: string): DutyItem[] =>
  items.filter((one) => one.itemId !== itemId);

/** A new item: the paper of the last one, for most stand in the same. */
export const nextItem = (items: readonly DutyItem[]): DutyItem => {
  const { source = '', sourceDate = '' } = items.at(-1) ?? {};
  return { itemId: '', title: '', source, sourceDate };
};
