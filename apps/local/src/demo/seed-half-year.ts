import { DAY } from '@gongzhi/shared/kernel/time';
import { periodAt, periodBefore, spanOf } from '@gongzhi/shared/kernel/periods';
import { api, type Actor } from './api';
import { goTo, until, type Clock } from './demo-clock';
import { DEMO } from './people';
import { listsAndPosts } from './seed-projects';
import { partyMembers, type PartyCast } from './seed-party';
import { serveShift } from './seed-service';
import { comingWishes, servedWish, urgentCall } from './seed-wishes';

const { reports } = api;
const { communityId } = DEMO;
const HOUR = DAY / 24;
const NINE = 9 * HOUR;

interface Setting {
  url: string;
  worker: Actor;
  secretary: Actor;
  organiser: Actor;
  neighbours: readonly Actor[];
  setAhead: Clock;
}

/** Reports of the half-year that is over: one that waits for its member, one that was sent; and an evaluation that is open. */
const reportsOf = async ({ secretary, members }: PartyCast, period: string): Promise<void> => {
  const { inService, retired } = members;
  await secretary.act(reports.prepareBranch, { communityId, period });
  for (const one of [inService, retired])
    await until(async () => (await one.act(reports.listMyReports, { communityId })).items.length > 0);
  await retired.act(reports.seeReport, { communityId, period });
  await retired.act(reports.agreeReport, { communityId, period, words: [] });
  await secretary.act(reports.sendReport, { communityId, memberId: retired.personId, period });
  await secretary.act(reports.openEvaluation, { communityId, memberId: inService.personId, period });
};

/** Party members of each kind who reported in, served in the half-year that is over, and serve now. */
export const partyService = async (setting: Setting): Promise<void> => {
  const { url, worker, secretary, organiser, neighbours, setAhead } = setting;
  const period = periodBefore(periodAt(new Date(), 'half'));
  const { to } = spanOf(period);
  const before = (days: number) => Date.parse(to) - days * DAY;
  const [wisher, ...others] = neighbours;
  if (!wisher) throw new Error('a wish has its wisher');
  try {
    const cast = await partyMembers({ url, worker, secretary }, async (work) => {
      goTo(setAhead, before(60));
      await work();
      setAhead(0);
    });
    const { inService, retired, colleague } = cast.members;
    const serving = { worker, organiser, volunteers: [inService, retired, colleague] };
    await serveShift(serving, { of: 'haircuts', startsAt: before(30) + NINE }, setAhead);
    goTo(setAhead, before(20));
    await servedWish(cast, wisher);
    setAhead(0);
    await listsAndPosts(cast, others);
    await comingWishes(cast, others);
    await urgentCall(cast);
    await reportsOf(cast, period);
  } finally {
    setAhead(0);
  }
};
