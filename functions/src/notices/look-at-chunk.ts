import type { Outcome } from '@gongzhi/shared/kernel/outcomes';
import { isWanted, type Preferences } from '@gongzhi/shared/kernel/topics';
import { chunkKey } from '../kernel/deliveries';
import type { Lookup, Pages } from '../kernel/pages';
import { preferencesKey, subscriptionKey } from '../kernel/reachable';
import { claimOf, isStale, type Claim } from './model';
import type { SendItem } from './model';
import type { Chunk } from './repo-sends';
import type { SubscriptionItem } from './repo-subscriptions';

/** What can be done for one of a chunk: it has its outcome; it is sent, with the claim that is over; or it waits. */
export type Chance =
  | { outcome: Outcome }
  | { send: true; seen: string | undefined }
  /** A dead run of another sending left no outcome there: it is written as unclear before the place is taken. */
  | { settle: Claim; seen: string; said?: number }
  | { wait: true };

/** What the push said of it decides; a message nobody knows of is unclear. */
const saidOf = (said: number | undefined): Outcome =>
  said === undefined ? 'unclear' : said === 0 ? 'delivered' : 'refused';

interface Looking {
  job: SendItem;
  now: Date;
  find: Lookup;
  /** The letter another sending's chunk has for this person. */
  letterOf: (claim: Claim, personId: string) => string;
}
const underClaim = (
  item: SubscriptionItem & { claim: string },
  personId: string,
  { job, now, letterOf }: Looking,
): Chance => {
  const claim = claimOf(item.claim);
  const free: Chance = { send: true, seen: item.claim };
  if (!claim) return free;
  const ours = claim.sendId === job.sendId && claim.chunk === job.next;
  if (!ours && letterOf(claim, personId) !== '.') return free;
  if (!isStale(claim, now)) return { wait: true };
  const { said } = item;
  if (ours) return { outcome: saidOf(said) };
  return { settle: claim, seen: item.claim, ...(said === undefined ? {} : { said }) };
};

const NOBODY: SubscriptionItem = { balance: 0 };
/** What a person chose: turned off in WeChat, or this kind of message not wanted there. */
const chosenBy = (personId: string, item: SubscriptionItem, { job, find }: Looking): Outcome | undefined => {
  if (item.closed) return 'refused';
  const preferences = find<Preferences>(preferencesKey(personId)) ?? { off: [] };
  return job.topic === 'digest' || isWanted(job.topic, preferences) ? undefined : 'appOnly';
};
const isOwn = (claim: Claim | undefined, job: SendItem): boolean =>
  claim?.sendId === job.sendId && claim.chunk === job.next;

const claimedChance = (personId: string, { claim, ...item }: SubscriptionItem, looking: Looking): Chance | undefined =>
  claim === undefined ? undefined : underClaim({ ...item, claim }, personId, looking);

const chanceOf = (personId: string, looking: Looking): Chance => {
  const { job, find } = looking;
  const item = find<SubscriptionItem>(subscriptionKey(personId, job.template)) ?? NOBODY;
  const claimed = claimedChance(personId, item, looking);
  // what this sending began is ended before anything a person chose since
  if (claimed && isOwn(claimOf(item.claim), job)) return claimed;
  const outcome = chosenBy(personId, item, looking);
  if (outcome) return { outcome };
  const chance: Chance = claimed ?? { send: true, seen: undefined };
  return item.balance <= 0 && 'send' in chance ? { outcome: 'notSubscribed' } : chance;
};

/** What can be done now for each place of a chunk that waits. Two requests for twenty people, and one for the claims that stand. */
export const lookAtChunk = async (
  pages: Pages,
  job: SendItem,
  chunk: Chunk,
  now: Date,
): Promise<Map<number, Chance>> => {
  const waiting = chunk.people.map((id, i) => ({ id, i })).filter(({ i }) => chunk.out[i] === '.');
  const find = await pages.getAll(
    waiting.flatMap(({ id }) => [subscriptionKey(id, job.template), preferencesKey(id)]),
    { consistent: true },
  );
  const claims = waiting
    .map(({ id }) => claimOf(find<SubscriptionItem>(subscriptionKey(id, job.template))?.claim))
    .filter((claim) => claim !== undefined);
  const chunks = await pages.getAll(
    claims.map(({ sendId, chunk: n }) => chunkKey(sendId, n)),
    { consistent: true },
  );
  const letterOf = ({ sendId, chunk: n }: Claim, personId: string): string => {
    const other = chunks<Chunk>(chunkKey(sendId, n));
    return other?.out[other.people.indexOf(personId)] ?? 'x';
  };
  return new Map(waiting.map(({ id, i }) => [i, chanceOf(id, { job, now, find, letterOf })]));
};
