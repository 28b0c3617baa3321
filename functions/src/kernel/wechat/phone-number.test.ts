import { MINUTE } from '@gongzhi/shared/kernel/time';
import { ANNA, BO, type TestWechat, startTestWechat } from './test-wechat';

describe('phoneNumber', () => {
  let wechat: TestWechat;
  beforeEach(async () => {
    wechat = await startTestWechat();
  });
  afterEach(() => wechat.stop());

  it('reads the country code whether it comes as a text or as a number', async () => {
    const client = wechat.client();
    for (const person of [ANNA, BO]) {
      const answer = await client.phoneNumber(wechat.control.phoneCode(person.key));
      expect(answer).toEqual({ ok: true, phone: person.phone, countryCode: '86' });
    }
  });

  it.each([
    ['a login code', () => wechat.control.loginCode('anna')],
    ['an invented code', () => 'nonsense'],
    [
      'the code of someone without a number',
      () => {
        const { phone: _, ...mute } = ANNA;
        wechat.control.addPerson({ ...mute, key: 'mute', openid: 'oTest_mute' });
        return wechat.control.phoneCode('mute');
      },
    ],
  ])('refuses %s', async (_, code) => {
    expect(await wechat.client().phoneNumber(code())).toEqual({ ok: false, code: 'PHONE_CODE_BAD' });
  });

  it('takes a code once and for five minutes', async () => {
    const [code, late] = [wechat.control.phoneCode('anna'), wechat.control.phoneCode('bo')];
    await wechat.client().phoneNumber(code);
    expect(await wechat.client().phoneNumber(code)).toEqual({ ok: false, code: 'PHONE_CODE_BAD' });
    wechat.pass(5 * MINUTE);
    expect(await wechat.client().phoneNumber(late)).toEqual({ ok: false, code: 'PHONE_CODE_BAD' });
  });

  it('has WeChat check whose code it is', async () => {
    const code = wechat.control.phoneCode('anna');
    expect(await wechat.client().phoneNumber(code, BO.openid)).toEqual({ ok: false, code: 'NOT_THIS_PERSON' });
    expect(await wechat.client().phoneNumber(code, ANNA.openid)).toMatchObject({ ok: true });
  });
});
