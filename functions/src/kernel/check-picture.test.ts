import { randomBytes } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { checkPicture } from './check-picture';
import { WechatBroken, WechatUnavailable } from './wechat/failures';
import { sealOpenid } from './wechat/openid';

const openidKey = randomBytes(32).toString('base64url');
const reported: unknown[] = [];
beforeEach(() => void reported.splice(0));
const checkBy = (checkMedia: (asked: object) => Promise<unknown>, sealed?: string) =>
  checkPicture({
    wechat: { checkMedia: checkMedia as never },
    client: { send: async () => (sealed ? { Item: { sealed } } : {}) } as unknown as DynamoDBDocumentClient,
    ...{ identityTable: 'identity', openidKey, report: (error: unknown) => void reported.push(error) },
  })({ personId: 'p', url: 'https://files.example.cn/kept/f' });
const sealed = sealOpenid(openidKey, 'openid-1');
const facts = { path: '/wxa/media_check_async', reason: 'errcode' } as const;

test('WeChat is asked in the name of whoever sent it, and names a trace', async () => {
  const asked: object[] = [];
  const trace = await checkBy(async (one) => (asked.push(one), { ok: true, traceId: 't' }), sealed);
  expect([trace, asked]).toEqual([
    't',
    [{ openid: 'openid-1', scene: 3, url: 'https://files.example.cn/kept/f', type: 'image' }],
  ]);
});

test.each([
  ['there is no openid', async () => ({ ok: true, traceId: 't' }), undefined, 0],
  ['WeChat has not seen the person', async () => ({ ok: false, code: 'OPENID_UNSEEN' }), sealed, 0],
  ['it is busy or over its quota (45009)', () => Promise.reject(new WechatUnavailable(facts)), sealed, 0],
  ['the secret is wrong', () => Promise.reject(new WechatBroken(facts)), sealed, 1],
  ['the key opens nothing', async () => ({ ok: true, traceId: 't' }), 'nonsense', 1],
])('%s: not asked, and only what a maintainer can put right is reported', async (_, answer, item, told) => {
  expect(await checkBy(answer, item)).toBeUndefined();
  expect(reported).toHaveLength(told);
});
