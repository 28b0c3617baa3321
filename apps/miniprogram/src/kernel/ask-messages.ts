import { TEMPLATES, type TemplateKind } from '@gongzhi/shared/kernel/templates';
import { notices } from '@gongzhi/shared/notices/contract';
import { toAsk, type Moment, type Offered } from '@gongzhi/shared/notices/prompt-rules';
import { call } from './call';
import { platform } from './platform/platform';

interface Known {
  ids: Partial<Record<TemplateKind, string>>;
  offered: Offered[];
}
let known: Known | undefined;

/** What this deployment offers and how the caller stands with each; asked once while the app is open, and after each prompt. */
const learn = async (): Promise<Known | undefined> => {
  const [templates, own] = await Promise.all([call(notices.listTemplates, {}), call(notices.readPreferences, {})]);
  if (!templates.ok || !own.ok) return undefined;
  const ids = Object.fromEntries(templates.value.items.map(({ kind, id }) => [kind, id]));
  return { ids, offered: own.value.balances };
};

/**
 * Asks whether somebody wants to be told over WeChat, after a tap that shows that they do; by the rules of `toAsk` it asks
 * seldom, and what keeps it from asking is nobody's trouble. By itself only in WeChat: elsewhere only the button asks.
 * @returns how many templates were accepted.
 */
export const askMessages = async (moment: Moment): Promise<number> => {
  if (!platform.subscribe || (moment !== 'asked' && platform.name !== 'weapp')) return 0;
  known ??= await learn();
  if (!known) return 0;
  const { ids, offered } = known;
  const kinds = toAsk(moment, offered, new Date()).filter((kind) => ids[kind]);
  if (kinds.length === 0) return 0;
  const said = await platform.subscribe(kinds.map((kind) => ({ id: ids[kind] ?? '', says: TEMPLATES[kind].says })));
  const answers = kinds.flatMap((kind) => {
    const answer = said[ids[kind] ?? ''];
    return answer ? [{ kind, answer }] : [];
  });
  known = undefined;
  if (answers.length > 0) await call(notices.recordPrompt, { answers });
  return answers.filter(({ answer }) => answer === 'accept').length;
};
