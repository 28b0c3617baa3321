import { ANNA, BO, type TestWechat, startTestWechat } from './test-wechat';

const HOUR = 3_600_000;
const PATH = '/wxa/msg_sec_check';

describe('checkText', () => {
  let wechat: TestWechat;
  beforeEach(async () => {
    wechat = await startTestWechat();
    wechat.control.visit('anna');
  });
  afterEach(() => wechat.stop());
  const check = (content: string, title?: string) =>
    wechat.client().checkText({ openid: ANNA.openid, scene: 3, content, ...(title !== undefined && { title }) });

  it.each([
    ['一楼的灯坏了，请修一修。', 'pass', 100, '未见问题'],
    ['物业不理，大家要去集体上访。', 'review', 20001, '时政'],
    ['这里有测试复核词', 'review', 21000, '其他'],
    ['群里有人拉人网络赌博', 'risky', 20006, '违法犯罪'],
    ['裸聊交友', 'risky', 20002, '色情'],
    ['加微信领红包', 'risky', 10001, '广告'],
  ])('judges “%s” as %s', async (content, verdict, label, reason) => {
    expect(await check(content)).toEqual({ ok: true, verdict, label, reason });
  });

  it('looks at the title too', async () => {
    expect(await check('正文没有问题', '代开发票')).toMatchObject({ verdict: 'risky' });
  });

  it('gives no verdict on someone not seen within two hours', async () => {
    wechat.pass(2 * HOUR - 1);
    expect(await check('你好')).toMatchObject({ verdict: 'pass' });
    wechat.pass(1);
    expect(await check('你好')).toEqual({ ok: false, code: 'OPENID_UNSEEN' });
    wechat.control.loginCode('anna');
    expect(await check('你好')).toMatchObject({ verdict: 'pass' });
  });

  it.each([BO.openid, 'oTest_nobody'])('gives no verdict on %s, who was never here', async (openid) => {
    expect(await wechat.client().checkText({ openid, scene: 2, content: '你好' })).toEqual({
      ok: false,
      code: 'OPENID_UNSEEN',
    });
  });

  it.each([
    [2_500, 1],
    [2_501, 2],
    [12_000, 5],
  ])('sends %i characters in %i checks', async (length, calls) => {
    expect(await check('楼'.repeat(length))).toMatchObject({ verdict: 'pass' });
    expect(wechat.control.calls(PATH)).toBe(calls);
  });

  it('lets the worst part decide, wherever it stands', async () => {
    const filler = `${'很长的一段。'.repeat(400)}\n`;
    for (const content of [`网络赌博\n${filler}${filler}游行`, `${filler}游行\n${filler}网络赌博`]) {
      expect(await check(content)).toMatchObject({ verdict: 'risky', label: 20006 });
    }
    expect(await check(`${filler}${filler}游行`)).toMatchObject({ verdict: 'review' });
  });

  it('finds a word that a cut would have torn apart', async () => {
    expect(await check(`${'长'.repeat(2_498)}网络赌博${'长'.repeat(2_498)}`)).toMatchObject({ verdict: 'risky' });
  });

  it.each([
    ['未查', '好', '未查'],
    ['好', '未查', '未查'],
    ['未查', '游行', '未查'],
    ['游行', '未查', '未查'],
    ['未查', '网络赌博', 'risky'],
    ['网络赌博', '未查', 'risky'],
  ])('of the parts %s and %s answers %s: no part without a verdict is taken for a pass', async (one, two, expected) => {
    const unseen: typeof globalThis.fetch = async (url, init) =>
      String(init?.body).includes('未查')
        ? Response.json({ errcode: 61010, errmsg: 'user access log timeout' })
        : fetch(url, init);
    const filler = `${'很长的一段。'.repeat(400)}\n`;
    const text = { openid: ANNA.openid, scene: 3, content: `${one}${filler}${two}${filler}` } as const;
    const answer = await wechat.client({ fetch: unseen }).checkText(text);
    expect(answer).toMatchObject(
      expected === 'risky' ? { ok: true, verdict: 'risky' } : { ok: false, code: 'OPENID_UNSEEN' },
    );
  });

  it('takes 87014, the answer of the first version, for risky', async () => {
    wechat.control.failNext(PATH, 87014);
    expect(await check('你好')).toEqual({ ok: true, verdict: 'risky', label: 21000, reason: '其他' });
  });

  it('breaks on an empty text, which no caller may send', async () => {
    await expect(check('')).rejects.toMatchObject({ name: 'WechatBroken', facts: { errcode: 44002 } });
  });

  it('is unavailable past 4,000 checks a minute', async () => {
    await wechat.stop();
    wechat = await startTestWechat({ present: true, quotas: { [PATH]: [{ per: 'minute', max: 3, errcode: 45011 }] } });
    for (let i = 0; i < 3; i += 1) expect(await check('你好')).toMatchObject({ ok: true });
    await expect(check('你好')).rejects.toMatchObject({ name: 'WechatUnavailable', facts: { errcode: 45011 } });
  });
});
