import type { ProposalText } from '@gongzhi/shared/councils/model';
import { verdictOn } from '@gongzhi/shared/kernel/text-rules';
import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import type { Handle } from './repo';

/** A proposal's words but its title, in reading order. */
export const wordsOf = ({ grounds, recommendations }: Pick<ProposalText, 'grounds' | 'recommendations'>): string =>
  [grounds, ...recommendations.flatMap(({ title, body }) => [title, body])].join('\n');

export const fileProposal: Handle<'fileProposal'> = async ({ communityId, askReview, ...text }, ctx) => {
  const { repo, caller, now } = ctx;
  const check = await ctx.check({ personId: caller.personId, title: text.title, text: wordsOf(text) });
  const verdict = verdictOn(check, askReview);
  if (isRefusal(verdict)) return verdict;
  const { supportThreshold: threshold } = await repo.settings.read(communityId);
  const at = now.toISOString();
  const proposalId = ctx.id();
  const author = { authorId: caller.personId, authorName: caller.displayName };
  const filing = { communityId, proposalId, ...text, ...author, filedAt: at, threshold };
  const shown =
    verdict.state === 'published'
      ? [repo.proposals.publishWrite(communityId, proposalId, filing, at)]
      : repo.texts.waitWrites(communityId, {
          kind: 'proposal',
          sk: proposalId,
          proposalId,
          title: text.title,
          ...author,
          label: verdict.label,
          askedAt: at,
          threshold,
        });
  const writes = [
    ...repo.proposals.fileWrites(filing),
    repo.texts.quotaWrite(communityId, caller.personId, 'proposal', now),
    ...shown,
  ];
  const done = await commit(
    ctx,
    writes,
    { type: 'councils.proposal-filed', subject: proposalId, data: { ...verdict } },
    { id: proposalId, state: verdict.state, at },
  );
  return isLost(done) ? refuse('TOO_MANY') : done;
};
