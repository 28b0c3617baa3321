import { useState } from 'react';
import { councils } from '@gongzhi/shared/councils/contract';
import { back, replaceBy } from '../../kernel/navigate';
import { send } from '../../kernel/queue';
import { toast } from '../../kernel/toast';
import { byField, faultsOf, type Draft } from './model';

const SAID = {
  published: '提议已公开，邻居可以附议了。',
  waiting: '提议已收到，社区工作者看过后公开。',
  refused: '提议已收到。',
} as const;

/** Files the draft: faults by field, the content check's refusal, or the proposal's page. */
export const useFiling = (communityId: string, draft: Draft, clear: () => void) => {
  const [busy, setBusy] = useState(false);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState<string>();
  const [risky, setRisky] = useState<string>();

  const file = async (askReview: boolean) => {
    const found = faultsOf(draft);
    setFaults(found);
    if (Object.keys(found).length > 0) return setFailure('有几处需要补充，请看标出来的地方。');
    setBusy(true);
    const outcome = await send(
      councils.fileProposal,
      { communityId, ...draft, ...(askReview ? { askReview } : {}) },
      `提议《${draft.title}》`,
    );
    setBusy(false);
    setRisky(undefined);
    if (outcome.ok) {
      clear();
      toast(SAID[outcome.value.state]);
      return replaceBy('councils', 'proposal', { communityId, proposalId: outcome.value.id });
    }
    if (outcome.queued) {
      clear();
      toast(outcome.says);
      return back();
    }
    if (outcome.refused === 'TEXT_RISKY') return setRisky(outcome.says);
    if (outcome.invalid) setFaults(byField(outcome.invalid));
    setFailure(outcome.says);
  };
  return { busy, faults, failure, risky, file, dismiss: () => setRisky(undefined) };
};
