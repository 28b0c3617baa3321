import { isDivided, mayRegroup } from '@gongzhi/shared/councils/regroup-rules';
import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { verdictOn } from '@gongzhi/shared/kernel/text-rules';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import type { Handle } from './repo';
import type { HeadItem } from './repo-heads';
import type { TextItem } from './repo-proposals';

type Splitting = Parameters<Handle<'splitMatter'>>[1];
interface Split {
  communityId: string;
  proposalId: string;
  parts: readonly { title: string; takes: number[] }[];
  text: TextItem;
}

/** The words are the chair's or the worker's own, two titles: who is to judge waiting texts can write others. */
const judgeTitles = async (text: string, askReview: boolean | undefined, { check, caller }: Splitting) => {
  const verdict = verdictOn(await check({ personId: caller.personId, text }), askReview);
  if (isRefusal(verdict)) return verdict;
  return verdict.state === 'waiting' ? refuse('TEXT_WAITS') : undefined;
};

const commitSplit = async ({ communityId, proposalId, parts, text }: Split, ctx: Splitting) => {
  const { repo } = ctx;
  const at = ctx.now.toISOString();
  const [firstId, secondId] = [ctx.id(), ctx.id()];
  const { grounds, authorId, authorName, threshold } = text;
  const writes = parts.flatMap(({ title, takes }, i) => {
    const id = i === 0 ? firstId : secondId;
    const recommendations = takes.flatMap((taken) => text.recommendations[taken] ?? []);
    const filed = { title, authorId, authorName, filedAt: at, threshold, splitFrom: proposalId };
    const filing = { communityId, proposalId: id, grounds, recommendations, ...filed };
    return [...repo.proposals.fileWrites(filing), repo.proposals.publishWrite(communityId, id, filed, at)];
  });
  const done = await commit(
    ctx,
    [repo.merges.splitWrite(communityId, proposalId, [firstId, secondId]), ...writes],
    { type: 'councils.matter-split', subject: proposalId, data: { first: firstId, second: secondId } },
    { proposalId, firstId, secondId, state: 'published' as const, at },
  );
  return isLost(done) ? (mayRegroup(done.item as HeadItem | undefined) ?? refuse('NOT_REGROUPABLE')) : done;
};

/**
 * Parts a matter in two with the same author and grounds; each recommendation goes to one of them. Nobody's support is
 * taken along: who supported the whole need not support each part. They are told, and asked.
 */
export const splitMatter: Handle<'splitMatter'> = async (
  { communityId, proposalId, first, second, askReview },
  ctx,
) => {
  const { repo } = ctx;
  const [head, text] = await Promise.all([
    repo.proposals.head(communityId, proposalId),
    repo.proposals.text(communityId, proposalId),
  ]);
  const no = mayRegroup(head);
  if (no || !text || !head) return recallAnswer(ctx, no ?? refuse('NOT_FOUND'));
  if (!isDivided(text.recommendations.length, first.takes, second.takes)) return refuse('NOT_DIVIDED');
  const risky = await judgeTitles(`${first.title}\n${second.title}`, askReview, ctx);
  if (risky) return risky;
  return commitSplit({ communityId, proposalId, parts: [first, second], text }, ctx);
};
