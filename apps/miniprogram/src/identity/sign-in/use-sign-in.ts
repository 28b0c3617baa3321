import { useState } from 'react';
import { identity } from '@gongzhi/shared/identity/contract';
import { call, sessions } from '../../kernel/call';
import { demoPerson } from '../../kernel/demo-person';
import { platform } from '../../kernel/platform/platform';
import { refreshStanding } from '../../kernel/standing';

/** `who`: not signed in. `consent`: signed in, the privacy notice is still to be agreed to. `done`. */
export type SignInStep = 'who' | 'consent' | 'done';

/** Whether a consent to the current privacy notice stands. */
const agreed = async (): Promise<boolean> => {
  const [me, notice] = await Promise.all([
    call(identity.readMe, {}),
    call(identity.readNotice, { purpose: 'privacy' }),
  ]);
  return (
    me.ok &&
    notice.ok &&
    me.value.consents.some((c) => c.purpose === 'privacy' && !c.withdrawnAt && c.version === notice.value.version)
  );
};

export const useSignIn = () => {
  const [step, setStep] = useState<SignInStep>(sessions.get() ? 'consent' : 'who');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();

  const signIn = async (person?: string) => {
    setBusy(true);
    setFailure(undefined);
    const code = await platform.signIn.loginCode(person).catch(() => undefined);
    const outcome = code ? await call(identity.signIn, { code }, { anonymous: true }) : undefined;
    if (!outcome?.ok) {
      setBusy(false);
      return setFailure(outcome?.says ?? '没有拿到登录凭证，请检查网络后再点一次。');
    }
    if (person) demoPerson.set(person);
    sessions.keep(outcome.value, Date.now());
    await refreshStanding();
    setStep((await agreed()) ? 'done' : 'consent');
    setBusy(false);
  };
  return { step, busy, failure, signIn, consented: () => setStep('done') };
};
