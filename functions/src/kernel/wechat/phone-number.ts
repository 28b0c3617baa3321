import { PhoneInfo, jsonOf } from './answers';
import type { Connection, Refused } from './connect';

export type PhoneAnswer =
  { ok: true; phone: string; countryCode: string } | Refused<'PHONE_CODE_BAD' | 'NOT_THIS_PERSON' | 'TOO_MANY'>;

/**
 * Exchanges the code of the phone button (not a login code; 5 minutes, once; each success is paid for) for the number
 * without its country code. With `openid` WeChat checks that the code belongs to that person.
 */
export const phoneNumber = async (
  { askWithToken }: Connection,
  code: string,
  openid?: string,
): Promise<PhoneAnswer> => {
  const body = { code, ...(openid !== undefined && { openid }) };
  const answer = await askWithToken('/wxa/business/getuserphonenumber', { body }, jsonOf(PhoneInfo));
  if (!answer.ok) return { ok: false, code: answer.code };
  const { purePhoneNumber, countryCode } = answer.value.phone_info;
  return { ok: true, phone: purePhoneNumber, countryCode: String(countryCode) };
};
