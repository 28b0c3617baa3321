import { GetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { verdictOf, verdictOfFailure, type Verdict } from '@gongzhi/shared/notices/sending';
import type { Wechat } from '../kernel/wechat/create-wechat';
import { WechatBroken, WechatUnavailable } from '../kernel/wechat/failures';
import { openOpenid } from '../kernel/wechat/openid';

/** One message to one person: the template's id, its fitted fields, the page its card opens. */
export interface Letter {
  personId: string;
  templateId: string;
  data: Record<string, string>;
  page: string;
}
export type CallWechat = (letter: Letter) => Promise<Verdict>;

interface Sources {
  wechat: Pick<Wechat, 'sendSubscribe'>;
  client: DynamoDBDocumentClient;
  identityTable: string;
  openidKey: string;
  state?: 'developer' | 'trial' | 'formal';
}
const SEND = '/cgi-bin/message/subscribe/send';

const failed = (error: unknown): Verdict => {
  if (!(error instanceof WechatUnavailable) && !(error instanceof WechatBroken)) throw error;
  const { path, reason, errcode } = error.facts;
  return verdictOfFailure({ sending: path === SEND, reason, errcode });
};

/**
 * Sends one message. Nothing is thrown for what WeChat or the line does; the openid is opened here, goes to WeChat and nowhere
 * else. One read unit.
 */
export const callWechat =
  ({ wechat, client, identityTable, openidKey, state = 'formal' }: Sources): CallWechat =>
  async ({ personId, ...letter }) => {
    const Key = { pk: personId, sk: 'openid' };
    const { Item } = await client.send(new GetCommand({ TableName: identityTable, Key }));
    if (!Item) return { is: 'refused' };
    try {
      const openid = openOpenid(openidKey, String(Item['sealed']));
      return verdictOf(await wechat.sendSubscribe({ ...letter, openid, state }));
    } catch (error) {
      return failed(error);
    }
  };
