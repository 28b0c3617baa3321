import { refuse } from '@gongzhi/shared/kernel/refusals';
import { shownReadings } from '@gongzhi/shared/votes/channel-rules';
import { stoodOf } from './find-on-roll';
import type { Handle, Repo } from './repo';
import type { HelpItem, PaperItem } from './repo-entries';
import type { CoverItem, VoteItem } from './repo-votes';

/** Workers whose readings of one paper are shown: more never read the same one. */
const MOST_READINGS = 8;

interface In {
  communityId: string;
  vote: VoteItem;
  cover: CoverItem | undefined;
  personId: string;
}

const isPaper = (item: PaperItem | HelpItem): item is PaperItem => item.sk.startsWith('paper#');
const unitOf = ({ sk }: { sk: string }) => sk.slice(sk.indexOf('#') + 1);

/** A ballot that was helped stands by itself: the help says only that it was agreed to. */
const stateOf = async (repo: Repo, item: PaperItem | HelpItem, { communityId, vote }: In) => {
  if (isPaper(item) || item.state === 'asked') return item.state;
  return (await stoodOf(repo, communityId, vote, unitOf(item))) ? ('cast' as const) : item.state;
};

const shown = async (repo: Repo, item: PaperItem | HelpItem, around: In) => {
  const unitId = unitOf(item);
  const entry = await repo.rolls.entry(around.communityId, around.vote, unitId);
  const building = entry && around.cover?.buildings[entry.building]?.name;
  return {
    unitId,
    kind: isPaper(item) ? ('paper' as const) : ('help' as const),
    state: await stateOf(repo, item, around),
    readings: isPaper(item) ? shownReadings(item.readings, around.personId, item.state).slice(0, MOST_READINGS) : [],
    ...(building ? { building } : {}),
  };
};

/** What was entered, by unit. Readings of others are shown only once they differ. */
export const listEntries: Handle<'listEntries'> = async ({ communityId, voteId, unitId, cursor }, { repo, caller }) => {
  const vote = await repo.votes.vote(communityId, voteId);
  if (!vote) return refuse('NOT_FOUND');
  const cover = await repo.votes.cover(communityId, voteId);
  const { items, next } = unitId
    ? { items: await repo.entries.ofUnit(communityId, voteId, unitId), next: undefined }
    : await repo.entries.list(communityId, voteId, cursor);
  const around = { communityId, vote, cover, personId: caller.personId };
  return { items: await Promise.all(items.map((item) => shown(repo, item, around))), next };
};
