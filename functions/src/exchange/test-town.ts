import { REFUSALS, type RefusalCode } from '@gongzhi/shared/kernel/refusals';
import { RULE, type Name, type Stage } from './test-exchange';

export const SOAP = { title: '洗衣液', kind: 'good', about: '到社区服务站领取', points: 20, stock: 3 } as const;
const { stock: _, ...LISTING } = SOAP;

/** A town with a rule, a worker and two neighbours with a thousand points each for service in one activity. For tests. */
export const buildTown = async (stage: Stage) => {
  const worker = await stage.person(['worker'], '李静');
  const me = await stage.person(['resident'], '王秀兰');
  const other = await stage.person(['resident'], '刘建华');
  await stage.call('setRule', RULE, { as: worker });
  const activityId = stage.id();
  for (const one of [me, other]) await stage.bring(stage.entered(one, 6_000, { activityId }));
  const made = async (id: string, ...call: Parameters<Stage['call']>): Promise<string> => {
    const { status, body } = await stage.call(...call);
    if (status !== 200) throw new Error(`${call[0]}: ${JSON.stringify(body)}`);
    return String(body[id]);
  };
  const offer = (more: object = {}) => made('offerId', 'addOffer', { ...SOAP, ...more }, { as: worker });
  const change = (offerId: string, more: object) =>
    made('offerId', 'changeOffer', { offerId, ...LISTING, more: 0, open: true, ...more }, { as: worker });
  const order = async (as = me, offerId?: string) =>
    made('orderId', 'takeOffer', { offerId: offerId ?? (await offer()), points: 20 }, { as });
  const team = (name = '楼道清洁队') => made('teamId', 'addTeam', { name, about: '每周六扫楼道' }, { as: worker });
  const close = (teamId: string) => made('teamId', 'closeTeam', { teamId }, { as: worker });
  const join = (teamId: string, as = me) => made('teamId', 'joinTeam', { teamId, named: true }, { as });
  /** Thanks of the other for a service of mine in an activity of its own; the content check says `check`. */
  const thanks = async (check: 'pass' | 'review' = 'pass') => {
    const activity = stage.id();
    await stage.bring(stage.entered(me, 60, { activityId: activity }));
    stage.world.check = { suggest: check, label: 20003 };
    const sent = { activityId: activity, personId: me, words: '谢谢您陪我去医院' };
    const thanksId = await made('thanksId', 'sendThanks', sent, { as: other });
    stage.world.check = { suggest: 'pass', label: 100 };
    return thanksId;
  };
  return { stage, worker, me, other, activityId, LISTING, made, offer, change, order, team, close, join, thanks };
};
export type Town = Awaited<ReturnType<typeof buildTown>>;

/** A refusal: of which route, which, when, whom, and what was done before with the input it leads to. */
export type Case = [Name, RefusalCode, string, 'me' | 'other' | 'worker', () => Promise<object>, (object | undefined)?];

/** What somebody else does once everything was read and before it is written. */
export const meanwhile = <T>({ stage }: Town, input: T, act: () => Promise<unknown>): T => {
  stage.world.meanwhile = act;
  return input;
};

/** Refused as it says, and nothing was written. */
export const expectRefused = async ({ stage, ...town }: Town, [route, code, , as, input, facts = {}]: Case) => {
  const given = await input();
  let before = await stage.dump();
  const act = stage.world.meanwhile;
  if (act)
    stage.world.meanwhile = async () => {
      await act();
      before = await stage.dump();
    };
  const heard = await stage.call(route, { ...given }, { as: town[as] });
  expect([heard.status, heard.body]).toMatchObject([REFUSALS[code][0], { refused: code, ...(facts as object) }]);
  expect([stage.world.meanwhile, await stage.dump()]).toEqual([undefined, before]);
};
