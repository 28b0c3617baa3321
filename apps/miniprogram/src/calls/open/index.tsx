import { useState } from 'react';
import { calls } from '@gongzhi/shared/calls/contract';
import { call } from '../../kernel/call';
import { replaceBy, useParams } from '../../kernel/navigate';
import { toast } from '../../kernel/toast';
import { Banner } from '../../kernel/ui/banner';
import { Page } from '../../kernel/ui/page';
import { useRolesIn } from '../../kernel/use-roles';
import { WhatFields, WhenFields, WhomFields } from './fields';
import { byField, missingWords, planOf, reachWords, usualDraft } from './model';

/** Calling members: what for, when and where, whom. */
export default function OpenCall() {
  const { communityId } = useParams('calls', 'open');
  const worker = useRolesIn(communityId).includes('worker');
  const [draft, setDraft] = useState(() => usualDraft(new Date()));
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [faults, setFaults] = useState<Record<string, string>>({});
  const change = (part: Partial<typeof draft>) => setDraft((old) => ({ ...old, ...part }));
  const missing = missingWords(draft);
  const submit = async () => {
    setBusy(true);
    const outcome = await call(calls.openCall, { communityId, plan: planOf(draft) });
    setBusy(false);
    if (outcome.ok) {
      toast('已发出，正在通知。');
      return replaceBy('calls', 'board', { communityId, callId: outcome.value.callId });
    }
    setFailure(outcome.says);
    setFaults(byField(outcome.invalid ?? []));
  };
  const fields = { draft, change, faults };
  return (
    <Page
      title="发起召集"
      why={missing}
      primary={{ label: '马上召集', busy, disabled: missing !== undefined, onTap: () => void submit() }}
    >
      <WhatFields {...fields} />
      <WhenFields {...fields} />
      <WhomFields {...fields} />
      <Banner tone="note" title="会通知谁" words={reachWords(draft, worker)} />
      {failure ? <Banner tone="danger" title="还没有发出" words={failure} /> : null}
    </Page>
  );
}
