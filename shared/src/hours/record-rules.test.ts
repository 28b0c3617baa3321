import fc from 'fast-check';
import { shownGroups, type Group } from './group-rules';
import { KINDS } from '@gongzhi/shared/kernel/service/model';
import { recordTable, toCsv, type RecordFacts } from './record-rules';
import { BENEFICIARIES } from './rule-sets';

const one: RecordFacts = {
  ...{
    entryId: 'e',
    activityId: 'a',
    title: '给独居老人送饭',
    volunteerName: '王秀兰',
    place: '3号楼',
    kind: 'elderly',
  },
  ...{
    from: '2026-11-30T22:00:00.000Z',
    to: '2026-12-01T00:00:00.000Z',
    minutes: 95,
    grade: 'placed',
    track: 'recorded',
  },
  ...{ status: 'stands', responsible: '赵大伟' },
};
const AT = { stepMinutes: 30, exportedAt: '2026-12-02T02:00:00.000Z' };

test('a record has every field of the national form, in China’s time', () => {
  const [heads = [], row = []] = recordTable([one], AT);
  expect(Object.fromEntries(heads.map((head, i) => [head, row[i]]))).toEqual({
    ...{
      记录编号: 'e',
      活动编号: 'a',
      活动名称: '给独居老人送饭',
      志愿者姓名: '王秀兰',
      服务日期: '2026-12-01',
      服务地点: '3号楼',
    },
    ...{
      服务对象类型: '老年人',
      服务内容: '为老服务',
      开始时间: '2026-12-01 06:00',
      结束时间: '2026-12-01 08:00',
      服务分钟: 95,
      休息分钟: 25,
    },
    ...{
      服务小时: 1.5,
      记录方式: 'geo',
      证据: '扫码并核对了地点',
      时长类型: '记录时长',
      记录人: '系统',
      负责人: '赵大伟',
      服务评价: '',
    },
    ...{ 状态: '有效', 更正的记录: '', 导出时间: '2026-12-02 10:00' },
  });
});

test('what is taken back, questioned or imported says so', () => {
  const cell = (part: Partial<RecordFacts>, head: string) => {
    const [heads = [], row = []] = recordTable([{ ...one, ...part }], AT);
    return row[heads.indexOf(head)];
  };
  expect(cell({ status: 'reversal', minutes: -95, correctionOf: 'x' }, '状态')).toBe('撤回记录');
  expect(cell({ minutes: -95 }, '休息分钟')).toBe(25);
  expect(cell({ status: 'questioned' }, '状态')).toBe('待核对');
  expect(cell({ correctionOf: 'x' }, '更正的记录')).toBe('x');
  expect(cell({ grade: 'imported' }, '记录方式')).toBe('import');
  expect(cell({ grade: 'confirmed' }, '记录人')).toBe('组织者');
  expect(cell({ kind: 'unheard-of' }, '服务内容')).toBe('unheard-of');
});

test('whom a service was for is told where its kind says it, and not guessed of any other; nothing is evaluated', () => {
  const cells = (kind: string) => {
    const [heads = [], row = []] = recordTable([{ ...one, kind }], AT);
    return [row[heads.indexOf('服务对象类型')], row[heads.indexOf('服务评价')]];
  };
  expect([cells('elderly'), cells('children')]).toEqual([
    ['老年人', ''],
    ['儿童', ''],
  ]);
  const silent = [...Object.keys(KINDS), 'constructor', ''].filter((kind) => !/^(elderly|children)$/.test(kind));
  expect(silent.map(cells)).toEqual(silent.map(() => ['', '']));
  for (const [kind, { source, sourceDate, verified }] of Object.entries(BENEFICIARIES)) {
    expect(Object.keys(KINDS)).toContain(kind);
    expect([source.length > 10, /^\d{4}-\d\d-\d\d$/.test(sourceDate), typeof verified]).toEqual([
      true,
      true,
      'boolean',
    ]);
  }
});

test('CSV keeps commas, quotes and lines in their cells and runs no formula', () => {
  expect(toCsv([['a,b', 'say "hi"', 'two\nlines', '=1+1', '-x', -5]])).toBe(
    `\ufeff"a,b","say ""hi""","two\nlines",'=1+1,'-x,-5\r\n`,
  );
});

describe('groups', () => {
  const group = (key: string, from: number, size: number): Group => ({
    key,
    minutes: size * 10,
    people: new Set(Array.from({ length: size }, (_, i) => `p${from + i}`)),
  });
  it.each<[string, Group[], string[]]>([
    ['five are shown', [group('a', 0, 5)], ['a']],
    ['four are not', [group('a', 0, 4)], []],
    [
      'one hidden alone takes the smallest other with it',
      [group('a', 0, 9), group('b', 10, 6), group('c', 20, 2)],
      ['a'],
    ],
    ['two hidden who are five together do not', [group('a', 0, 9), group('b', 10, 3), group('c', 20, 3)], ['a']],
    ['the same people twice are not more', [group('a', 0, 9), group('b', 10, 4), group('c', 10, 4)], []],
  ])('%s', (_says, groups, keys) => expect(shownGroups(groups).map(({ key }) => key)).toEqual(keys));

  it('never show fewer than five, nor leave fewer than five to be told by difference', () => {
    const any = fc.array(fc.uniqueArray(fc.nat(30), { minLength: 1, maxLength: 12 }), { maxLength: 8 });
    fc.assert(
      fc.property(any, (all) => {
        const groups = all.map((people, i): Group => ({
          key: `g${i}`,
          minutes: people.length,
          people: new Set(people.map(String)),
        }));
        const shown = shownGroups(groups);
        const hidden = groups.filter((one) => !shown.includes(one));
        expect(shown.every(({ people }) => people.size >= 5)).toBe(true);
        const left = new Set(hidden.flatMap(({ people }) => [...people])).size;
        expect(left === 0 || left >= 5 || shown.length === 0).toBe(true);
      }),
    );
  });
});
