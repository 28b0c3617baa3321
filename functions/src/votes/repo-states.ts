import type { RollEntry } from '@gongzhi/shared/votes/roll-rules';
import type { Mark } from '@gongzhi/shared/votes/secret-rules';
import type { Key, Lookup, Pages } from '../kernel/pages';
import { ballotKey, type BallotItem } from './repo-ballots';
import { agentKey, type AgentItem } from './repo-proxies';
import { entryIn, rollKey, unitsIn, whoKey } from './repo-rolls';
import { turnoutKey, type TurnoutItem } from './repo-turnout';
import { resultKey, type ResultItem, type VoteItem } from './repo-votes';

/** Who looks at a vote. */
export interface Reader {
  personId: string;
  householdId?: string | undefined;
}
/** A unit the reader may cast for: by right of the roll, or as agent. */
export interface UnitState {
  unitId: string;
  as: 'own' | 'proxy';
  entry: RollEntry;
  ballot: Partial<BallotItem> | undefined;
  mark?: Mark;
}
/** What changes about a vote, and what the reader may do in it. */
export interface VoteState {
  result: ResultItem | undefined;
  turnout: number;
  /** Absent for somebody who is not signed in. */
  units?: UnitState[];
}
interface Candidate {
  unitId: string;
  as: 'own' | 'proxy';
}

/** The one unit a reader may have by right; owners' units must be looked up. */
const ownUnit = ({ rule }: VoteItem, { personId, householdId }: Reader): string | undefined =>
  ({ household: householdId, person: personId, delegate: personId, owner: undefined })[rule.unit];
const hasProxies = ({ rule }: VoteItem) => rule.proxiesPerAgent > 0;

const firstKeys = (communityId: string, vote: VoteItem, reader: Reader | undefined): Key[] => {
  const unitId = reader && ownUnit(vote, reader);
  return [
    resultKey(communityId, vote.sk),
    turnoutKey(communityId, vote.sk),
    ...(unitId ? [rollKey(communityId, vote, unitId), ballotKey(communityId, vote.sk, unitId)] : []),
    ...(reader && vote.rule.unit === 'owner' ? [whoKey(communityId, vote, reader.personId)] : []),
    ...(reader && hasProxies(vote) ? [agentKey(communityId, vote.sk, reader.personId)] : []),
  ];
};
const candidatesIn = (lookup: Lookup, communityId: string, vote: VoteItem, reader: Reader): Candidate[] => {
  const unitId = ownUnit(vote, reader);
  const owned =
    vote.rule.unit === 'owner' ? unitsIn(lookup(whoKey(communityId, vote, reader.personId)), reader.personId) : [];
  const agent = hasProxies(vote) ? lookup<AgentItem>(agentKey(communityId, vote.sk, reader.personId)) : undefined;
  return [
    ...[...(unitId ? [unitId] : []), ...owned].map((id) => ({ unitId: id, as: 'own' as const })),
    ...[...(agent?.units ?? [])].map((id) => ({ unitId: id, as: 'proxy' as const })),
  ];
};
const secondKeys = (communityId: string, vote: VoteItem, candidates: readonly Candidate[]): Key[] =>
  candidates.flatMap(({ unitId }) => [rollKey(communityId, vote, unitId), ballotKey(communityId, vote.sk, unitId)]);

const unitsOf = (lookup: Lookup, communityId: string, vote: VoteItem, candidates: readonly Candidate[]): UnitState[] =>
  candidates.flatMap(({ unitId, as }) => {
    const entry = entryIn(lookup(rollKey(communityId, vote, unitId)), unitId);
    const ballot = lookup<Partial<BallotItem>>(ballotKey(communityId, vote.sk, unitId));
    return entry ? [{ unitId, as, entry, ballot }] : [];
  });

/** What pages show of votes besides what is frozen: at most two reads together, whatever the size of the roll. */
export const repoStates = ({ getAll }: Pages) => {
  const states = async (
    communityId: string,
    votes: readonly VoteItem[],
    reader: Reader | undefined,
    consistent: boolean,
  ): Promise<VoteState[]> => {
    const first = await getAll(
      votes.flatMap((vote) => firstKeys(communityId, vote, reader)),
      { consistent },
    );
    const candidates = votes.map((vote) => (reader ? candidatesIn(first, communityId, vote, reader) : []));
    const further = votes.flatMap((vote, i) =>
      secondKeys(communityId, vote, candidates[i] ?? []).filter((key) => first(key) === undefined),
    );
    const second = further.length > 0 ? await getAll(further, { consistent }) : () => undefined;
    const lookup: Lookup = (key) => first(key) ?? second(key);
    return votes.map((vote, i) => ({
      result: first<ResultItem>(resultKey(communityId, vote.sk)),
      turnout: first<TurnoutItem>(turnoutKey(communityId, vote.sk))?.n ?? 0,
      ...(reader ? { units: unitsOf(lookup, communityId, vote, candidates[i] ?? []) } : {}),
    }));
  };
  return {
    one: async (communityId: string, vote: VoteItem, reader: Reader | undefined): Promise<VoteState> => {
      const [state] = await states(communityId, [vote], reader, true);
      return state as VoteState;
    },
    many: (communityId: string, votes: readonly VoteItem[], reader: Reader | undefined) =>
      states(communityId, votes, reader, false),
  };
};
