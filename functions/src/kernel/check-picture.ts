import { GetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Wechat } from './wechat/create-wechat';
import { WechatUnavailable } from './wechat/failures';
import { openOpenid } from './wechat/openid';

/**
 * The port of the check of pictures. `personId`: who sent it, in whose name WeChat is asked. Resolves to the id under which the
 * verdict is pushed, or to nothing when WeChat could not be asked.
 */
export type CheckPicture = (asked: { personId: string; url: string }) => Promise<string | undefined>;

interface Sources {
  wechat: Pick<Wechat, 'checkMedia'>;
  client: DynamoDBDocumentClient;
  identityTable: string;
  openidKey: string;
  /** Told of what only a maintainer can put right. The error holds no address. */
  report: (error: unknown) => void;
}
/** Forum posts, as texts are checked (check-text.ts). */
const FORUM = 3;

export const checkPicture =
  ({ wechat, client, identityTable, openidKey, report }: Sources): CheckPicture =>
  async ({ personId, url }) => {
    const Key = { pk: personId, sk: 'openid' };
    const { Item } = await client.send(new GetCommand({ TableName: identityTable, Key }));
    const item = Item as { sealed: string } | undefined;
    if (!item) return undefined;
    try {
      const openid = openOpenid(openidKey, item.sealed);
      const answer = await wechat.checkMedia({ openid, scene: FORUM, url, type: 'image' });
      return answer.ok ? answer.traceId : undefined;
    } catch (error) {
      if (!(error instanceof WechatUnavailable)) report(error);
      return undefined;
    }
  };
