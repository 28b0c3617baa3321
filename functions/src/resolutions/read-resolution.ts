import type { Review } from '@gongzhi/shared/resolutions/model';
import { figuresShown, reviewPhase } from '@gongzhi/shared/resolutions/rules';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Handle, Repo } from './repo';
import type { ResolutionItem } from './repo-resolutions';
import { resolutionHead, showTask } from './show-task';

const reviewShown = async (
  repo: Repo,
  item: ResolutionItem,
  reader: { personId: string | undefined; now: Date },
): Promise<{ review?: Review }> => {
  if (!item.review) return {};
  const { opensAt, closesAt } = item.review;
  const { personId, now } = reader;
  const mine = personId ? await repo.resolutions.reviewBy(item.communityId, item.sk, personId) : undefined;
  const phase = reviewPhase(item.review, now);
  return { review: { opensAt, closesAt, phase, ...figuresShown(item), ...(mine ? { mine: mine.verdict } : {}) } };
};

export const readResolution: Handle<'readResolution'> = async ({ communityId, proposalId }, { repo, caller, now }) => {
  const [item, tasks] = await Promise.all([
    repo.resolutions.read(communityId, proposalId),
    repo.tasks.all(communityId, proposalId),
  ]);
  if (!item) return refuse('NOT_FOUND');
  return {
    ...resolutionHead(item),
    items: tasks.map(showTask).sort((a, b) => a.dueAt.localeCompare(b.dueAt)),
    ...(await reviewShown(repo, item, { personId: caller?.personId, now })),
  };
};
