import { randomBytes } from 'node:crypto';
import { newId } from '@gongzhi/shared/kernel/ids';
import type { Caller, Ctx } from './caller';
import type { Ledger } from './ledger';

const SYSTEM: Caller = { personId: 'system', sessionId: '', roles: [], displayName: '', consents: [] };

/** The context of an act nobody asked for: `key` names it, so that doing it twice is doing it once. */
export const actAlone = (ledger: Ledger, communityId: string, key: string, now: Date): Ctx => ({
  ledger,
  now,
  caller: SYSTEM,
  requestId: key,
  intent: { scope: communityId, actor: SYSTEM.personId, key, hash: '' },
  id: () => newId(now, randomBytes(16)),
});
