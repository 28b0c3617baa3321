import { afterWorkingDays, dayInChina, endOfDay } from '@gongzhi/shared/kernel/working-days';
import type { CallBack, MyFollowUp } from '@gongzhi/shared/satisfaction/model';
import { FOLLOW_UP } from '@gongzhi/shared/satisfaction/rule-sets';
import { mayCallBack } from '@gongzhi/shared/satisfaction/rules';
import { actAlone } from '../kernel/act-alone';
import { moveFollowUp } from './move-follow-up';
import type { Deps, Handle } from './repo';
import type { FollowUpItem } from './repo-follow-ups';

/** The last day of a follow-up that is opened, or opened again, on the day of `now`. */
export const dueFrom = async (now: Date, calendar: Deps['calendar']): Promise<string> =>
  endOfDay(afterWorkingDays(dayInChina(now), FOLLOW_UP.workingDays, await calendar()).day);

export const findFollowUps: Handle<'findFollowUps'> = async ({ communityId, tickets }, { repo, seals }) => {
  const found = await repo.followUps.some(communityId, tickets.map(seals.followUp));
  const items = found.flatMap((item, i): MyFollowUp[] => {
    const ticket = tickets[i];
    return item && ticket
      ? [{ ticket, followUpId: item.sk, state: item.state, dueAt: item.dueAt, turns: item.turns }]
      : [];
  });
  return { items };
};

/** The day alone is kept of when somebody said so: an instant would be one more thing to know them by. */
const startOf = (now: Date): string => new Date(Date.parse(`${dayInChina(now)}T00:00:00.000+08:00`)).toISOString();
const changeBy = (
  says: CallBack,
  seen: FollowUpItem,
  { at, dueAt }: { at: string; dueAt: string },
): Partial<FollowUpItem> =>
  says.verdict === 'accept'
    ? { state: 'accepted', turns: [...seen.turns, { at, accepted: true }] }
    : {
        ...{ state: 'open', dueAt, sentBack: seen.sentBack + 1, answeredAt: undefined },
        turns: [...seen.turns, { at, back: says.why }],
      };

/** By ticket and by nobody's name: the event is the system's, with nothing of whoever asked. */
export const callBack: Handle<'callBack'> = async (
  { communityId, ticket, says },
  { repo, seals, ledger, now, calendar },
) => {
  const ids = { communityId, followUpId: seals.followUp(ticket) };
  const again = await dueFrom(now, calendar);
  const at = startOf(now);
  const ctxOf = (seen: FollowUpItem | undefined) =>
    actAlone(ledger, communityId, `call-back-${ids.followUpId}-${seen?.turns.length ?? 0}`, new Date(at));
  return moveFollowUp(ids, { repo, ctxOf }, (seen) => {
    const refused = mayCallBack(seen);
    if (refused || !seen) return refused ?? { refused: 'TICKET_WRONG' };
    const change = changeBy(says, seen, { at, dueAt: again });
    const { state = seen.state, dueAt = seen.dueAt } = change;
    const type = says.verdict === 'accept' ? 'satisfaction.follow-up-accepted' : 'satisfaction.follow-up-sent-back';
    return { change, event: { type, via: 'system' as const }, answer: { followUpId: ids.followUpId, state, dueAt } };
  });
};
