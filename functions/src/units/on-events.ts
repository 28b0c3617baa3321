import '@gongzhi/shared/kernel/zod';
import type { EventBridgeEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { createRepo, type Repo } from './repo';

const CONTACT = z.literal('unitContact');
const told = { scope: CommunityId, subject: Id, at: Instant };
/** What this slice reads of the directory’s events. */
const Joined = z.object({
  ...told,
  type: z.literal('directory.staff-joined'),
  data: z.object({ role: CONTACT, unitId: Id }),
});
const Revoked = z.object({ ...told, type: z.literal('directory.role-revoked'), data: z.object({ role: CONTACT }) });
const Left = z.object({ ...told, type: z.literal('directory.member-left') });
const Told = z.union([Joined, Revoked, Left]);

/** Keeps who speaks for which unit. Other events are let by. */
export const onEvents =
  ({ repo }: { repo: Pick<Repo, 'contacts'> }) =>
  async ({ detail }: EventBridgeEvent<string, unknown>): Promise<void> => {
    const { data: event } = z.safeParse(Told, detail);
    if (!event) return;
    const who = { communityId: event.scope, personId: event.subject, at: event.at };
    await (event.type === 'directory.staff-joined'
      ? repo.contacts.begin(who, event.data.unitId)
      : repo.contacts.end(who));
  };

let ready: ReturnType<typeof onEvents> | undefined;
export const handler = (event: EventBridgeEvent<string, unknown>): Promise<void> => {
  ready ??= onEvents({
    repo: createRepo(createDocumentClient(), readEnv(['TABLE_UNITS']).TABLE_UNITS, createCursors('')),
  });
  return ready(event);
};
