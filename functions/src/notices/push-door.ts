import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import {
  openCallback,
  verifyAddress,
  type CallbackConfig,
  type CallbackQuery,
  type Pushed,
} from '../kernel/wechat/open-callback';
import type { Media } from './hear-media';

type Answer = APIGatewayProxyStructuredResultV2;
type Door = (event: APIGatewayProxyEventV2, context: Context) => Promise<Answer>;
interface App {
  appid: string;
  token?: string | undefined;
  aesKey?: string | undefined;
}
interface Hear {
  subscriptions: (pushed: Extract<Pushed, { event: 'subscriptions' }>) => Promise<void>;
  media: (pushed: Media) => Promise<void>;
}
const hearAny = async (pushed: Pushed, hear: Hear): Promise<void> => {
  if (pushed.event === 'subscriptions') return hear.subscriptions(pushed);
  if (pushed.event !== 'other') return hear.media(pushed);
};

/** The address to be set in the console under 消息推送. */
export const PUSH_PATH = '/notices/push';
const MOST_BYTES = 65_536;
const HEADERS = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
const say = (statusCode: number, body: string): Answer => ({ statusCode, body, headers: HEADERS });
const bodyOf = ({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): string =>
  isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;

const echoTo = (config: CallbackConfig, query: CallbackQuery): Answer => {
  const echo = verifyAddress(config, query);
  return echo === undefined ? say(403, 'signature') : say(200, echo);
};

const answerPush = async (
  { appid, token, aesKey }: App,
  event: APIGatewayProxyEventV2,
  hear: Hear,
): Promise<Answer> => {
  const query = event.queryStringParameters ?? {};
  if (!token) return say(403, 'closed');
  const config = { appid, token, ...(aesKey ? { aesKey } : {}) };
  if (event.requestContext.http.method === 'GET') return echoTo(config, query);
  const body = bodyOf(event);
  if (Buffer.byteLength(body) > MOST_BYTES) return say(413, 'too large');
  const pushed = openCallback(config, query, body);
  if (!pushed) return say(403, 'signature');
  await hearAny(pushed, hear);
  return say(200, 'success');
};

/**
 * The door of the slice with WeChat's own beside it, which speaks WeChat's words: a query that is signed, a body in JSON or XML,
 * plain or encrypted, and `success` for an answer. It is no route of the contract: whoever calls it is WeChat and nobody else, and it
 * may call a hundred times a second. What breaks is a 500, and WeChat repeats what it gets no `success` to.
 */
export const pushDoor =
  (door: Door, app: App, hear: Hear): Door =>
  async (event, context) =>
    event.rawPath === PUSH_PATH ? answerPush(app, event, hear) : door(event, context);
