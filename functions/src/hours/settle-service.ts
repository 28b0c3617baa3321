import { randomBytes } from 'node:crypto';
import type { Entry } from '@gongzhi/shared/hours/model';
import { oddities } from '@gongzhi/shared/hours/day-rules';
import { settleStep } from '@gongzhi/shared/hours/rules';
import { newId } from '@gongzhi/shared/kernel/ids';
import type { Calendar } from '@gongzhi/shared/kernel/working-days';
import type { Names } from './repo-names';
import type { Shifts } from './repo-shifts';
import { postLine, untilPosted, type Posts } from './post-line';
import { raiseCase } from './raise-case';
import type { Account, Line, Place } from './repo-entries';
import { reverseLine } from './reverse-line';

export interface Settling extends Posts {
  shifts: Shifts;
  names: Names;
  calendar: () => Promise<Calendar>;
}
/** A service that was settled, as its event tells it. */
export type Service = Place &
  Pick<Entry, 'activityId' | 'shiftId' | 'source' | 'from' | 'to' | 'minutes' | 'grade' | 'kind'> & { version: number };

/** The question about a line, with what a list shows of it. */
const questionWrites = async (deps: Settling, service: Service, line: Line, now: Date) => {
  if (!line.reasons) return [];
  const { communityId, volunteerId, activityId, shiftId, source, from, to, minutes } = service;
  const [shift, names] = await Promise.all([
    deps.shifts.shift(communityId, activityId, shiftId, source),
    deps.names.of(communityId, [volunteerId]),
  ]);
  const one = {
    ...{ caseId: `q-${line.entryId}`, kind: 'question' as const, volunteerId, activityId, shiftId, from, to, minutes },
    ...{ volunteerName: names.get(volunteerId) ?? '', title: shift?.title ?? '', reasons: line.reasons },
  };
  return [
    deps.repo.cases.raiseWrite(communityId, await raiseCase(one, { ...deps, communityId }, now), shift?.organiserId),
  ];
};

const enter = async (
  deps: Settling,
  service: Service,
  seen: Account,
  { now, answered }: { now: Date; answered: boolean },
) => {
  const { communityId, volunteerId, ...rest } = service;
  const place = { communityId, volunteerId };
  const { mostMinutesADay } = await deps.repo.settings.read(communityId);
  const span = { ...rest, track: 'recorded' as const };
  const reasons = [
    ...oddities(span, await deps.repo.entries.around(place, service), mostMinutesADay),
    ...(answered ? (['afterAnswer'] as const) : []),
  ];
  const line: Line = {
    ...span,
    entryId: newId(now, randomBytes(16)),
    at: now.toISOString(),
    cause: 'settled',
    ...(reasons.length > 0 ? { reasons } : {}),
  };
  const more = await questionWrites(deps, service, line, now);
  return postLine(deps, { ...place, what: `set-${service.version}`, line }, seen, { now, more });
};

/**
 * Takes a settled service into the ledger, once, however often and in whatever order its versions come: a later one
 * reverses what stands from an earlier one and is entered; an earlier one that comes later changes nothing.
 */
export const settleService = (deps: Settling, service: Service, now: Date): Promise<boolean> =>
  untilPosted(async () => {
    const seen = await deps.repo.entries.account(service);
    const step = settleStep(await deps.repo.entries.chain(service, service), service.version);
    if (step.do === 'known') return true;
    if (step.do === 'enter') return enter(deps, service, seen, { now, answered: step.answered });
    const line = await deps.repo.entries.line(service, step.line.from, step.line.entryId);
    if (!line) throw new Error(`no line ${step.line.entryId}`);
    await reverseLine(
      deps,
      { place: service, line, cause: 'replaced', seen },
      { now, id: () => newId(now, randomBytes(16)) },
    );
    return false;
  });
