import { figuresShown, reviewPhase } from '@gongzhi/shared/resolutions/rules';
import { createCursors } from '../kernel/cursor';
import { commit } from '../kernel/commit';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { createLedger, type Ledger } from '../kernel/ledger';
import { actAlone } from '../kernel/act-alone';
import { createRepo, type Repo } from './repo';
import type { ResolutionItem } from './repo-resolutions';
import type { Ids } from './repo-tasks';
import { settleTask } from './settle-task';

interface Ticking {
  repo: Repo;
  ledger: Ledger;
  clock?: () => Date;
}
const via = 'system' as const;

/** Ends a round whose time to answer is over. One that was decided meanwhile is left as it is. */
const endRound = async ({ repo, ledger }: Ticking, ids: Ids, now: Date) => {
  const task = await repo.tasks.task(ids);
  if (task?.state !== 'done') return;
  const { type, change, data } = settleTask(task, task.answers, now);
  if (!type) return;
  const ctx = actAlone(ledger, ids.communityId, `settle-${ids.taskId}-${task.round}`, now);
  const event = { type, subject: ids.proposalId, via, data: { taskId: ids.taskId, ...data } };
  await commit(ctx, [repo.tasks.moveWrite(task, change)], event, {});
};

/** What the clock has to do for a review now: open it at its first instant, end it at its last. */
const stepOf = (
  { review, openedAt, reviewedAt }: ResolutionItem,
  now: Date,
): 'review-opened' | 'reviewed' | undefined => {
  if (!review || reviewedAt) return undefined;
  const phase = reviewPhase(review, now);
  if (phase === 'ended') return 'reviewed';
  return phase === 'open' && !openedAt ? 'review-opened' : undefined;
};

/** Figures go with the event when there are enough answers. */
const dataOf = (item: ResolutionItem, step: 'review-opened' | 'reviewed') => {
  if (step === 'review-opened') return { closesAt: item.review?.closesAt ?? '' };
  const { n, figures } = figuresShown(item);
  return { voteId: item.voteId ?? '', n, ...figures };
};

const moveReview = async ({ repo, ledger }: Ticking, { communityId, proposalId }: Ids, now: Date) => {
  const item = await repo.resolutions.read(communityId, proposalId);
  const step = item && stepOf(item, now);
  if (!step) return;
  const ctx = actAlone(ledger, communityId, `${step}-${proposalId}`, now);
  const event = { type: `resolutions.${step}`, subject: proposalId, via, data: dataOf(item, step) };
  const set = { [step === 'reviewed' ? 'reviewedAt' : 'openedAt']: now.toISOString() };
  await commit(ctx, [repo.resolutions.change({ communityId, proposalId }, item, set)], event, {});
};

/**
 * Settles whatever has ended. The index only says where to look; what is due is decided from the items. One that fails
 * does not keep the others waiting; the tick then fails, and comes again in a minute.
 * @returns how many it looked at.
 */
export const settleEnds = (ticking: Ticking) => async (): Promise<number> => {
  const now = ticking.clock?.() ?? new Date();
  const ended = await ticking.repo.due.ended(now);
  const failures: unknown[] = [];
  for (const ids of ended) {
    const settle = ids.taskId === 'review' ? moveReview : endRound;
    await settle(ticking, ids, now).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} of ${ended.length} could not be settled`);
  return ended.length;
};

let ready: ReturnType<typeof settleEnds> | undefined;
const build = () => {
  const env = readEnv(['TABLE_RESOLUTIONS', 'TABLE_LEDGER']);
  const client = createDocumentClient();
  return settleEnds({
    repo: createRepo(client, env.TABLE_RESOLUTIONS, createCursors('')),
    ledger: createLedger(client, env.TABLE_LEDGER),
  });
};
export const handler = (): Promise<number> => (ready ??= build())();
