import { createHash } from 'node:crypto';
import type { Track } from '@gongzhi/shared/exchange/model';
import { weigh, type Effect } from '@gongzhi/shared/exchange/rules';
import { newId } from '@gongzhi/shared/kernel/ids';
import { actAlone } from '../kernel/act-alone';
import { commit, isLost, type Lost } from '../kernel/commit';
import type { Ledger } from '../kernel/ledger';
import { MOVED, tryAgain } from '../kernel/try-again';
import type { Repo } from './repo';
import type { Served, TallyItem } from './repo-tallies';

/** Hours as the slice `hours` entered them. `servedAt`: when the service began, by which rule and year are found. */
export interface HoursEntered extends Served {
  entryId: string;
  minutes: number;
  at: string;
  servedAt: string;
  kind: string;
}
interface Entering {
  repo: Repo;
  ledger: Ledger;
}
/** Nobody reads a history of somebody's points: the entries are it. */
const PRIVATE = { unlisted: true, via: 'system' } as const;

/** An entry's own name: by the instant at which its hours were entered, the same however often they are told. */
const nameOf = ({ entryId, at }: HoursEntered): string =>
  newId(new Date(at), createHash('sha256').update(entryId).digest());

/** What an account counts more of. */
const countsOf = ({ parts, years }: Effect, track: Track, kind: string): Record<string, number> => {
  const adds: Record<string, number> = { parts };
  for (const [year, { minutes, services }] of Object.entries(years)) {
    adds[track] = (adds[track] ?? 0) + minutes;
    adds[`${track === 'recorded' ? 'r' : 'h'}${year}`] = minutes;
    if (track !== 'recorded') continue;
    adds[`s${year}`] = services;
    adds[`k${year}#${kind}`] = minutes;
  }
  return adds;
};

/** What one entry changes, before it is written. */
const weighHours = async ({ repo }: Entering, hours: HoursEntered, seen: TallyItem | undefined) => {
  const { communityId, personId, track, minutes, servedAt } = hours;
  const [rules, account] = await Promise.all([
    repo.rules.versions(communityId),
    repo.accounts.read({ communityId, personId }),
  ]);
  const effect = weigh(seen, { minutes, at: servedAt }, { rules, track });
  const joined = effect.after.rated ? [...(account?.teams ?? [])] : undefined;
  const teams = seen?.teams ?? (joined && (await repo.teams.open(communityId, joined)));
  return { effect, teams };
};

const enterOnce = async (
  entering: Entering,
  hours: HoursEntered,
  { seen, now }: { seen: TallyItem | undefined; now: Date },
): Promise<object | Lost> => {
  const { repo, ledger } = entering;
  const { communityId, personId, activityId, shiftId, track, kind, minutes, at } = hours;
  const owner = { communityId, personId };
  const { effect, teams } = await weighHours(entering, hours, seen);
  const counts = countsOf(effect, track, kind);
  const entry = {
    ...({ entryId: nameOf(hours), kind: minutes < 0 ? 'reversed' : 'hours', parts: effect.parts } as const),
    ...{ at, track, minutes, activityId },
  };
  const writes = [
    repo.tallies.moveWrite(hours, seen, { ...effect.after, ...(teams ? { teams } : {}) }),
    ...repo.accounts.addWrites(owner, counts),
    ...(effect.parts === 0 ? [] : [repo.entries.addWrite(owner, entry)]),
    ...repo.teams.countWrites(communityId, teams ?? [], counts['recorded'] ?? 0),
  ];
  const data = { entryId: hours.entryId, personId, activityId, shiftId, minutes, parts: effect.parts };
  const event = { ...PRIVATE, type: 'exchange.hours-counted', subject: `points/${personId}`, data };
  return commit(actAlone(ledger, communityId, `hours-${hours.entryId}`, now), writes, event, {});
};

/** Counts hours once, however often they are told of: the event that tells of it bears their entry's name. */
export const enterHours = async (entering: Entering, hours: HoursEntered, now: Date): Promise<void> => {
  await tryAgain('exchange.hours-counted', async () => {
    const seen = await entering.repo.tallies.read(hours);
    return isLost(await enterOnce(entering, hours, { seen, now })) ? MOVED : undefined;
  });
};
