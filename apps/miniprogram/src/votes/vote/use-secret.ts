import { useEffect, useState } from 'react';
import { votes } from '@gongzhi/shared/votes/contract';
import type { Choice, Vote } from '@gongzhi/shared/votes/model';
import { call, sessions } from '../../kernel/call';
import { platform } from '../../kernel/platform/platform';
import { useStore } from '../../kernel/store';
import { receipts } from '../phone-receipts';
import { findReceipt } from '../receipts';
import { castOnce, fateOf, type Casting } from './cast-once';

const parts = {
  receipts,
  random: platform.random,
  send: (input: Parameters<Parameters<typeof castOnce>[0]['send']>[0]) => call(votes.castSecret, input),
  now: () => new Date(),
};

/** A secret ballot being cast. The choice lives in this page only until the ballot is recorded. */
export const useSecret = (vote: Vote | undefined, voteId: string, done: () => void) => {
  const owner = useStore(sessions)?.personId;
  const receipt = findReceipt(useStore(receipts), { owner, voteId });
  const [choice, setChoice] = useState<Choice>();
  const [sure, setSure] = useState(false);
  const [busy, setBusy] = useState(false);
  const [casting, setCasting] = useState<Casting>();
  useEffect(() => {
    if (!vote || vote.ballot !== 'secret' || receipt?.state !== 'sent') return;
    const fate = fateOf(receipt, vote);
    if (fate === 'unknown') return;
    if (fate === 'recorded') receipts.keep({ ...receipt, state: 'recorded' });
    else receipts.drop(receipt);
    setChoice(undefined);
    setCasting(undefined);
  }, [vote, receipt]);
  const cast = async () => {
    if (!vote || !owner || !choice) return;
    setBusy(true);
    const outcome = await castOnce(parts, owner, vote, choice);
    setBusy(false);
    setSure(false);
    setCasting(outcome);
    if (outcome.state !== 'unsure') setChoice(undefined);
    done();
  };
  return { receipt, choice, setChoice, sure, setSure, busy, casting, cast };
};
export type Secret = ReturnType<typeof useSecret>;
