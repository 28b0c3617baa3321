import { useState } from 'react';
import type { TextState } from '@gongzhi/shared/councils/model';
import type { Sending } from '../../kernel/queue';
import { toast } from '../../kernel/toast';
import { SAID } from './model';

type Say = (body: string, askReview: boolean) => Promise<Sending<{ state: TextState }>>;

/** A text being written and said: a point or a reply. What was typed stays until it is said or queued. */
export const useSpeaking = (say: Say, done: () => void) => {
  const [body, setBody] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [risky, setRisky] = useState<string>();
  const speak = async (askReview: boolean) => {
    setBusy(true);
    const outcome = await say(body, askReview);
    setBusy(false);
    setRisky(undefined);
    setFailure(undefined);
    if (outcome.ok || outcome.queued) {
      setBody('');
      toast(outcome.ok ? SAID[outcome.value.state] : outcome.says);
      done();
    } else if (outcome.refused === 'TEXT_RISKY') setRisky(outcome.says);
    else setFailure(outcome.says);
  };
  return { body, setBody, busy, failure, risky, speak, dismiss: () => setRisky(undefined) };
};
