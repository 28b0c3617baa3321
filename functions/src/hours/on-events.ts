import '@gongzhi/shared/kernel/zod';
import type { EventBridgeEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { CaseId, Grade } from '@gongzhi/shared/hours/model';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { loadCalendar } from '../kernel/calendar';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { createLedger } from '../kernel/ledger';
import { carryOut } from './carry-out';
import { repoNames } from './repo-names';
import { repoShifts } from './repo-shifts';
import { createRepo } from './repo';
import { settleService, type Settling } from './settle-service';

/** What this slice reads of an event on the bus. */
const Settled = z.object({
  type: z.literal('volunteering.service-settled'),
  scope: CommunityId,
  data: z.object({
    activityId: Id,
    shiftId: Id,
    volunteerId: Id,
    version: z.int().check(z.minimum(1)),
    from: Instant,
    to: Instant,
    minutes: z.int().check(z.minimum(0)),
    grade: Grade,
    kind: z.string(),
  }),
});
const Answered = z.object({
  type: z.literal('hours.case-answered'),
  scope: CommunityId,
  data: z.object({ caseId: CaseId }),
});

/** Settled services are entered; answered cases are carried out. Other events are let by. */
export const onEvents =
  ({ clock = () => new Date(), ...deps }: Settling & { clock?: () => Date }) =>
  async ({ detail }: EventBridgeEvent<string, unknown>): Promise<void> => {
    const settled = z.safeParse(Settled, detail);
    if (settled.success) {
      const { scope: communityId, data } = settled.data;
      await settleService(deps, { communityId, ...data }, clock());
      return;
    }
    const answered = z.safeParse(Answered, detail);
    if (!answered.success) return;
    const { scope: communityId, data } = answered.data;
    const item = await deps.repo.cases.read(communityId, data.caseId);
    if (item) await carryOut(deps, item, clock());
  };

let ready: ReturnType<typeof onEvents> | undefined;
const build = () => {
  const env = readEnv(['TABLE_HOURS', 'TABLE_VOLUNTEERING', 'TABLE_DIRECTORY', 'TABLE_LEDGER']);
  const client = createDocumentClient();
  return onEvents({
    repo: createRepo(client, env.TABLE_HOURS, createCursors('')),
    ledger: createLedger(client, env.TABLE_LEDGER),
    shifts: repoShifts(client, env.TABLE_VOLUNTEERING),
    names: repoNames(client, env.TABLE_DIRECTORY),
    calendar: loadCalendar,
  });
};
export const handler = (event: EventBridgeEvent<string, unknown>): Promise<void> => (ready ??= build())(event);
