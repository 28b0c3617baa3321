import type { Need } from '@gongzhi/shared/projects/model';
import type { Caller } from '../kernel/caller';
import type { NeedItem } from './repo-needs';

/** A need as somebody sees it: its author is named to nobody, and why it was not published is theirs and the workers’. */
export const showNeed = (item: NeedItem, caller: Caller | undefined): Need => {
  const { sk: needId, title, kind, about, amount, by, at, state, reason, projectId, authorId } = item;
  const mine = authorId === caller?.personId;
  const told = mine || caller?.roles.includes('worker');
  return {
    ...{ needId, title, kind, about, by, at, state, mine },
    ...(amount ? { amount } : {}),
    ...(reason && told ? { reason } : {}),
    ...(projectId ? { projectId } : {}),
  };
};
