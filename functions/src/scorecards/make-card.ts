import { streetOf } from '@gongzhi/shared/kernel/ids';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import { mayMakeCard, totalOf } from '@gongzhi/shared/scorecards/card-rules';
import { measure } from '@gongzhi/shared/scorecards/measure';
import type { Card, Scheme } from '@gongzhi/shared/scorecards/model';
import type { Ctx } from '../kernel/caller';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { gatherFacts } from './gather-facts';
import { ofService, type OfCard } from './of-service';
import type { Deps, Handle } from './repo';

type CardDeps = Pick<Deps, 'repo' | 'satisfaction'>;
const draw = async (deps: CardDeps, of: OfCard, scheme: Scheme): Promise<Omit<Card, 'madeAt'>> => {
  const [facts, duties] = await Promise.all([
    gatherFacts(deps, of),
    deps.repo.duties.version(streetOf(of.communityId), scheme.dutiesVersion),
  ]);
  const titles = new Map(duties?.items.map(({ itemId, title }) => [itemId, title]));
  const indicators = scheme.indicators.map((one) => ({ ...one, duty: titles.get(one.dutyItemId) ?? '' }));
  const inputs = scheme.indicators.map((one) => measure(one, facts));
  const { version: schemeVersion, dutiesVersion } = scheme;
  return { ...of, schemeVersion, dutiesVersion, indicators, inputs, total: totalOf(indicators, inputs) };
};

/** The card of a quarter by a scheme, drawn and kept; somebody else's that came first loses it. */
export const standCard = async (of: OfCard, scheme: Scheme, deps: CardDeps, ctx: Ctx) => {
  const { quarter, service } = of;
  const at = ctx.now.toISOString();
  const card = { ...(await draw(deps, of, scheme)), madeAt: at };
  const { schemeVersion, total } = card;
  const event = {
    type: 'scorecards.card-made',
    subject: ofService(`scorecards/${quarter}`, service),
    data: { quarter, ...(service ? { service } : {}), schemeVersion, ...total },
    ...(ctx.caller.personId === 'system' ? { via: 'system' as const } : {}),
  };
  return commit(ctx, deps.repo.cards.addWrites(card), event, { quarter, schemeVersion, total, at });
};

export const makeCard: Handle<'makeCard'> = async (of, ctx) => {
  const { communityId, quarter, service } = of;
  const { repo, now } = ctx;
  const early = mayMakeCard(quarter, now);
  if (early) return early;
  const scheme = await repo.schemes.of(streetOf(communityId), quarter, service);
  if (!scheme) return refuse('NO_SCHEME');
  if (await repo.cards.read(of)) return recallAnswer(ctx, refuse('CARD_MADE'));
  const done = await standCard(of, scheme, ctx, ctx);
  return isLost(done) ? recallAnswer(ctx, refuse('CARD_MADE')) : done;
};
