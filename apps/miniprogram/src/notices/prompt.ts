import { TEMPLATES, type TemplateKind } from '@gongzhi/shared/kernel/templates';
import { notices } from '@gongzhi/shared/notices/contract';
import { toAsk, type Moment, type Offered } from '@gongzhi/shared/notices/prompt-rules';
import { call, sessions } from '../kernel/call';
import { platform } from '../kernel/platform/platform';

interface Known {
  personId: string;
  ids: Partial<Record<TemplateKind, string>>;
  offered: Offered[];
}
let known: Known | undefined;

/** What this deployment offers and how the caller stands with each. */
const learn = async (): Promise<void> => {
  const personId = sessions.get()?.personId;
  if (!personId || known?.personId === personId) return;
  const [templates, own] = await Promise.all([call(notices.listTemplates, {}), call(notices.readPreferences, {})]);
  if (!templates.ok || !own.ok) return;
  const ids = Object.fromEntries(templates.value.items.map(({ kind, id }) => [kind, id]));
  known = { personId, ids, offered: own.value.balances };
};

/** Only WeChat takes a prompt for granted after a tap; elsewhere only the button asks, which may wait for an answer. */
const asksByItself = (): boolean => platform.name === 'weapp';

const prepare = async (): Promise<void> => {
  if (platform.subscribe && asksByItself()) await learn();
};

/** What can be asked now; nothing while it is not known, rather than a wait in which the tap is lost. */
const offersNow = (moment: Moment) => {
  const { ids = {}, offered = [], personId } = known ?? {};
  if (personId !== sessions.get()?.personId) return [];
  return toAsk(moment, offered, new Date()).flatMap((kind) => {
    const id = ids[kind];
    return id ? [{ kind, id, says: TEMPLATES[kind].says }] : [];
  });
};

/**
 * Asks by the rules of `toAsk`, which ask seldom; what keeps it from asking is nobody's trouble. What is left is read afresh
 * after it.
 */
const ask = async (moment: Moment): Promise<number> => {
  const { subscribe } = platform;
  if (!subscribe || (moment !== 'asked' && !asksByItself())) return 0;
  if (!asksByItself()) await learn();
  const offers = offersNow(moment);
  if (offers.length === 0) {
    void learn();
    return 0;
  }
  const said = await subscribe(offers);
  known = undefined;
  const answers = offers.flatMap(({ kind, id }) => {
    const answer = said[id];
    return answer ? [{ kind, answer }] : [];
  });
  if (answers.length > 0) await call(notices.recordPrompt, { answers });
  void prepare();
  return answers.filter(({ answer }) => answer === 'accept').length;
};

export const prompt = { ask, prepare };
