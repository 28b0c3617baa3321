import type { Card, Shown } from '@gongzhi/shared/wishes/model';
import { stateOf } from '@gongzhi/shared/wishes/rules';
import type { HeadItem, TextItem } from './repo-wishes';

/** What everybody may see: picked by name, so that nothing comes along with it. */
export const showCard = (head: HeadItem, now: Date): Card => {
  const { sk: wishId, title, what, budget, level, who } = head;
  return { wishId, title, what, budget, level, ...(who ? { who } : {}), state: stateOf(head, now) };
};
export const showWish = (head: HeadItem, { about }: TextItem, now: Date): Shown => ({ ...showCard(head, now), about });
