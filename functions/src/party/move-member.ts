import { isRefusal, type Refusal, type RefusalCode } from '@gongzhi/shared/kernel/refusals';
import { isLive, stateAt } from '@gongzhi/shared/party/rules';
import type { Ctx } from '../kernel/caller';
import { commit, isLost, type EventDraft, type Write } from '../kernel/commit';
import type { PartyItem } from '../kernel/party';
import { recallAnswer } from '../kernel/recall-answer';
import { MOVED, tryAgain } from '../kernel/try-again';
import type { Repo } from './repo';

export interface MemberRef {
  communityId: string;
  personId: string;
}
/** What a member becomes, and what is told of it. */
export interface Moved {
  after: PartyItem;
  /** `report-asked`; with the slice before it the event's type. */
  event: string;
  data?: Record<string, string>;
  /** Conditions besides the member's own. */
  also?: readonly Write[];
}
type Deciding = Pick<Ctx, 'ledger' | 'intent' | 'now' | 'id' | 'caller' | 'requestId'> & { repo: Repo };

type Change = readonly [before: PartyItem | undefined, after: PartyItem];

const branchWrites = (repo: Repo, communityId: string, [before, after]: Change): Write[] => {
  const [was, is] = [isLive(before) ? before?.branchId : undefined, isLive(after) ? after.branchId : undefined];
  if (was === is) return [];
  return [
    ...(was === undefined ? [] : [repo.branches.countWrite(communityId, was, -1)]),
    ...(is === undefined ? [] : [repo.branches.countWrite(communityId, is, 1)]),
  ];
};

/** Whom an event of a report-in is about is told to nobody's history. */
const eventOf = ({ personId }: MemberRef, { event, data }: Moved, via: NonNullable<EventDraft['via']>): EventDraft => ({
  type: `party.${event}`,
  subject: `party/${personId}`,
  data: { memberId: personId, ...data },
  unlisted: true,
  via,
});

/** Everything a member's change comes to, in one transaction: the member with the lists, the branch, the counts. */
const writesOf = (repo: Repo, communityId: string, [before, after]: Change): Write[] => [
  repo.members.saveWrite(communityId, before, after),
  ...(isLive(before) === isLive(after) ? [] : [repo.members.noteWrite(communityId, after.sk, isLive(after))]),
  ...branchWrites(repo, communityId, [before, after]),
  ...repo.figures.moveWrites(communityId, before, after),
];

/**
 * Decides on a member as they stand and writes what they become; decided again when they, or their branch, were moved
 * meanwhile. A repeat of the same act that finds it done hears its first answer. `receipt`: what the answer says besides.
 */
export const moveMember = async <C extends RefusalCode, A extends object>(
  ctx: Deciding,
  ref: MemberRef,
  receipt: A,
  decide: (before: PartyItem | undefined) => Promise<Refusal<C> | Moved> | Refusal<C> | Moved,
): Promise<(A & { state: ReturnType<typeof stateAt>; at: string }) | Refusal<C>> => {
  const { repo, now, caller } = ctx;
  const via = caller.personId === 'system' ? 'system' : caller.personId === ref.personId ? 'app' : 'staff';
  return tryAgain('party', async () => {
    const before = await repo.members.read(ref.communityId, ref.personId);
    const moved = await decide(before);
    if (isRefusal(moved)) return recallAnswer(ctx, moved as Refusal<C>);
    const answer = { ...receipt, state: stateAt(moved.after, now), at: now.toISOString() };
    const writes = [...writesOf(repo, ref.communityId, [before, moved.after]), ...(moved.also ?? [])];
    const done = await commit(ctx, writes, eventOf(ref, moved, via), answer);
    return isLost(done) ? MOVED : done;
  });
};
