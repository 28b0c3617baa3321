import { GetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Check } from '@gongzhi/shared/kernel/text-rules';
import type { Wechat } from './wechat/create-wechat';
import { WechatUnavailable } from './wechat/failures';
import { openOpenid } from './wechat/openid';

/** The port of the content check. `personId`: who wrote the text; the check asks WeChat in that person's name. */
export type CheckText = (asked: { personId: string; text: string; title?: string }) => Promise<Check>;

interface OpenidItem {
  sealed: string;
}
interface Sources {
  wechat: Pick<Wechat, 'checkText'>;
  client: DynamoDBDocumentClient;
  identityTable: string;
  openidKey: string;
  /** Told of what only a maintainer can put right: a wrong secret, a key that no longer opens. The error holds no text. */
  report: (error: unknown) => void;
}

/** Forum posts (msg_sec_check: 1 profile, 2 comment, 3 forum, 4 social log). */
const FORUM = 3;

/** Asks WeChat. Whatever keeps it from answering makes the text wait for a worker; nothing a person wrote is lost. */
export const checkText =
  ({ wechat, client, identityTable, openidKey, report }: Sources): CheckText =>
  async ({ personId, text, title }) => {
    const { Item } = await client.send(
      new GetCommand({ TableName: identityTable, Key: { pk: personId, sk: 'openid' } }),
    );
    const item = Item as OpenidItem | undefined;
    if (!item) return 'unavailable';
    try {
      const openid = openOpenid(openidKey, item.sealed);
      const answer = await wechat.checkText({
        openid,
        scene: FORUM,
        content: text,
        ...(title === undefined ? {} : { title }),
      });
      return answer.ok ? { suggest: answer.verdict, label: answer.label } : 'unavailable';
    } catch (error) {
      if (!(error instanceof WechatUnavailable)) report(error);
      return 'unavailable';
    }
  };
