import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { findLed } from './find-led';
import type { Handle } from './repo';
import type { HeadItem } from './repo-activities';
import { showActivity } from './show-activity';

/** What a worker has published once, though it was called off since. */
const isOpen = ({ status, unseen }: HeadItem): boolean => status === 'published' || (status === 'cancelled' && !unseen);

export const readActivity: Handle<'readActivity'> = async (ids, { repo, now }) => {
  const head = await repo.activities.head(ids);
  if (!head || !isOpen(head)) return refuse('NOT_FOUND');
  const { text, shifts } = await repo.shifts.whole(ids);
  return text ? { ...showActivity(head, text, shifts, false), now: now.toISOString() } : refuse('NOT_FOUND');
};

export const readPlan: Handle<'readPlan'> = async (ids, ctx) => {
  const head = await findLed(ids, ctx);
  if (isRefusal(head)) return head;
  const { text, shifts } = await ctx.repo.shifts.whole(ids);
  return text ? { ...showActivity(head, text, shifts, true), now: ctx.now.toISOString() } : refuse('NOT_FOUND');
};
