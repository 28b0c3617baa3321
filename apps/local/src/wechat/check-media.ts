import { checkAsker } from './check-text';
import { fail } from './errors';
import { pushEvent } from './push-event';
import { type Handle, type World, randomId } from './world';

const DOWNLOAD_FAILED = -1008;

const readable = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(10_000) }).then(
    async (r) => (await r.arrayBuffer(), r.ok),
    () => false,
  );

const verdict = (world: World, url: string, readableNow: boolean) => {
  if (!readableNow) return { errcode: DOWNLOAD_FAILED, errmsg: 'download failed', detail: [] };
  const { suggest, label } = world.mediaRules.find(({ urlPart }) => url.includes(urlPart)) ?? {
    suggest: 'pass',
    label: 100,
  };
  const detail = [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }];
  return { errcode: 0, errmsg: 'ok', result: { suggest, label }, detail };
};

const judge = async (world: World, traceId: string, url: string): Promise<void> => {
  const facts = verdict(world, url, await readable(url));
  const fields = { appid: world.seed.appid, trace_id: traceId, version: 2, ...facts };
  await pushEvent(world, { event: 'wxa_media_check', from: 'system', fields });
};

/** POST /wxa/media_check_async: a trace id now, the verdict pushed once the file was fetched. */
export const checkMedia: Handle = (world, asked) => {
  checkAsker(world, asked);
  const { media_url: url, media_type: type } = asked.body;
  if (type !== 1 && type !== 2) fail(40097);
  if (typeof url !== 'string' || !URL.canParse(url)) return fail(40097);
  const traceId = randomId(24);
  const judging = judge(world, traceId, url).finally(() => world.pending.delete(judging));
  world.pending.add(judging);
  return { errcode: 0, errmsg: 'ok', trace_id: traceId };
};
