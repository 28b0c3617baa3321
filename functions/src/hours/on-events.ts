import '@gongzhi/shared/kernel/zod';
import type { EventBridgeEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { CaseId, Grade, Source } from '@gongzhi/shared/hours/model';
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

/** Whose service is entered, by the event that tells of it. */
const SETTLED_BY: Readonly<Record<string, Source | undefined>> = {
  'volunteering.service-settled': undefined,
  ...Object.fromEntries(Source.options.map((source) => [`${source}.service-settled`, source])),
};
/** What this slice reads of an event on the bus. */
const Settled = z.object({
  type: z.string().check(z.refine((type: string) => Object.hasOwn(SETTLED_BY, type))),
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
      const { type, scope: communityId, data } = settled.data;
      const source = SETTLED_BY[type];
      await settleService(deps, { communityId, ...data, ...(source ? { source } : {}) }, clock());
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
  const env = readEnv(['TABLE_HOURS', 'TABLE_VOLUNTEERING', 'TABLE_WISHES', 'TABLE_DIRECTORY', 'TABLE_LEDGER']);
  const client = createDocumentClient();
  return onEvents({
    repo: createRepo(client, env.TABLE_HOURS, createCursors('')),
    ledger: createLedger(client, env.TABLE_LEDGER),
    shifts: repoShifts(client, { volunteering: env.TABLE_VOLUNTEERING, wishes: env.TABLE_WISHES }),
    names: repoNames(client, env.TABLE_DIRECTORY),
    calendar: loadCalendar,
  });
};
export const handler = (event: EventBridgeEvent<string, unknown>): Promise<void> => (ready ??= build())(event);
