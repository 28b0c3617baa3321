import { checkMedia, type MediaToCheck } from './check-media';
import { checkText, type TextToCheck } from './check-text';
import { codeToSession } from './code-to-session';
import { type WechatOptions, connect } from './connect';
import { encryptKeys } from './encrypt-keys';
import { phoneNumber } from './phone-number';
import { type Message, sendSubscribe } from './send-subscribe';
import { type CodeToDraw, unlimitedCode } from './unlimited-code';

/**
 * WeChat's server interfaces for one mini-program. What can be expected comes back as a value, `{ ok: false, code }`;
 * an outage throws WechatUnavailable (try later), a fault of ours WechatBroken.
 */
export const createWechat = (options: WechatOptions) => {
  const line = connect(options);
  return {
    codeToSession: (code: string) => codeToSession(line, code),
    phoneNumber: (code: string, openid?: string) => phoneNumber(line, code, openid),
    checkText: (text: TextToCheck) => checkText(line, text),
    checkMedia: (media: MediaToCheck) => checkMedia(line, media),
    sendSubscribe: (message: Message) => sendSubscribe(line, message),
    unlimitedCode: (code: CodeToDraw) => unlimitedCode(line, code),
    encryptKeys: (session: { openid: string; sessionKey: string }) => encryptKeys(line, session),
  };
};
export type Wechat = ReturnType<typeof createWechat>;
