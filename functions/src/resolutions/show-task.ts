import type { ResolutionHead, TaskHead } from '@gongzhi/shared/resolutions/model';
import type { ResolutionItem } from './repo-resolutions';
import { idsOf, type TaskItem } from './repo-tasks';

/** A task as a page sees it: what is stored without its keys. */
export const showTask = ({ pk, sk, version: _v, rule: _r, ...task }: TaskItem): TaskHead => {
  const { proposalId, taskId } = idsOf({ pk, sk });
  return { taskId, proposalId, ...task };
};

export const resolutionHead = (item: ResolutionItem): ResolutionHead => {
  const { sk: proposalId, communityId, title, voteId, decidedAt, tasks, completedAt } = item;
  const head = { proposalId, communityId, title, decidedAt, tasks };
  return { ...head, ...(voteId ? { voteId } : {}), ...(completedAt ? { completedAt } : {}) };
};
