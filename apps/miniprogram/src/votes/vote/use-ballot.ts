import { useEffect, useState } from 'react';
import { routeKey } from '@gongzhi/shared/kernel/contract';
import { votes } from '@gongzhi/shared/votes/contract';
import { isPoll } from '@gongzhi/shared/kernel/kind-words';
import type { Choice, Vote } from '@gongzhi/shared/votes/model';
import { askMessages } from '../../kernel/ask-messages';
import { sessions } from '../../kernel/call';
import { platform } from '../../kernel/platform/platform';
import { forgetSent, queue, send } from '../../kernel/queue';
import { useStore } from '../../kernel/store';
import { toast } from '../../kernel/toast';
import { receipts } from '../phone-receipts';
import { findReceipt } from '../receipts';
import { CHOICE_WORDS } from './model';
import { markFor, namedFate } from './named-receipt';

const parts = { receipts, random: platform.random, now: () => new Date() };

/** Takes an older choice for the same ballot out of what waits for the network: it must not arrive after this one. */
const forgetOlder = (voteId: string, unitId: string | undefined) => {
  for (const { key, route, input, state } of queue.get())
    if (
      state === 'waiting' &&
      route === routeKey(votes.castVote) &&
      input['voteId'] === voteId &&
      input['unitId'] === unitId
    )
      forgetSent(key);
};

/** The ballot at this place of those the reader may cast, and where it stands. */
const unitOf = (mine: Vote['mine'], at: number) => {
  const unit = mine?.units[at];
  const channel = at === 0 ? mine?.channel : undefined;
  return { unit, mine: mine && (unit ? { onRoll: true, ...unit, channel } : mine) };
};

const titleOf = (vote: Vote | undefined, choice: Choice): string =>
  `${vote && isPoll(vote) ? '意见征询' : '表决'}《${vote?.question ?? ''}》：${CHOICE_WORDS[choice]}`;

/** The mark of the reader's own ballot, as it is sent. */
const ownMark = async (vote: Vote | undefined, owner: string | undefined): Promise<{ mark?: string }> => {
  const mark = vote && owner ? await markFor(parts, owner, vote) : undefined;
  return mark ? { mark } : {};
};

/** The ballot being cast: choose, then one tap that names the choice, so that voting is three taps from opening; sent, or kept until there is a network. */
export const useBallot = (vote: Vote | undefined, ids: { communityId: string; voteId: string }, done: () => void) => {
  const [choice, setChoice] = useState<Choice>();
  const [at, setAt] = useState(0);
  const [busy, setBusy] = useState(false);
  const { unit, mine } = unitOf(vote?.mine, at);
  const owner = useStore(sessions)?.personId;
  const receipt = findReceipt(useStore(receipts), { owner, voteId: ids.voteId });
  useEffect(() => {
    if (!vote || vote.ballot !== 'named' || !receipt) return;
    const fate = namedFate(receipt, vote);
    if (fate === 'recorded') receipts.keep({ ...receipt, state: 'recorded' });
    if (fate === 'lost') receipts.drop(receipt);
  }, [vote, receipt]);
  const cast = async () => {
    if (!choice) return;
    void askMessages('cast');
    setBusy(true);
    forgetOlder(ids.voteId, unit?.unitId);
    // a receipt is for the own ballot; one cast as an agent is its owner's
    const mark = at === 0 ? await ownMark(vote, owner) : {};
    const input = { ...ids, choice, ...(unit ? { unitId: unit.unitId } : {}), ...mark };
    const outcome = await send(votes.castVote, input, titleOf(vote, choice));
    setBusy(false);
    if (outcome.ok) setChoice(undefined);
    toast(outcome.ok ? '票已投出。' : outcome.says);
    done();
  };
  return { choice, setChoice, at, setAt, mine, busy, cast, receipt };
};
