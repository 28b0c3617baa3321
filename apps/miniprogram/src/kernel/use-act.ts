import { useState } from 'react';
import type { Input, Output, Route } from '@gongzhi/shared/kernel/contract';
import { call } from './call';
import { toast } from './toast';

/** Does one thing at a time, says what came of it and looks again. Resolves to whether it was done. */
export const useAct = (done: () => void) => {
  const [busy, setBusy] = useState(false);
  const act = async <R extends Route>(
    route: R,
    input: Input<R>,
    words: string | ((value: Output<R>) => string),
  ): Promise<boolean> => {
    setBusy(true);
    const outcome = await call(route, input);
    setBusy(false);
    toast(outcome.ok ? (typeof words === 'string' ? words : words(outcome.value)) : outcome.says);
    done();
    return outcome.ok;
  };
  return { busy, act };
};
export type Act = ReturnType<typeof useAct>['act'];
