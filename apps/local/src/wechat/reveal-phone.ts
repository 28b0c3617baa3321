import { fail } from './errors';
import { findCode } from './exchange-code';
import type { Handle } from './world';

/** POST /wxa/business/getuserphonenumber. The country code is a number in every other answer, as the documents disagree. */
export const revealPhone: Handle = (world, { body }) => {
  const { found, person } = findCode(world, 'phone', body['code']);
  if (body['openid'] !== undefined && body['openid'] !== person.openid) fail(40003);
  if (!person.phone) return fail(40029);
  found.used = true;
  world.phoneAnswers += 1;
  const watermark = { timestamp: Math.floor(world.now().getTime() / 1_000), appid: world.seed.appid };
  return {
    errcode: 0,
    errmsg: 'ok',
    phone_info: {
      phoneNumber: person.phone,
      purePhoneNumber: person.phone,
      countryCode: world.phoneAnswers % 2 === 0 ? 86 : '86',
      watermark,
    },
  };
};
