import { type TestWechat, startTestWechat } from './test-wechat';

const PATH = '/wxa/getwxacodeunlimit';

describe('unlimitedCode', () => {
  let wechat: TestWechat;
  beforeEach(async () => {
    wechat = await startTestWechat();
  });
  afterEach(() => wechat.stop());

  it('draws a PNG of the width asked for', async () => {
    const answer = await wechat
      .client()
      .unlimitedCode({ scene: "aZ09!#$&'()*+,/:;=?@-._~", page: 'pages/index/index', width: 300 });
    if (!answer.ok) throw new Error(answer.code);
    const png = Buffer.from(answer.bytes);
    expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([300, 300]);
  });

  it('says that the page is not in the published version, unless told not to look', async () => {
    const code = { scene: 'a', page: 'pages/none/index' };
    expect(await wechat.client().unlimitedCode(code)).toEqual({ ok: false, code: 'PAGE_MISSING' });
    expect(await wechat.client().unlimitedCode({ ...code, checkPath: false, env: 'trial' })).toMatchObject({
      ok: true,
    });
  });

  it.each([
    ['an empty scene', { scene: '' }, 40169],
    ['a scene of 33 characters', { scene: 'a'.repeat(33) }, 40169],
    ['a Chinese scene', { scene: '社区' }, 40097],
    ['a scene with a space', { scene: 'a b' }, 40097],
    ['a scene with a percent sign', { scene: 'a%20b' }, 40097],
    ['a code of 200 pixels', { scene: 'a', width: 200 }, 40097],
  ])('breaks on %s', async (_, code, errcode) => {
    await expect(wechat.client().unlimitedCode(code)).rejects.toMatchObject({
      name: 'WechatBroken',
      facts: { errcode },
    });
  });

  it('is unavailable past 5,000 codes a minute', async () => {
    await wechat.stop();
    wechat = await startTestWechat({ quotas: { [PATH]: [{ per: 'minute', max: 1, errcode: 45009 }] } });
    await wechat.client().unlimitedCode({ scene: 'a' });
    await expect(wechat.client().unlimitedCode({ scene: 'a' })).rejects.toMatchObject({
      name: 'WechatUnavailable',
      facts: { errcode: 45009 },
    });
  });

  it('takes neither a page of HTML nor JSON without an errcode for an image', async () => {
    wechat.control.failNext(PATH, 'garbage');
    await expect(wechat.client().unlimitedCode({ scene: 'a' })).rejects.toMatchObject({ facts: { reason: 'shape' } });
  });
});
