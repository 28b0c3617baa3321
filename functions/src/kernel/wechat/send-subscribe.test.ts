import { ANNA, BO, type TestWechat, startTestWechat } from './test-wechat';

const DATA = { thing1: '议事会表决开始', time2: '2026年11月23日 15:01', phrase3: '进行中' };
const message = { openid: ANNA.openid, templateId: 'tmplOnce', data: DATA };

describe('sendSubscribe', () => {
  let wechat: TestWechat;
  beforeEach(async () => {
    wechat = await startTestWechat();
  });
  afterEach(() => wechat.stop());
  const accept = (key = 'anna', templateId = 'tmplOnce') => wechat.control.answerPopup(key, { [templateId]: 'accept' });

  it('sends what was accepted, with the page it opens', async () => {
    await accept();
    const page = 'pages/index/index?from=notice';
    expect(await wechat.client().sendSubscribe({ ...message, page })).toEqual({ ok: true });
    expect(wechat.control.sent()).toEqual([
      { at: '2026-11-23T01:00:00.000Z', openid: ANNA.openid, templateId: 'tmplOnce', page, data: DATA },
    ]);
  });

  it('spends one accept a send, and says when none is left', async () => {
    const client = wechat.client();
    expect(await client.sendSubscribe(message)).toEqual({ ok: false, code: 'NOT_SUBSCRIBED' });
    await accept();
    await accept();
    expect(wechat.control.balance('anna', 'tmplOnce')).toBe(2);
    expect(await client.sendSubscribe(message)).toEqual({ ok: true });
    expect(await client.sendSubscribe(message)).toEqual({ ok: true });
    expect(await client.sendSubscribe(message)).toEqual({ ok: false, code: 'NOT_SUBSCRIBED' });
    expect(wechat.control.sent()).toHaveLength(2);
  });

  it('sends a long-term template again and again until it is turned off', async () => {
    const long = { openid: ANNA.openid, templateId: 'tmplLong', data: { thing1: '开会' } };
    await accept('anna', 'tmplLong');
    for (let i = 0; i < 3; i += 1) expect(await wechat.client().sendSubscribe(long)).toEqual({ ok: true });
    await wechat.control.turnOff('anna', 'tmplLong');
    expect(await wechat.client().sendSubscribe(long)).toEqual({ ok: false, code: 'NOT_SUBSCRIBED' });
  });

  it('says that two sends to one person overlap, but not to two people', async () => {
    await wechat.stop();
    wechat = await startTestWechat({ sendMs: 500 });
    await accept();
    await accept();
    await accept('bo');
    const client = wechat.client();
    const answers = await Promise.all(
      [message, message, { ...message, openid: BO.openid }].map((m) => client.sendSubscribe(m)),
    );
    expect(answers.slice(0, 2)).toEqual(expect.arrayContaining([{ ok: true }, { ok: false, code: 'OVERLAP' }]));
    expect(answers[2]).toEqual({ ok: true });
    expect(wechat.control.balance('anna', 'tmplOnce')).toBe(1);
  });

  it.each([
    ['thing1', '一二三四五六七八九十一二三四五六七八九十一'],
    ['thing1', '换\n行'],
    ['thing1', ''],
    ['time2', '明天下午'],
    ['phrase3', '进行中了吗啊'],
    ['phrase3', 'open'],
  ])('names the field %s when its text is “%s”', async (field, value) => {
    await accept();
    const answer = await wechat.client().sendSubscribe({ ...message, data: { ...DATA, [field]: value } });
    expect(answer).toEqual({ ok: false, code: 'FIELD_RULE', field });
    expect(wechat.control.balance('anna', 'tmplOnce')).toBe(1);
  });

  it('names a field that is missing', async () => {
    await accept();
    const { phrase3: _, ...rest } = DATA;
    expect(await wechat.client().sendSubscribe({ ...message, data: rest })).toEqual({
      ok: false,
      code: 'FIELD_RULE',
      field: 'phrase3',
    });
  });

  it('says that a word is not allowed', async () => {
    await accept();
    const data = { ...DATA, thing1: '含有测试敏感词' };
    expect(await wechat.client().sendSubscribe({ ...message, data })).toEqual({ ok: false, code: 'SENSITIVE_WORD' });
  });

  it('says that nobody has this openid', async () => {
    expect(await wechat.client().sendSubscribe({ ...message, openid: 'oTest_nobody' })).toEqual({
      ok: false,
      code: 'OPENID_WRONG',
    });
  });

  it.each([
    ['an unknown template', { templateId: 'tmplNone' }, 40037],
    ['a page that is not published', { page: 'pages/none/index' }, 41030],
    ['a page with a leading slash', { page: '/pages/index/index' }, 41030],
  ])('breaks on %s', async (_, change, errcode) => {
    await accept();
    await expect(wechat.client().sendSubscribe({ ...message, ...change })).rejects.toMatchObject({
      name: 'WechatBroken',
      facts: { errcode },
    });
  });
});
