import { randomBytes } from 'node:crypto';
import type { Cause } from '@gongzhi/shared/hours/model';
import { honoraryRoom } from '@gongzhi/shared/hours/case-rules';
import { standing } from '@gongzhi/shared/kernel/hour-lines';
import { newId } from '@gongzhi/shared/kernel/ids';
import { MINUTE } from '@gongzhi/shared/kernel/time';
import type { Shifts } from './repo-shifts';
import { postLine, untilPosted, type Posts } from './post-line';
import type { CaseItem } from './repo-cases';
import type { Account, Line, Place } from './repo-entries';
import { reverseLine } from './reverse-line';

export interface Carrying extends Posts {
  shifts: Shifts;
}
interface Doing {
  place: Place;
  item: CaseItem;
  seen: Account;
  now: Date;
}
type Chain = Awaited<ReturnType<Posts['repo']['entries']['chain']>>;
const id = (now: Date) => newId(now, randomBytes(16));

const reverse = async (posts: Posts, { place, seen, now }: Doing, { from, entryId }: Chain[number], cause: Cause) => {
  const line = await posts.repo.entries.line(place, from, entryId);
  if (!line) throw new Error(`no line ${entryId}`);
  return reverseLine(posts, { place, line, cause, seen }, { now, id: () => id(now) });
};

/** The end of a corrected service: as it was, later when the minutes need it. */
const endOf = ({ from, to, wanted = 0 }: CaseItem): string =>
  new Date(Math.max(Date.parse(to), Date.parse(from) + wanted * MINUTE)).toISOString();

/** What stands of the service gives way to the minutes that were accepted, with the answerer's word for evidence. */
const correct = async (posts: Posts, doing: Doing, chain: Chain): Promise<boolean> => {
  const { place, item, seen, now } = doing;
  const what = `cor-${item.sk}`;
  if (chain.some((line) => line.what === what)) return true;
  const recorded = chain.filter(({ track }) => track === 'recorded');
  const [old] = standing(recorded);
  if (old) {
    await reverse(posts, doing, old, 'corrected');
    return false;
  }
  const before = await posts.repo.entries.line(place, item.from, item.sk.slice(2));
  if (!before) throw new Error(`no line ${item.sk}`);
  const { reasons: _r, reverses: _v, ...rest } = before;
  const line: Line = {
    ...rest,
    ...{ entryId: id(now), at: now.toISOString(), cause: 'corrected', grade: 'confirmed' },
    ...{ minutes: item.wanted ?? 0, to: endOf(item), version: Math.max(...recorded.map(({ version }) => version)) },
  };
  return postLine(posts, { ...place, what, line }, seen, { now });
};

/** A question that was answered with no takes its line back, if it still stands. */
const reject = async (posts: Posts, doing: Doing, chain: Chain): Promise<boolean> => {
  const line = standing(chain).find(({ entryId }) => `q-${entryId}` === doing.item.sk);
  return !line || reverse(posts, doing, line, 'rejected');
};

/** Honorary minutes: what was approved, as far as the shift still has room for it. */
const honour = async (posts: Carrying, { place, item, seen, now }: Doing, chain: Chain): Promise<boolean> => {
  const what = `hon-${item.sk}`;
  const { activityId, shiftId } = item;
  const shift = await posts.shifts.shift(place.communityId, activityId, shiftId);
  const minutes = shift ? Math.min(item.wanted ?? 0, honoraryRoom(shift, chain)) : 0;
  if (!shift || minutes === 0 || chain.some((line) => line.what === what)) return true;
  const line: Line = {
    ...{ entryId: id(now), activityId, shiftId, track: 'honorary', grade: 'confirmed', kind: shift.kind, minutes },
    ...{ from: shift.from, to: shift.to, at: now.toISOString(), cause: 'honorary', version: 0 },
  };
  return postLine(posts, { ...place, what, line }, seen, { now });
};

const STEPS = {
  'question declined': reject,
  'correction accepted': correct,
  'honorary accepted': honour,
} as const;

/** Does in the ledger what the answer to a case says, once however often it is told. */
export const carryOut = async (posts: Carrying, item: CaseItem, now: Date): Promise<void> => {
  const step = STEPS[`${item.kind} ${item.state}` as keyof typeof STEPS];
  const [communityId = ''] = item.pk.split('#');
  const place = { communityId, volunteerId: item.volunteerId };
  if (!step) return;
  await untilPosted(async () => {
    const seen = await posts.repo.entries.account(place);
    const chain = await posts.repo.entries.chain(place, item);
    return step(posts, { place, item, seen, now }, chain);
  });
};
