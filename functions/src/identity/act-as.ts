import { createHash } from 'node:crypto';
import type { Ctx } from '../kernel/caller';

/**
 * The context of an act on a public route that turned out to be this person's. `key` names the act among the person's own
 * and is all there is to it: asked again it is the same request, whatever was sent. It is kept only as a hash.
 */
export const actAs = (
  ctx: Omit<Ctx, 'caller'>,
  { personId, sessionId = '' }: { personId: string; sessionId?: string },
  key: string,
): Ctx => ({
  ...ctx,
  caller: { personId, sessionId, roles: [], displayName: '', consents: [] },
  intent: { scope: personId, actor: personId, key, hash: createHash('sha256').update(key).digest('base64url') },
});
