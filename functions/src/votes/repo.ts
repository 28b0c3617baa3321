import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { votes } from '@gongzhi/shared/votes/contract';
import type { Cursors } from '../kernel/cursor';
import type { Electorate } from '../kernel/electorate';
import type { Matters } from '../kernel/matters';
import { createPages } from '../kernel/pages';
import type { Ways } from '../kernel/ways';
import type { Handler } from '../kernel/serve';
import type { HelpCode } from './help-code';
import type { Difference } from './recount-vote';
import { repoBallots } from './repo-ballots';
import { repoEntries } from './repo-entries';
import { repoLists } from './repo-lists';
import { repoProxies } from './repo-proxies';
import { repoReadings } from './repo-readings';
import { repoSecret } from './repo-secret';
import { repoRolls } from './repo-rolls';
import { repoRules } from './repo-rules';
import { repoStates } from './repo-states';
import { repoTurnout } from './repo-turnout';
import { repoVotes } from './repo-votes';

/**
 * Table `votes` (pk, sk; stream NEW_IMAGE). c = community, v = vote. Units: 1 write unit = 1 KB, twice that in a
 * transaction; 1 read unit = 4 KB, half of it when eventually consistent.
 *
 *   item          pk                     sk                          read by                                    units
 *   vote          c#votes                v                           Get (immutable, kept in memory); Query     1; page ≤ 11
 *   rule          c#rules                rule set                    Get, a community's own fractions           1
 *   setting       c#rules                rule set#instant            Query, what was set before                 1
 *   roll          c#v#v                  roll#bucket                 Get (immutable, kept in memory)            1
 *   who           c#v#v                  who#bucket                  Get (immutable), an owner's units          1
 *   cover         c#v#v                  cover                       Get, the roll by building and band         1 a 4 KB
 *   due           c#v#v                  due                         index byDue; removed when settled          –
 *   turnout       c#v#v                  turnout                     Get, units that voted; live                1 a 4 KB
 *   reached       c#v#v                  reached                     Get, units that opened the page; live      1 a 4 KB
 *   result        c#v#v                  result                      Get                                        1
 *   agent         c#v#v                  agent#person                Get, whose ballots somebody may cast       1
 *   offer         c#v#v                  offer#code                  Get, a proxy nobody took up yet            1
 *   ballot        c#v#v#b                unit                        Get; Query at the count, all pages         1; 1 a 4 KB
 *   reading       c#v#v#r                unit                        never; the stream counts it                –
 *
 * `ballots`: the table of secret ballots (repo-secret.ts), for the functions that may reach it.
 *
 * Index byDue (due = 'open', closesAt; KEYS_ONLY; only on due items): votes whose end has come; the tick decides from the
 * table itself.
 */
export const createRepo = (client: DynamoDBDocumentClient, table: string, cursors: Cursors, ballots = '') => {
  const pages = createPages({ client, table, cursors });
  return {
    votes: repoVotes(pages),
    states: repoStates(pages),
    rules: repoRules(pages),
    rolls: repoRolls(pages),
    ballots: repoBallots(pages),
    proxies: repoProxies(pages),
    readings: repoReadings(pages),
    lists: repoLists(pages),
    entries: repoEntries(pages),
    turnout: repoTurnout(pages),
    secret: repoSecret(createPages({ client, table: ballots, cursors })),
  };
};
export type Repo = ReturnType<typeof createRepo>;

/** What every handler of this slice is given besides the request. */
export interface Deps {
  repo: Repo;
  electorate: Electorate;
  matters: Matters;
  ways: Ways;
  /** Whether there is a key that signs the list of a secret vote. */
  secretKey: boolean;
  /** By which a unit agrees to be helped. */
  helpCode: HelpCode;
  /** Told of a recount that is not what the live figures say. */
  alarm: (difference: Difference) => void;
}
export type Handle<K extends keyof typeof votes> = Handler<(typeof votes)[K], Deps>;
