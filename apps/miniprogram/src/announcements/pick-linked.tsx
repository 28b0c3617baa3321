import { LINKED, type Linked } from '@gongzhi/shared/announcements/model';
import { councils } from '@gongzhi/shared/councils/contract';
import { meetings } from '@gongzhi/shared/meetings/contract';
import { volunteering } from '@gongzhi/shared/volunteering/contract';
import { votes } from '@gongzhi/shared/votes/contract';
import type { Outcome } from '../kernel/answer-of';
import { call } from '../kernel/call';
import { ListState } from '../kernel/ui/list-state';
import { PickOne } from '../kernel/ui/pick-one';
import type { Pickable } from '../kernel/ui/pick-one/model';
import { useLoaded } from '../kernel/use-loaded';
import { fromComing, fromMeetings, fromProposals, fromVotes } from './attach/model';

const listed = async <T,>(
  asked: Promise<Outcome<{ items: T[] }>>,
  from: (items: readonly T[]) => Pickable[],
): Promise<Outcome<Pickable[]>> => {
  const outcome = await asked;
  return outcome.ok ? { ok: true, value: from(outcome.value.items) } : outcome;
};
/** What there is of each kind, the newest of it or what comes next. */
const ASK: Readonly<Record<Linked, (communityId: string) => Promise<Outcome<Pickable[]>>>> = {
  proposal: (communityId) => listed(call(councils.listProposals, { communityId }), fromProposals),
  vote: (communityId) => listed(call(votes.listVotes, { communityId }), fromVotes),
  activity: (communityId) => listed(call(volunteering.listComing, { communityId }), fromComing),
  meeting: (communityId) => listed(call(meetings.listMeetings, { communityId }), fromMeetings),
};

interface PickLinkedProps {
  communityId: string;
  to: Linked;
  label: string;
  onPick: (picked: Pickable) => void;
}
/** One page of this product, picked from the list of its kind. */
export function PickLinked({ communityId, to, label, onPick }: PickLinkedProps) {
  const { loaded, reload } = useLoaded(`${to} ${communityId}`, () => ASK[to](communityId));
  return (
    <ListState
      loaded={loaded}
      retry={reload}
      isEmpty={(all) => all.length === 0}
      empty={{ words: `现在没有可选的${LINKED[to]}。` }}
    >
      {(all) => <PickOne label={label} hint="打名称里的几个字；列出的是最近的二十个" all={all} onPick={onPick} />}
    </ListState>
  );
}
