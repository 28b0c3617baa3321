import { SERVICES } from '@gongzhi/shared/kernel/satisfaction-result';
import type { Scheme } from '@gongzhi/shared/scorecards/model';
import { cardsByThemselves } from '@gongzhi/shared/scorecards/quarters';
import { actAlone } from '../kernel/act-alone';
import { createCommunities, type Communities } from '../kernel/communities';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { createLedger, type Ledger } from '../kernel/ledger';
import { createSatisfaction } from '../kernel/satisfaction';
import { standCard } from './make-card';
import { ofService } from './of-service';
import { createRepo, type Deps, type Repo } from './repo';

interface Ticking {
  repo: Repo;
  ledger: Ledger;
  satisfaction: Deps['satisfaction'];
  communities: Pick<Communities, 'streets' | 'page'>;
  clock?: () => Date;
}
/** Within a function's minute there is time to begin with another community for so long. */
const BUDGET_MS = 30_000;

type Listed<T> = (cursor: string | undefined) => Promise<{ items: T[]; next: string | undefined }>;
const all = async function* <T>(list: Listed<T>): AsyncGenerator<T> {
  let cursor: string | undefined;
  do {
    const { items, next } = await list(cursor);
    yield* items;
    cursor = next;
  } while (cursor);
};

/** Makes what is missing of a community's cards: its own, and of each service that has a scheme. @returns how many it made. */
const makeOfCommunity = async (
  communityId: string,
  { quarter, schemes }: { quarter: string; schemes: readonly Scheme[] },
  ticking: Ticking,
  now: Date,
): Promise<number> => {
  const { repo, ledger } = ticking;
  let made = 0;
  for (const scheme of schemes) {
    const { service } = scheme;
    const of = { communityId, quarter, ...(service ? { service } : {}) };
    if (await repo.cards.read(of)) continue;
    await standCard(of, scheme, ticking, actAlone(ledger, communityId, ofService(`card-${quarter}`, service), now));
    made += 1;
  }
  return made;
};

/** Makes what is missing of a street's cards; a street without a scheme has none. @returns how many it made. */
const makeOfStreet = async (streetId: string, quarter: string, ticking: Ticking, now: Date): Promise<number> => {
  const { repo, communities } = ticking;
  const found = await Promise.all(
    [undefined, ...SERVICES].map((service) => repo.schemes.of(streetId, quarter, service)),
  );
  const schemes = found.flatMap((scheme) => scheme ?? []);
  if (schemes.length === 0) return 0;
  let made = 0;
  for await (const { communityId } of all((cursor) => communities.page(streetId, cursor)))
    made += await makeOfCommunity(communityId, { quarter, schemes }, ticking, now);
  return made;
};

/**
 * Makes the cards of the quarter that is over, a day after the button is there, for whatever street has a scheme. It may be
 * killed anywhere and run twice: a card is made once, and the quarter is done with when no street failed. One street that
 * fails does not keep the others waiting; the tick then fails, and comes again.
 * @returns how many it made.
 */
export const makeCards = (ticking: Ticking) => async (): Promise<number> => {
  const now = ticking.clock?.() ?? new Date();
  const quarter = cardsByThemselves(now);
  if (await ticking.repo.cards.isDone(quarter)) return 0;
  const until = performance.now() + BUDGET_MS;
  const failures: unknown[] = [];
  let made = 0;
  for await (const streetId of all((cursor) => ticking.communities.streets(cursor))) {
    if (performance.now() > until) return made;
    const count = await makeOfStreet(streetId, quarter, ticking, now).catch((error: unknown) => {
      failures.push(error);
      return 0;
    });
    made += count;
  }
  if (failures.length > 0) throw new AggregateError(failures, `cards of ${failures.length} streets could not be made`);
  await ticking.repo.cards.setDone(quarter);
  return made;
};

let ready: ReturnType<typeof makeCards> | undefined;
const build = () => {
  const env = readEnv(['TABLE_SCORECARDS', 'TABLE_SATISFACTION', 'TABLE_DIRECTORY', 'TABLE_LEDGER']);
  const client = createDocumentClient();
  return makeCards({
    repo: createRepo(client, env.TABLE_SCORECARDS, createCursors('')),
    ledger: createLedger(client, env.TABLE_LEDGER),
    satisfaction: createSatisfaction(client, env.TABLE_SATISFACTION),
    communities: createCommunities(client, env.TABLE_DIRECTORY, createCursors('')),
  });
};
export const handler = (): Promise<number> => (ready ??= build())();
