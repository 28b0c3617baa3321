import '@gongzhi/shared/kernel/zod';
import type { EventBridgeEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { createParty, type Party } from '../kernel/party';
import { countService } from './count-service';
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

/** Of the hours it is told of: minutes that were recorded, not made up later nor taken over. */
const Entered = z.object({
  scope: CommunityId,
  type: z.literal('hours.entered'),
  data: z.object({
    ...{ entryId: Id, volunteerId: Id, shiftId: Id, minutes: z.int(), from: Instant },
    track: z.literal('recorded'),
  }),
});

interface Listening {
  repo: Pick<Repo, 'contacts' | 'served'>;
  party: Pick<Party, 'member'>;
}
/** Keeps who speaks for which unit, and what its members did together. Other events are let by. */
export const onEvents =
  ({ repo, party }: Listening) =>
  async ({ detail }: EventBridgeEvent<string, unknown>): Promise<void> => {
    const entered = z.safeParse(Entered, detail);
    if (entered.success) {
      const { volunteerId: personId, ...line } = entered.data.data;
      return countService({ repo, party }, { communityId: entered.data.scope, personId, ...line });
    }
    const { data: event } = z.safeParse(Told, detail);
    if (!event) return;
    const who = { communityId: event.scope, personId: event.subject, at: event.at };
    await (event.type === 'directory.staff-joined'
      ? repo.contacts.begin(who, event.data.unitId)
      : repo.contacts.end(who));
  };

const build = () => {
  const env = readEnv(['TABLE_UNITS', 'TABLE_PARTY', 'TABLE_IDENTITY']);
  const client = createDocumentClient();
  return onEvents({
    repo: createRepo(client, env.TABLE_UNITS, createCursors('')),
    party: createParty(client, { party: env.TABLE_PARTY, identity: env.TABLE_IDENTITY }),
  });
};
let ready: ReturnType<typeof onEvents> | undefined;
export const handler = (event: EventBridgeEvent<string, unknown>): Promise<void> => {
  ready ??= build();
  return ready(event);
};
