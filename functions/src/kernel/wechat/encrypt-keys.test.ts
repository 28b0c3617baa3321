import { ANNA, type TestWechat, startTestWechat } from './test-wechat';

describe('encryptKeys', () => {
  let wechat: TestWechat;
  beforeEach(async () => {
    wechat = await startTestWechat();
  });
  afterEach(() => wechat.stop());
  const logIn = async () => {
    const answer = await wechat.client().codeToSession(wechat.control.loginCode('anna'));
    if (!answer.ok) throw new Error(answer.code);
    return answer;
  };

  it('lists three keys of sixteen bytes, newest first', async () => {
    const answer = await wechat.client().encryptKeys(await logIn());
    if (!answer.ok) throw new Error(answer.code);
    expect(answer.keys.map(({ version, expiresIn }) => [version, expiresIn])).toEqual([
      [3, 3_600],
      [2, 0],
      [1, 0],
    ]);
    for (const { key, iv } of answer.keys)
      expect([key, iv].map((text) => Buffer.from(text, 'base64').length)).toEqual([16, 16]);
  });

  it('adds a key after an hour and keeps the last two', async () => {
    const session = await logIn();
    const before = await wechat.client().encryptKeys(session);
    wechat.pass(3_600_000);
    const after = await wechat.client().encryptKeys(session);
    if (!before.ok || !after.ok) throw new Error('no keys');
    expect(after.keys.map(({ version }) => version)).toEqual([4, 3, 2]);
    expect(after.keys[1]?.key).toBe(before.keys[0]?.key);
  });

  it('knows no keys of someone who never logged in, nor with a session_key that a later login replaced', async () => {
    expect(await wechat.client().encryptKeys({ openid: ANNA.openid, sessionKey: 'x' })).toEqual({
      ok: false,
      code: 'SESSION_ENDED',
    });
    const old = await logIn();
    await logIn();
    expect(await wechat.client().encryptKeys(old)).toEqual({ ok: false, code: 'SESSION_ENDED' });
  });
});
