import { streetOf } from '@gongzhi/shared/kernel/ids';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import { mayMakeCard, totalOf } from '@gongzhi/shared/scorecards/card-rules';
import { measure } from '@gongzhi/shared/scorecards/measure';
import type { Card, Scheme } from '@gongzhi/shared/scorecards/model';
import type { Ctx } from '../kernel/caller';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { gatherFacts } from './gather-facts';
import type { Deps, Handle } from './repo';

type CardDeps = Pick<Deps, 'repo' | 'satisfaction'>;
const draw = async (
  deps: CardDeps,
  communityId: string,
  quarter: string,
  scheme: Scheme,
): Promise<Omit<Card, 'madeAt'>> => {
  const [facts, duties] = await Promise.all([
    gatherFacts(deps, communityId, quarter),
    deps.repo.duties.version(streetOf(communityId), scheme.dutiesVersion),
  ]);
  const titles = new Map(duties?.items.map(({ itemId, title }) => [itemId, title]));
  const indicators = scheme.indicators.map((one) => ({ ...one, duty: titles.get(one.dutyItemId) ?? '' }));
  const inputs = scheme.indicators.map((one) => measure(one, facts));
  const { version: schemeVersion, dutiesVersion } = scheme;
  return { communityId, quarter, schemeVersion, dutiesVersion, indicators, inputs, total: totalOf(indicators, inputs) };
};

/** The card of a quarter by a scheme, drawn and kept; somebody else's that came first loses it. */
export const standCard = async (
  { communityId, quarter }: { communityId: string; quarter: string },
  scheme: Scheme,
  deps: CardDeps,
  ctx: Ctx,
) => {
  const at = ctx.now.toISOString();
  const card = { ...(await draw(deps, communityId, quarter, scheme)), madeAt: at };
  const { schemeVersion, total } = card;
  const event = {
    type: 'scorecards.card-made',
    subject: `scorecards/${quarter}`,
    data: { quarter, schemeVersion, ...total },
    ...(ctx.caller.personId === 'system' ? { via: 'system' as const } : {}),
  };
  return commit(ctx, deps.repo.cards.addWrites(card), event, { quarter, schemeVersion, total, at });
};

export const makeCard: Handle<'makeCard'> = async ({ communityId, quarter }, ctx) => {
  const { repo, now } = ctx;
  const early = mayMakeCard(quarter, now);
  if (early) return early;
  const scheme = await repo.schemes.of(streetOf(communityId), quarter);
  if (!scheme) return refuse('NO_SCHEME');
  if (await repo.cards.read(communityId, quarter)) return recallAnswer(ctx, refuse('CARD_MADE'));
  const done = await standCard({ communityId, quarter }, scheme, ctx, ctx);
  return isLost(done) ? recallAnswer(ctx, refuse('CARD_MADE')) : done;
};
