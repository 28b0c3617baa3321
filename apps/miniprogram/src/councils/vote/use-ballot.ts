import { useState } from 'react';
import { councils } from '@gongzhi/shared/councils/contract';
import type { Choice } from '@gongzhi/shared/councils/model';
import { send } from '../../kernel/queue';
import { toast } from '../../kernel/toast';
import { CHOICE_WORDS } from './model';

/** The ballot being cast: choose, then one tap that names the choice, so that voting is three taps from opening; sent, or kept until there is a network. */
export const useBallot = (at: { communityId: string; voteId: string }, question: string, done: () => void) => {
  const [choice, setChoice] = useState<Choice>();
  const [busy, setBusy] = useState(false);
  const cast = async () => {
    if (!choice) return;
    setBusy(true);
    const outcome = await send(councils.castVote, { ...at, choice }, `表决《${question}》：${CHOICE_WORDS[choice]}`);
    setBusy(false);
    toast(outcome.ok ? '您家的票已投出。' : outcome.says);
    done();
  };
  return { choice, setChoice, busy, cast };
};
