import { fail } from './errors';
import { type Finding, findWord } from './word-lists';
import { type Asked, type Handle, type World, personOf, randomId } from './world';

const CONTENT_MAX = 2_500;
const SEEN_MS = 2 * 3_600_000;
const STRATEGY_LEVEL = { risky: 90, review: 20 } as const;

/** The checks common to text and media: version, scene and a person who was here within two hours. */
export const checkAsker = (world: World, { body }: Asked): void => {
  if (body['version'] !== 2) fail(47001, 'version must be 2');
  if (![1, 2, 3, 4].includes(Number(body['scene']))) fail(40129);
  const { openid } = personOf(world, body['openid']);
  const seen = world.seed.present ? world.now().getTime() : world.visits.get(openid);
  if (seen === undefined || world.now().getTime() - seen >= SEEN_MS) fail(40003);
};

const detailOf = ({ suggest, label, keyword }: Finding) => ({
  strategy: 'keyword',
  errcode: 0,
  suggest,
  label,
  keyword,
  level: STRATEGY_LEVEL[suggest],
});

/** POST /wxa/msg_sec_check, version 2. Title, nickname and signature are looked at too. */
export const checkText: Handle = (world, asked) => {
  checkAsker(world, asked);
  const { content } = asked.body;
  if (typeof content !== 'string' || content === '') return fail(44002);
  if ([...content].length > CONTENT_MAX) fail(45002);
  const all = ['title', 'content', 'nickname', 'signature'].map((name) => asked.body[name] ?? '').join('\n');
  const finding = findWord(all);
  const { suggest, label } = finding ?? { suggest: 'pass', label: 100 };
  const model = { strategy: 'content_model', errcode: 0, suggest, label, prob: 90 };
  return {
    errcode: 0,
    errmsg: 'ok',
    trace_id: randomId(24),
    result: { suggest, label },
    detail: finding ? [model, detailOf(finding)] : [model],
  };
};
