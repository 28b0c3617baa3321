import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { tallyBox } from '@gongzhi/shared/votes/channel-rules';
import type { Tally } from '@gongzhi/shared/votes/model';
import { emptyTally } from '@gongzhi/shared/votes/result-rules';
import { mayShow, tallyBallots } from '@gongzhi/shared/votes/secret-rules';
import type { Repo } from './repo';
import type { VoteItem } from './repo-votes';

/** What is kept of a count: without the choices when so few took part that they would tell whose they are. */
export const withoutFew = (tally: Tally): { counted: Tally; few?: true } =>
  mayShow(tally.channels) ? { counted: tally } : { counted: { ...emptyTally(), channels: tally.channels }, few: true };

/**
 * Counts a secret vote: what ballots say and, apart from it, by which ways units took part. Papers wait for the box.
 * @throws when there are not as many ballots as units that cast one: both are put by one transaction
 */
export const countSecret = async (
  { secret, entries }: Pick<Repo, 'secret' | 'entries'>,
  communityId: string,
  vote: VoteItem,
): Promise<Tally | Refusal<'BOX_WAITS'>> => {
  const { channels } = emptyTally();
  for (const { channel } of await secret.marks(communityId, vote.sk)) channels[channel] += 1;
  const box = await entries.box(communityId, vote.sk);
  if (channels.paper > 0 && !box) return refuse('BOX_WAITS');
  const cast = (await secret.ballots(communityId, vote.sk)).map(({ choice }) => choice);
  if (cast.length !== channels.app + channels.assisted) throw new Error('ballots and marks are not as many');
  const { invalid, ...units } = tallyBallots([...cast, ...tallyBox(box)]);
  return { ...emptyTally(), units, invalid, channels };
};
