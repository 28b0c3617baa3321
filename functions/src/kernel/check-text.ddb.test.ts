import { randomBytes } from 'node:crypto';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import type { TextAnswer } from './wechat/check-text';
import { WechatBroken, WechatUnavailable } from './wechat/failures';
import { sealOpenid } from './wechat/openid';
import { checkText } from './check-text';
import { stageCouncil, type Stage } from '../councils/test-council';

const openidKey = randomBytes(32).toString('base64url');
let engine: TestTables;
let stage: Stage;
const person = '01JD00000000000000000PERS1';
beforeAll(async () => {
  engine = await startTables(['identity']);
  stage = stageCouncil(engine.endpoint);
  await stage.put('identity', { pk: person, sk: 'openid', sealed: sealOpenid(openidKey, 'o-wechat-person') });
  await stage.put('identity', {
    pk: 'other-key',
    sk: 'openid',
    sealed: sealOpenid(randomBytes(32).toString('base64url'), 'o-wechat-other'),
  });
});
afterAll(async () => {
  stage.close();
  await engine.stop();
});

const asking = (answer: () => Promise<TextAnswer>) => {
  const wechat = { checkText: jest.fn(answer) };
  const report = jest.fn();
  return {
    wechat,
    report,
    check: checkText({ wechat, client: stage.plain, identityTable: 'identity', openidKey, report }),
  };
};
const said = (verdict: 'pass' | 'review' | 'risky', label: number) =>
  asking(async () => ({ ok: true, verdict, label, reason: '' }));

test.each([
  ['pass', 100],
  ['review', 20001],
  ['risky', 10001],
] as const)('%s comes through with its label', async (suggest, label) => {
  expect(await said(suggest, label).check({ personId: person, text: '文字' })).toEqual({ suggest, label });
});

test('WeChat is asked in the name of the author, as a forum post, with the title when there is one', async () => {
  const { wechat, check } = said('pass', 100);
  await check({ personId: person, text: '文字', title: '标题' });
  await check({ personId: person, text: '文字' });
  expect(wechat.checkText.mock.calls).toEqual([
    [{ openid: 'o-wechat-person', scene: 3, content: '文字', title: '标题' }],
    [{ openid: 'o-wechat-person', scene: 3, content: '文字' }],
  ]);
});

test('somebody without an openid is not asked about: the text waits', async () => {
  const { wechat, check } = said('pass', 100);
  expect(await check({ personId: 'nobody', text: '文字' })).toBe('unavailable');
  expect(wechat.checkText).not.toHaveBeenCalled();
});

const UNAVAILABLE: [string, () => Promise<TextAnswer>, number][] = [
  ['the author was not in the mini-program for two hours', async () => ({ ok: false, code: 'OPENID_UNSEEN' }), 0],
  [
    'WeChat is away',
    async () => Promise.reject(new WechatUnavailable({ path: '/wxa/msg_sec_check', reason: 'timeout' })),
    0,
  ],
  [
    'our own secret is wrong',
    async () => Promise.reject(new WechatBroken({ path: '/cgi-bin/stable_token', reason: 'errcode', errcode: 40125 })),
    1,
  ],
];
test.each(UNAVAILABLE)('when %s the text waits', async (_, answer, reports) => {
  const { check, report } = asking(answer);
  expect(await check({ personId: person, text: '文字' })).toBe('unavailable');
  expect(report).toHaveBeenCalledTimes(reports);
});

test('a seal that no longer opens is reported, without the text, and the text waits', async () => {
  const { check, report } = said('pass', 100);
  expect(await check({ personId: 'other-key', text: '不能外泄的文字' })).toBe('unavailable');
  expect(JSON.stringify(report.mock.calls.map(([error]) => String(error)))).not.toContain('不能外泄');
  expect(report).toHaveBeenCalledTimes(1);
});
