import { periodAt } from '@gongzhi/shared/kernel/periods';
import type { Party } from '../kernel/party';
import { tryAgain } from '../kernel/try-again';
import type { Repo } from './repo';
import type { LineRef, ServiceItem } from './repo-served';

/** A line of hours as the slice `hours` entered it; `from`: when the service began. */
export interface Entered extends LineRef {
  entryId: string;
  minutes: number;
  from: string;
}
export interface Counting {
  repo: Pick<Repo, 'served'>;
  party: Pick<Party, 'member'>;
}

/** For which unit a service counts: the one a member who counts named, from the instant their membership began. */
const placeOf = async ({ party }: Counting, { communityId, personId, from }: Entered) => {
  const member = await party.member(communityId, personId);
  if (!member?.unitId || !member.since || from < member.since) return undefined;
  const period = periodAt(from, 'half');
  return { unitId: member.unitId, period, minutes: 0, entries: new Set<string>(), version: 0 };
};
const bare = ({ pk: _pk, sk: _sk, ...service }: ServiceItem) => service;

/**
 * Counts a line for the unit of whoever served. A service counts for the unit it was first counted for, also when a line is
 * taken back after its member has left. Lines may come in any order and more than once. @throws Busy
 */
export const countService = async (counting: Counting, entered: Entered): Promise<void> => {
  await tryAgain('units.service', async () => {
    const known = await counting.repo.served.service(entered);
    if (known?.entries.has(entered.entryId)) return undefined;
    const seen = known ? bare(known) : await placeOf(counting, entered);
    return seen && counting.repo.served.count(entered, seen, entered);
  });
};
