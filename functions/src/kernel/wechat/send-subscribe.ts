import { Sent, jsonOf } from './answers';
import type { Connection, Refused } from './connect';

export interface Message {
  openid: string;
  templateId: string;
  /** Field key of the template (`thing1`) to its text. */
  data: Readonly<Record<string, string>>;
  page?: string;
  /** Which version of the mini-program the card opens. Default formal. */
  state?: 'developer' | 'trial' | 'formal';
}
/**
 * `NOT_SUBSCRIBED`: set the local balance to zero. `OVERLAP`: another send to this person is under way; send again
 * after it. `FIELD_RULE`: `field` breaks its format; never retry. `SENSITIVE_WORD`: the text needs other words.
 */
export type SendAnswer =
  | { ok: true }
  | Refused<'NOT_SUBSCRIBED' | 'OVERLAP' | 'SENSITIVE_WORD' | 'BANNED' | 'OPENID_WRONG'>
  | (Refused<'FIELD_RULE'> & { field?: string });

const FIELD = /data\.(\w+)/;

/** Sends one subscribe message; each send spends one accept of the person (long-term templates excepted). */
export const sendSubscribe = async ({ askWithToken }: Connection, message: Message): Promise<SendAnswer> => {
  const { openid, templateId, data, page, state = 'formal' } = message;
  const values = Object.fromEntries(Object.entries(data).map(([key, value]) => [key, { value }]));
  const body = {
    touser: openid,
    template_id: templateId,
    data: values,
    miniprogram_state: state,
    lang: 'zh_CN',
    ...(page !== undefined && { page }),
  };
  const answer = await askWithToken('/cgi-bin/message/subscribe/send', { body }, jsonOf(Sent));
  if (answer.ok) return { ok: true };
  if (answer.code !== 'FIELD_RULE') return { ok: false, code: answer.code };
  const field = FIELD.exec(answer.errmsg)?.[1];
  return { ok: false, code: 'FIELD_RULE', ...(field !== undefined && { field }) };
};
