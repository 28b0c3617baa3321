import type { Helper } from '@gongzhi/shared/exchange/thanks';
import type { Option } from '../../kernel/ui/segmented';

/** Those who may be thanked as one choice; two of one family name are told apart by a number. Somebody read twice, on two pages, is one. */
export const choicesOf = (helpers: readonly Helper[]): Option<string>[] => {
  const seen = new Map<string, number>();
  const distinct = [...new Map(helpers.map((one) => [one.personId, one])).values()];
  return distinct.map(({ personId, name }) => {
    const turn = (seen.get(name) ?? 0) + 1;
    seen.set(name, turn);
    return { value: personId, label: turn === 1 ? name : `${name}（${turn}）` };
  });
};

/** What keeps the words from being sent yet. */
export const missing = (personId: string | undefined, words: string): string | undefined => {
  if (!personId) return '请选一位您要感谢的邻居。';
  return words.trim() === '' ? '请写一句感谢的话。' : undefined;
};
