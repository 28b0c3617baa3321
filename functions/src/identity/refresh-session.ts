import type { identity } from '@gongzhi/shared/identity/contract';
import { judgeRefresh, sessionEnd } from '@gongzhi/shared/identity/rules';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { PersonItem, Ctx } from '../kernel/caller';
import { commit } from '../kernel/commit';
import type { Handler } from '../kernel/serve';
import { actAs } from './act-as';
import { issueTokens, type SignToken } from './issue-tokens';
import type { Repo } from './repo';
import { hashOf, type SessionItem } from './repo-sessions';
import { ownerOf, rotateToken, stepsBehind } from './rotate-token';

export interface RefreshNeeds {
  repo: Repo;
  pepper: string;
  sign: SignToken;
}
type Needs = Omit<Ctx, 'caller'> & RefreshNeeds;
const over = () => refuse('SESSION_ENDED');

const judge = (ctx: Needs, token: string, session: SessionItem, person: PersonItem) =>
  judgeRefresh(
    {
      behind: stepsBehind(ctx.pepper, token, session),
      ended: session.endedAt !== undefined,
      outdated: session.validFrom < person.validFrom,
      expiresAt: session.expiresAt * 1000,
      rotatedAt: session.rotatedAt,
    },
    ctx.now.getTime(),
  );

/** Ends the session for whoever holds any of its tokens, with one event however often it is noticed. */
const endReused = async (ctx: Needs, session: SessionItem) => {
  const sessionId = session.sk.slice('session#'.length);
  const event = {
    type: 'identity.session-reuse',
    scope: session.pk,
    subject: session.pk,
    via: 'system' as const,
    data: { sessionId },
  };
  await commit(
    actAs(ctx, { personId: session.pk, sessionId }, `session-reuse|${sessionId}`),
    [ctx.repo.ending(session, ctx.now.getTime())],
    event,
    {},
  );
  return over();
};

/** What else a token may be but the current one of its session. */
const answerOther = async (ctx: Needs, token: string, session: SessionItem, person: PersonItem) => {
  const verdict = judge(ctx, token, session, person);
  if (verdict === 'repeat') return issueTokens(ctx.sign, session, rotateToken(ctx.pepper, token));
  return verdict === 'reuse' ? endReused(ctx, session) : over();
};

/**
 * Rotates a refresh token. Of two refreshes at once with one token the first to write wins, and the other finds itself one
 * behind within the grace and is given the same tokens: an honest phone that asks twice is never signed out. A thief who
 * asks within the same 30 s gets them too; the session then ends as soon as one of the two is a rotation ahead of the other.
 */
export const refreshSession: Handler<typeof identity.refresh, RefreshNeeds> = async ({ refreshToken: token }, ctx) => {
  const owner = ownerOf(token);
  const { session, person } = owner ? await ctx.repo.session(owner.personId, owner.sessionId) : {};
  if (!session || !person) return over();
  if (judge(ctx, token, session, person) !== 'rotate') return answerOther(ctx, token, session, person);
  const rotatedAt = ctx.now.getTime();
  const next = rotateToken(ctx.pepper, token);
  const renewed = {
    hash: hashOf(next),
    rotatedAt,
    expiresAt: Math.floor(sessionEnd(session.startedAt, rotatedAt) / 1000),
  };
  const written = await ctx.repo.rotate(session, hashOf(token), renewed);
  if (written === 'rotated') return issueTokens(ctx.sign, { ...session, ...renewed }, next);
  return written ? answerOther(ctx, token, written, person) : over();
};
