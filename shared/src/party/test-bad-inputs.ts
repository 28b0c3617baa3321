import { at, communityId, id } from './test-inputs';

/** What is sent, and the sentence that is read for it, with its path where it lies deeper. For tests. */
type Bad = readonly [value: unknown, said: string];
const MISSING = '此项必填';
const WRONG = '此项的格式不对';
const CHOOSE = '请从列出的选项中选择';
const all = (said: string, ...values: unknown[]): Bad[] => values.map((value) => [value, said]);
const needed = (...bad: Bad[]): Bad[] => [[undefined, MISSING], ...bad];

const idMisread = all(WRONG, '', 'U', 7, null, id(1).toLowerCase(), `${id(1)}0`, `${id(1).slice(0, -1)}U`, {
  id: id(1),
});
const hereMisread = all(
  WRONG,
  '',
  '310104005',
  communityId.slice(1),
  `${communityId}1`,
  `${communityId}\n`,
  310104005001,
);
const typedLine = (what: string, most: number): Bad[] => [
  ...all(`请填写${what}`, undefined, null, 12, false, {}, '', '\t ', '　'),
  ...all(`${what}要有文字，不能只有表情或符号`, '🎉🎉', '——', '\u200b'),
  ...all(`${what}不能换行`, '一\n二', '一\r\n二', '一\u2029二'),
  ...all(`${what}不能超过 ${most} 个字`, '好'.repeat(most + 1), `好${'🎉'.repeat(most)}`),
];
const skillMisread = [
  ...all('skills.1: 请从列出的特长中选择', ['law', 'Repair'], ['law', ''], ['law', '理发'], ['law', 'a'.repeat(21)]),
  ...all(`skills.1: ${WRONG}`, ['law', 3], ['law', null]),
];

/** Without a path of its own the sentence is the field’s. A name of route and field stands before the field’s. */
export const BAD: Record<string, readonly Bad[]> = {
  ...{ communityId: needed(...hereMisread), to: needed(...hereMisread), earlier: hereMisread },
  streetId: needed(...all(WRONG, '', communityId, '31010400', '31010400a', 310104005, null)),
  ...{ branchId: needed(...idMisread), personId: needed(...idMisread), secretaryId: needed(...idMisread) },
  ...{ unitId: needed(...idMisread), 'reportIn.unitId': idMisread.filter(([value]) => value !== '') },
  cursor: [...all(WRONG, 7, null, {}), ...all('此项不能为空', ''), ...all('不能超过 512 个字', 'c'.repeat(513))],
  name: typedLine('支部名称', 30),
  kind: all('请选择是哪一类党员', undefined, null, '', 'member', '在职党员', 'BRANCH', ['retired']),
  displayName: typedLine('称呼', 12),
  unitName: typedLine('单位名称', 30).filter(([value]) => value !== undefined),
  skills: needed(
    ...all(WRONG, 'law', null, { law: true }),
    ...all('最多选 5 项特长', Array<string>(6).fill('law')),
    ...skillMisread,
  ),
  open: needed(...all(WRONG, 'true', '', 0, 1, null)),
  paper: all(CHOOSE, undefined, null, '', 'form', '报到单'),
  by: all(CHOOSE, undefined, null, '', 'phone', 'APP'),
  reason: typedLine('原因', 100),
  months: [
    ...all('请填写月数', undefined, null, '12', '', 1.5, Number.NaN, Number.POSITIVE_INFINITY, at),
    ...all('不能少于 1 个月', 0, -12),
    ...all('不能超过 36 个月', 37, 1_200),
  ],
};
