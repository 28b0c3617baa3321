import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';

/** How an act came in: by the person in the app, by staff for somebody, by an import, entered afterwards (补录), or by the system settling what had ended. */
export const Via = z.enum(['app', 'staff', 'import', 'afterwards', 'system']);
export type Via = z.infer<typeof Via>;

/** One change, once: who, when, what, about which subject. Ids, instants and numbers only, so that erasing a person does not break the record. */
export const LedgerEvent = z.strictObject({
  id: Id,
  /** `councils.proposal-filed`: the slice, then what happened. */
  type: z.string(),
  subject: z.string(),
  at: Instant,
  via: Via,
  /** Whether the reader's own act; other actors are not named in a history. */
  mine: z.boolean(),
  data: z.record(z.string(), z.union([z.string(), z.int(), z.boolean()])),
});
export type LedgerEvent = z.infer<typeof LedgerEvent>;

export const ledger = defineContract({
  readHistory: {
    summary: 'Events about one subject, oldest first',
    method: 'GET',
    path: '/ledger/{communityId}/subjects/{subjectId}/events',
    access: 'public',
    input: z.strictObject({ communityId: CommunityId, subjectId: Id, cursor: z.optional(Cursor) }),
    output: pageOf(LedgerEvent),
    refusals: [],
  },
});
