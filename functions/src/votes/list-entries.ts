import { refuse } from '@gongzhi/shared/kernel/refusals';
import { shownReadings } from '@gongzhi/shared/votes/channel-rules';
import type { Handle } from './repo';
import type { HelpItem, PaperItem } from './repo-entries';

const kindOf = ({ sk }: { sk: string }) => (sk.startsWith('paper#') ? ('paper' as const) : ('help' as const));
const isPaper = (item: PaperItem | HelpItem): item is PaperItem => kindOf(item) === 'paper';

/** What was entered, by unit. Readings of others are shown only once they differ. */
export const listEntries: Handle<'listEntries'> = async ({ communityId, voteId, cursor }, { repo, caller }) => {
  if (!(await repo.votes.vote(communityId, voteId))) return refuse('NOT_FOUND');
  const { items, next } = await repo.entries.list(communityId, voteId, cursor);
  return {
    items: items.map((item) => ({
      unitId: item.sk.slice(item.sk.indexOf('#') + 1),
      kind: kindOf(item),
      state: item.state,
      readings: isPaper(item) ? shownReadings(item.readings, caller.personId, item.state) : [],
    })),
    next,
  };
};
