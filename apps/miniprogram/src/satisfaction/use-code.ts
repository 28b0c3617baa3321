import { useEffect, useState } from 'react';
import { codeIn, isWhole } from '@gongzhi/shared/kernel/spoken-codes';
import { ticketOf } from '@gongzhi/shared/satisfaction/call-back-codes';
import { satisfaction } from '@gongzhi/shared/satisfaction/contract';
import type { Answer, Asking } from '@gongzhi/shared/satisfaction/model';
import { isLow } from '@gongzhi/shared/satisfaction/rules';
import { call } from '../kernel/call';
import { EMPTY, answerOf, type Draft } from './answer/model';
import { callBacks, deviceOf } from './phone';

interface Way {
  communityId: string;
  code: string;
  answer: Answer;
  ticket: string;
}
/** How an answer by code is sent: by whoever holds the letter, or by a worker after it was read back. */
const SEND = {
  paper: async (way: Way) => call(satisfaction.answerByCode, { ...way, device: await deviceOf() }),
  assist: (way: Way) => call(satisfaction.answerForResident, { ...way, confirmed: true }),
} as const;

/** What is known of an answer by code. `callBack`: the code by which a low one is called back. */
interface Seen {
  asked?: Asking;
  failure?: string | undefined;
  recorded?: { callBack?: string };
}

/** What was on its way from this phone has come when the invitation is answered. */
const foundIn = (asked: Asking, callBack: string | undefined): Seen =>
  asked.state === 'answered' && callBack ? { asked, recorded: { callBack } } : { asked };

/** Asks what a code is about and answers it: what was typed and chosen stays when it is refused. */
export const useCode = (communityId: string, given: string | undefined, how: keyof typeof SEND) => {
  const [code, setCode] = useState(codeIn(given ?? ''));
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const [seen, setSeen] = useState<Seen>({});
  const [busy, setBusy] = useState(false);
  const ask = async () => {
    setBusy(true);
    const outcome = await call(satisfaction.askByCode, { communityId, code });
    setBusy(false);
    setSeen(outcome.ok ? foundIn(outcome.value, callBacks.known(code)) : { failure: outcome.says });
  };
  const send = async () => {
    setBusy(true);
    const [answer, callBack] = [answerOf(draft), await callBacks.of(code)];
    const outcome = await SEND[how]({ communityId, code, answer, ticket: ticketOf(callBack) ?? '' });
    setBusy(false);
    if (outcome.ok || outcome.refused) callBacks.drop(code);
    if (!outcome.ok) return setSeen({ ...seen, failure: outcome.says });
    setSeen({ ...seen, failure: undefined, recorded: isLow(answer.levels) ? { callBack } : {} });
  };
  useEffect(() => {
    if (isWhole(code)) void ask();
    // a code that came with the address is asked for at once, and once
  }, []);
  const restart = () => {
    setCode('');
    setDraft(EMPTY);
    setSeen({});
  };
  return { code, setCode: (typed: string) => setCode(codeIn(typed)), draft, setDraft, seen, busy, ask, send, restart };
};
export type UsedCode = ReturnType<typeof useCode>;
