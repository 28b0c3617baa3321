import { useState } from 'react';
import type { Input, Output, Route } from '@gongzhi/shared/kernel/contract';
import { call } from '../kernel/call';
import { toast } from '../kernel/toast';

/** Sends a form once; what was typed stays when it fails, and why is said on the page. */
export const useSend = () => {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const send = async <R extends Route>(route: R, input: Input<R>, done: (value: Output<R>) => string) => {
    setBusy(true);
    const outcome = await call(route, input);
    setBusy(false);
    if (outcome.ok) toast(done(outcome.value));
    else setFailure(outcome.says);
  };
  return { busy, failure, send };
};
