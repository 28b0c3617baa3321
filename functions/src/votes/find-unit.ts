import { isRefusal, refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import type { RollEntry } from '@gongzhi/shared/votes/roll-rules';
import type { Repo } from './repo';
import type { Reader } from './repo-states';
import type { VoteItem } from './repo-votes';

/** The unit somebody casts for, and by what right. */
export interface FoundUnit {
  entry: RollEntry;
  as: 'own' | 'proxy';
}
type Sought = { communityId: string; vote: VoteItem; unitId?: string | undefined };

const idsOf = async (repo: Repo, { communityId, vote }: Sought, reader: Reader): Promise<string[]> => {
  switch (vote.rule.unit) {
    case 'household':
      return reader.householdId ? [reader.householdId] : [];
    case 'owner':
      return repo.rolls.unitsOf(communityId, vote, reader.personId);
    default:
      return [reader.personId];
  }
};

const mayAs = (as: FoundUnit['as'], { rule }: VoteItem) => as === 'own' || rule.proxiesPerAgent > 0;

/**
 * The unit on a vote's frozen roll that `reader` casts for: the one named, or the only one there is. A unit that is not
 * the reader's own by the roll is cast for as agent; whether the reader is, its ballot decides. From memory once it was read.
 */
export const findUnit = async (
  repo: Repo,
  sought: Sought,
  reader: Reader,
): Promise<FoundUnit | Refusal<'NOT_ON_ROLL' | 'WHICH_UNIT'>> => {
  const { communityId, vote, unitId: named } = sought;
  const own = await idsOf(repo, sought, reader);
  if (named === undefined && own.length > 1) return refuse('WHICH_UNIT');
  const unitId = named ?? own[0];
  const as = own.some((id) => id === unitId) ? 'own' : 'proxy';
  const entry = mayAs(as, vote) ? await repo.rolls.entry(communityId, vote, unitId ?? '') : undefined;
  return entry ? { entry, as } : refuse('NOT_ON_ROLL');
};

/** Every unit on a vote's frozen roll that is the reader's own: several for an owner who owns by several registers. */
export const findOwnUnits = async (repo: Repo, sought: Sought, reader: Reader): Promise<RollEntry[]> => {
  const { communityId, vote } = sought;
  const own = await idsOf(repo, sought, reader);
  const entries = await Promise.all(own.map((unitId) => repo.rolls.entry(communityId, vote, unitId)));
  return entries.filter((entry) => entry !== undefined);
};

/** A vote and one of the caller's own units in it. */
export const findOwn = async (
  repo: Repo,
  { communityId, voteId, unitId }: { communityId: string; voteId: string; unitId: string },
  reader: Reader,
): Promise<VoteItem | Refusal<'NOT_FOUND' | 'NOT_ON_ROLL'>> => {
  const vote = await repo.votes.vote(communityId, voteId);
  if (!vote) return refuse('NOT_FOUND');
  const found = await findUnit(repo, { communityId, vote, unitId }, reader);
  return isRefusal(found) || found.as !== 'own' ? refuse('NOT_ON_ROLL') : vote;
};
