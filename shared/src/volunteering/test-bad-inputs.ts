import { id, later, plan, position, times } from './test-inputs';

/** What is sent, and the sentence that is read for it, with its path where it lies deeper. For tests. */
type Bad = [value: unknown, said: string];
const MISSING = '此项必填';
const WRONG = '此项的格式不对';
const CHOOSE = '请从列出的选项中选择';
const anId: Bad[] = [
  [undefined, MISSING],
  [7, WRONG],
  ['', WRONG],
  ['01jd0000000000000000000001', WRONG],
  [`${id(1)}0`, WRONG],
  ['01JD0000000000000000000I01', WRONG],
];
const yesNo: Bad[] = [
  ['yes', WRONG],
  [1, WRONG],
  [null, WRONG],
];
const anInstant = (at = ''): Bad[] => [
  [undefined, `${at}${MISSING}`],
  ['2026-11-27', `${at}${WRONG}`],
  ['2026-11-27T10:00:00Z', `${at}${WRONG}`],
  ['2026-11-27T18:00:00.000+08:00', `${at}${WRONG}`],
  ['2026-13-27T10:00:00.000Z', `${at}${WRONG}`],
];
/** A text typed by a person: nothing, blanks, signs alone, one character too many, and another kind of thing. */
const words = (what: string, most: number, lines = false): Bad[] => [
  ...([undefined, '', ' \n ', 3, null].map((value) => [value, `请填写${what}`]) as Bad[]),
  ['🙂！', `${what}要有文字，不能只有表情或符号`],
  ['字'.repeat(most + 1), `${what}不能超过 ${most} 个字`],
  ...(lines ? [] : ([['上\n下', `${what}不能换行`]] as Bad[])),
];
const inside = (path: string, whole: object, field: string, bad: Bad[]): Bad[] =>
  bad.map(([value, said]) => [{ ...whole, [field]: value }, `${path}.${field}: ${said}`]);
const ofCode: Bad[] = [
  [123456, WRONG],
  ['12345', '不能少于 6 个字'],
  ['x'.repeat(161), '不能超过 160 个字'],
];
const ofTimes = (at: string): Bad[] => [
  ...inside(at, times, 'startsAt', anInstant()),
  ...inside(at, times, 'endsAt', [...anInstant(), [times.startsAt, '结束时间要晚于开始时间']]),
  ...inside(at, times, 'slots', [
    ...([undefined, 'five', 1.5].map((value) => [value, '请填写人数']) as Bad[]),
    [0, '至少 1 人'],
    [501, '一个班次最多 500 人'],
  ]),
  ...inside(at, times, 'price', [[1, '不认识的字段：price']]).map(
    ([value]) => [value, `${at}: 不认识的字段：price`] as Bad,
  ),
];
const aKind: Bad[] = ([undefined, 'party', '环境卫生', 1] as unknown[]).map((value) => [value, '请选择服务类别']);
const ofLater: Bad[] = [
  ...inside('later', later, 'scannedAt', anInstant()),
  ...inside('later', later, 'proof', [
    [undefined, MISSING],
    ['AB'.repeat(12), WRONG],
    ['ab'.repeat(11), WRONG],
    ['ab'.repeat(13), WRONG],
  ]),
];
const degree = (field: string, most: number): Bad[] =>
  inside('position', position, field, [
    [undefined, MISSING],
    ['31', WRONG],
    [Number.NaN, WRONG],
    [most + 0.001, `不能超过 ${most}`],
    [-most - 0.001, `不能少于 ${-most}`],
  ]);

/** Without a path of its own the sentence is the field’s. A name of route and field stands before the field’s. */
export const BAD: Record<string, Bad[]> = {
  communityId: [
    [undefined, MISSING],
    ...(['31010600000', '3101060000012', '31010600000a', 31].map((v) => [v, WRONG]) as Bad[]),
  ],
  ...{ activityId: anId, shiftId: anId, requestId: anId, personId: anId, 'planActivity.requestId': anId.slice(1) },
  'planActivity.projectId': anId.slice(1),
  title: words('活动名称', 30),
  'askHelp.title': words('需要什么帮助', 30),
  about: words('活动说明', 1000, true),
  'askHelp.about': words('说明', 300, true),
  by: [
    [undefined, MISSING],
    ...inside('by', plan.by, 'kind', [
      [undefined, '请选择主办方'],
      ['company', '请选择主办方'],
    ]),
    ...inside('by', plan.by, 'name', words('主办方名称', 30)),
  ],
  kind: aKind,
  place: words('集合地点', 40),
  spot: [
    ['楼下', WRONG],
    ...inside('spot', plan.spot, 'lat', [
      [undefined, MISSING],
      [31.2, WRONG],
      [2_999_999, '不能少于 3000000'],
      [54_000_001, '不能超过 54000000'],
    ]),
    ...inside('spot', plan.spot, 'lng', [
      [undefined, MISSING],
      [72_999_999, '不能少于 73000000'],
      [136_000_001, '不能超过 136000000'],
    ]),
  ],
  skills: [
    [undefined, MISSING],
    ['木工', WRONG],
    [['一', '二', '三', '四', '五', '六'], '最多写 5 项技能'],
    ...words('技能', 10).map(([value, said]) => [['木工', value], `skills.1: ${said}`] as Bad),
  ],
  bring: words('要带的东西', 40).slice(1),
  ...{ minors: [[undefined, MISSING], ...yesNo], risky: [[undefined, MISSING], ...yesNo] },
  risk: words('风险提示', 300, true).slice(1),
  insurance: [
    ...inside('insurance', plan.insurance, 'insurer', words('保险公司', 30)),
    ...inside('insurance', plan.insurance, 'policy', words('保单号', 40)),
    ...inside(
      'insurance',
      plan.insurance,
      'until',
      [undefined, '明年', '2026-02-30', '2026-1-1', 20261231].map((v) => [v, '请填写保险的最后一天']) as Bad[],
    ),
  ],
  reason: words('取消的原因', 60),
  'declineActivity.reason': words('原因', 60),
  shifts: [
    [undefined, MISSING],
    [[], '请至少排一个班次'],
    [Array.from({ length: 13 }, () => times), '一次最多排 12 个班次'],
    ...ofTimes('shifts.0').map(([value, said]) => [[value], said] as Bad),
  ],
  times: [[undefined, MISSING], ...ofTimes('times')],
  cursor: [
    [7, WRONG],
    ['', '此项不能为空'],
    ['x'.repeat(513), '不能超过 512 个字'],
  ],
  ...{ riskRead: yesNo, minor: yesNo, agree: [[undefined, MISSING], ...yesNo] },
  ...{ code: [[undefined, MISSING], ...ofCode], 'signUp.code': ofCode },
  position: [
    ...[...degree('lat', 90), ...degree('lng', 180)],
    ...inside('position', position, 'accuracy', [
      [undefined, MISSING],
      [-1, '不能少于 0'],
      [100_001, '不能超过 100000'],
    ]),
    ...inside('position', position, 'datum', [
      [undefined, CHOOSE],
      ['bd09', CHOOSE],
    ]),
  ],
  later: ofLater,
  way: [
    [undefined, CHOOSE],
    ['through', CHOOSE],
    ['', CHOOSE],
  ],
  ...{ from: anInstant(), to: anInstant() },
};
