import type { Ctx } from '../kernel/caller';
import { commit, isLost, type Write } from '../kernel/commit';
import type { Deps } from './repo';
import type { InMeeting, LiveItem, PersonItem } from './repo-meetings';
import { MOVED } from '../kernel/try-again';

export interface Arrival {
  personId: string;
  name: string;
  expected: boolean;
  via: 'code' | 'staff';
  window?: number;
}

/** The first arrival makes the item; a later one finds somebody who is not in the room. */
const personChange = ({ name, expected, via, window }: Arrival, first: boolean, at: string) => ({
  to: `SET #present = :yes, #name = :name, #expected = :expected, #via = :via, #arrivedAt = if_not_exists(#arrivedAt, :at), #hands = if_not_exists(#hands, :none), #spoken = if_not_exists(#spoken, :none)${window === undefined ? '' : ', #window = :window'} REMOVE #leftAt`,
  when: first ? 'attribute_not_exists(#arrivedAt)' : '#present = :no',
  lost: 'PERSON',
  values: {
    ':yes': true,
    ':no': false,
    ':name': name,
    ':expected': expected,
    ':via': via,
    ':at': at,
    ':none': {},
    ':window': window,
  },
});

/**
 * One more present. Whoever makes the quorum of an open meeting again writes it into the minutes, and nobody else: the
 * condition says from which number the count moves.
 */
const countWrites = (ids: InMeeting, live: LiveItem, first: boolean, ctx: Ctx & Deps): Write[] => {
  const regains = live.status === 'open' && live.present === live.needed - 1;
  const write = ctx.repo.meetings.liveWrite(ids, {
    to: 'SET #present = #present + :one, #attended = #attended + :first',
    when: regains
      ? '#status = :open AND #present = :last'
      : '#present < #base AND (#status = :gathering OR (#status = :open AND #present <> :last))',
    lost: 'LIVE',
    values: {
      ':one': 1,
      ':first': first ? 1 : 0,
      ':open': 'open',
      ':gathering': 'gathering',
      ':last': live.needed - 1,
    },
  });
  const line = {
    lineId: ctx.id(),
    kind: 'quorum-regained' as const,
    at: ctx.now.toISOString(),
    present: live.needed,
    needed: live.needed,
    ...(live.item === undefined ? {} : { item: live.item }),
  };
  return regains ? [write, ctx.repo.minutes.lineWrite(ids, line)] : [write];
};

/** Somebody comes: the person and the number of those present in one transaction. MOVED when either changed in between. */
export const commitArrival = async (
  ids: InMeeting,
  arrival: Arrival,
  before: { live: LiveItem; mine: PersonItem | undefined },
  ctx: Ctx & Deps,
) => {
  const { live, mine } = before;
  const first = mine?.arrivedAt === undefined;
  const at = ctx.now.toISOString();
  const { personId, expected, via } = arrival;
  const writes = [
    ctx.repo.meetings.personWrite(ids, personId, personChange(arrival, first, at)),
    ...(expected ? countWrites(ids, live, first, ctx) : []),
  ];
  const data = { personId, expected, ...(expected ? { present: live.present + 1 } : {}) };
  const staff = via === 'staff' ? { via: 'staff' as const, behalf: personId } : {};
  const event = { type: 'meetings.arrived', subject: ids.meetingId, data, ...staff };
  const done = await commit(ctx, writes, event, { meetingId: ids.meetingId, personId, expected, at });
  return isLost(done) ? MOVED : done;
};
