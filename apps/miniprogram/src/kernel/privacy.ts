import type { PrivacyAnswer } from './platform/port';
import { platform } from './platform/platform';
import { makeStore } from './store';

/** WeChat's open question whether the person agrees, while there is one. */
export const privacyAsked = makeStore<PrivacyAnswer | undefined>(undefined);
/** The id WeChat checks that the agreeing tap came from. */
export const AGREE_BUTTON = 'agree-privacy';

export const listenForPrivacy = (): void => platform.privacy?.onAsked((answer) => privacyAsked.set(answer));

export const answerPrivacy = (agreed: boolean): void => {
  privacyAsked.get()?.(agreed, AGREE_BUTTON);
  privacyAsked.set(undefined);
};
