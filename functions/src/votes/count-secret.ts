import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { tallyBox } from '@gongzhi/shared/votes/channel-rules';
import type { Tally } from '@gongzhi/shared/votes/model';
import { emptyTally } from '@gongzhi/shared/votes/result-rules';
import { mayShow, tallyBallots } from '@gongzhi/shared/votes/secret-rules';
import type { Difference } from './recount-vote';
import type { Repo } from './repo';
import type { VoteItem } from './repo-votes';

/** What is kept of a count: without the choices when so few took part that they would tell whose they are. */
export const withoutFew = (tally: Tally): { counted: Tally; few?: true } =>
  mayShow(tally.channels) ? { counted: tally } : { counted: { ...emptyTally(), channels: tally.channels }, few: true };

/**
 * Counts a secret vote: what ballots say and, apart from it, by which ways units took part. Papers wait for the box.
 * Ballots and marks are put by one transaction: when they are not as many it is an alarm, and nothing is counted.
 */
export const countSecret = async (
  { repo, alarm }: { repo: Pick<Repo, 'secret' | 'entries'>; alarm: (difference: Difference) => void },
  communityId: string,
  vote: VoteItem,
): Promise<Tally | Refusal<'BOX_WAITS' | 'COUNT_DIFFERS'>> => {
  const { secret, entries } = repo;
  const { channels } = emptyTally();
  for (const { channel } of await secret.marks(communityId, vote.sk)) channels[channel] += 1;
  const cast = (await secret.ballots(communityId, vote.sk)).map(({ choice }) => choice);
  const marked = channels.app + channels.assisted;
  if (cast.length !== marked) {
    alarm({ voteId: vote.sk, counted: cast.length, live: marked, early: false });
    return refuse('COUNT_DIFFERS');
  }
  const box = await entries.box(communityId, vote.sk);
  if (channels.paper > 0 && !box) return refuse('BOX_WAITS');
  const { invalid, ...units } = tallyBallots([...cast, ...tallyBox(box)]);
  return { ...emptyTally(), units, invalid, channels };
};
