import { useState } from 'react';
import type { Outcome } from '../../kernel/answer-of';
import { toTab } from '../../kernel/navigate';
import { refreshStanding } from '../../kernel/standing';
import { toast } from '../../kernel/toast';

/** One attempt to join, whichever way: what was typed stays when it fails. */
export const useJoining = () => {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const join = async (
    attempt: () => Promise<Outcome<unknown>>,
    said: string,
    after: () => void = () => toTab('home'),
  ) => {
    setBusy(true);
    setFailure(undefined);
    const outcome = await attempt();
    setBusy(false);
    if (!outcome.ok) return setFailure(outcome.says);
    toast(said);
    await refreshStanding();
    after();
  };
  return { busy, failure, join };
};
