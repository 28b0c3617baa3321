import type { Repo } from './repo';

/** Counts who took part in each secret vote that is open: a figure by the minute, written only when it has changed. */
export const countMarks = async ({ votes, secret, turnout }: Pick<Repo, 'votes' | 'secret' | 'turnout'>, now: Date) => {
  for (const { communityId, voteId } of await votes.listOpen(now)) {
    const vote = await votes.vote(communityId, voteId);
    if (vote?.ballot !== 'secret') continue;
    const [n, seen] = await Promise.all([secret.countMarks(communityId, voteId), turnout.read(communityId, voteId)]);
    if (n !== (seen?.n ?? 0)) await turnout.put(communityId, voteId, n);
  }
};
