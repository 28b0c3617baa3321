import {
  hasMark,
  SIDES,
  type Criterion,
  type Evaluation,
  type Ref,
  type Said,
  type Side,
} from '@gongzhi/shared/reports/evaluation-model';
import { dateInWords } from '@gongzhi/shared/kernel/time';

type Asked = typeof Criterion._zod.output;
/** What is typed for each criterion, and what it points at. */
export type Draft = Readonly<Record<string, { words: string; refs: readonly Ref[] }>>;

/** What is sent: criteria without a word are left out. */
export const saidOf = (criteria: readonly Pick<Asked, 'criterionId'>[], draft: Draft): Said[] =>
  criteria.flatMap(({ criterionId }) => {
    const { words = '', refs = [] } = draft[criterionId] ?? {};
    return words.trim() === '' ? [] : [{ criterionId, words, refs: [...refs] }];
  });

/** What is wrong with words that judge by a mark or a rank; undefined for words that say facts. */
export const markFault = (words: string): string | undefined =>
  hasMark(words) ? '只写事实和看法，不打分、不排名、不下“合格不合格”的结论' : undefined;

/** Who says it, and the days of the services it points at. */
export const sideWords = (side: Side): string => SIDES[side];
export const refWords = (refs: readonly Pick<Ref, 'from'>[]): string =>
  refs.length === 0 ? '' : `依据：${refs.map(({ from }) => dateInWords(from)).join('、')}的服务`;

/** What somebody said before, to be written on. */
export const draftOf = ({ criteria }: Pick<Evaluation, 'criteria'>, side: Side): Draft =>
  Object.fromEntries(
    criteria.flatMap(({ criterionId, said }) => {
      const own = said.find((one) => one.side === side);
      return own ? [[criterionId, { words: own.words, refs: own.refs }]] : [];
    }),
  );
