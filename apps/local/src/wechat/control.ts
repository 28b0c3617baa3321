import { revokeTokens } from './issue-token';
import { pushEvent, verifyAddress } from './push-event';
import { balanceKey } from './send-message';
import {
  type CallbackSettings,
  type Fault,
  type MediaRule,
  type Person,
  type Rate,
  type World,
  randomId,
} from './world';

const known = ({ people }: World, key: string): Person => {
  const person = people.get(key);
  if (!person) throw new Error(`There is no demo person ${key}`);
  return person;
};

const newCode = (world: World, kind: 'login' | 'phone', key: string): string => {
  const person = known(world, key);
  const code = kind === 'login' ? `0${randomId(31)}` : randomId(64);
  world.codes.set(code, { kind, key, at: world.now().getTime(), used: false });
  world.visits.set(person.openid, world.now().getTime());
  return code;
};

const answerPopup = async (world: World, key: string, answers: Readonly<Record<string, 'accept' | 'reject'>>) => {
  const { openid } = known(world, key);
  const list = Object.entries(answers).map(([TemplateId, status]) => {
    const balance = balanceKey(openid, TemplateId);
    if (status === 'accept') world.balances.set(balance, (world.balances.get(balance) ?? 0) + 1);
    return { TemplateId, SubscribeStatusString: status, PopupScene: '0' };
  });
  await pushEvent(world, { event: 'subscribe_msg_popup_event', from: openid, list, wrapper: 'SubscribeMsgPopupEvent' });
};

const turnOff = async (world: World, key: string, templateId: string) => {
  const { openid } = known(world, key);
  world.balances.delete(balanceKey(openid, templateId));
  const list = [{ TemplateId: templateId, SubscribeStatusString: 'reject' }];
  await pushEvent(world, {
    event: 'subscribe_msg_change_event',
    from: openid,
    list,
    wrapper: 'SubscribeMsgChangeEvent',
  });
};

/** What a phone, the console and bad luck do: the stand-in's side that WeChat's protocol does not show. */
export const createControl = (world: World) => ({
  addPerson: (person: Person): void => {
    world.people.set(person.key, person);
    world.keys.set(person.openid, person.key);
  },
  people: () => [...world.people.values()].map(({ key, name, says }) => ({ key, name, says })),
  /** wx.login on that person's phone; also counts as a visit. */
  loginCode: (key: string): string => newCode(world, 'login', key),
  /** The phone number button, agreed to. */
  phoneCode: (key: string): string => newCode(world, 'phone', key),
  /** The person opens the mini-program: text checks in their name work for two hours. */
  visit: (key: string): void => void world.visits.set(known(world, key).openid, world.now().getTime()),
  /** WeChat's risk control blocks (or frees) the account: 40226. */
  block: (key: string, on = true): void => void (on ? world.blocked.add(key) : world.blocked.delete(key)),
  /** The next `times` answers of a path are the fault, before anything else is looked at. */
  failNext: (path: string, fault: Fault, times = 1): void =>
    void world.faults.set(path, [...(world.faults.get(path) ?? []), ...Array<Fault>(times).fill(fault)]),
  /** Bad luck without end; `luck` draws from 0 to 999. */
  failOften: (path: string, rates: readonly Rate[], luck = world.luck): void => {
    world.rates.set(path, rates);
    world.luck = luck;
  },
  /** Someone elsewhere renewed the access token by force: the next use of ours gets 40001. */
  revokeTokens: (): void => revokeTokens(world),
  /** False: our address is not on the list, stable_token answers 40164. */
  setAllowlisted: (on: boolean): void => void (world.allowlisted = on),
  /** The person answers the subscribe popup; one accept is one send. Resolves when the event was pushed. */
  answerPopup: (key: string, answers: Readonly<Record<string, 'accept' | 'reject'>>) =>
    answerPopup(world, key, answers),
  /** The person turns a template off in the settings. */
  turnOff: (key: string, templateId: string) => turnOff(world, key, templateId),
  balance: (key: string, templateId: string): number =>
    world.balances.get(balanceKey(known(world, key).openid, templateId)) ?? 0,
  /** What WeChat has left for a person, behind everybody's back. */
  setBalance: (key: string, templateId: string, left: number): void =>
    void world.balances.set(balanceKey(known(world, key).openid, templateId), left),
  /** Files whose address contains `urlPart` are judged so; all others pass. */
  judgeMedia: (rule: MediaRule): void => void world.mediaRules.push(rule),
  /** Saves the message push address after asking it to echo; throws when it does not. */
  setCallback: (settings: CallbackSettings) => verifyAddress(world, settings),
  /** Resolves when every push under way was taken or given up. */
  settled: async (): Promise<void> => {
    while (world.pending.size > 0) await Promise.allSettled(world.pending);
  },
  sent: () => [...world.sent],
  /** How many requests a path got, faults included. */
  calls: (path: string): number => world.calls.get(path) ?? 0,
});
export type Control = ReturnType<typeof createControl>;
