import { readCsv } from '../../kernel/read-csv';
import { dayOf, minutesOf, readPast } from './read-past';

test.each([
  ['2025-03-05', '2025-03-05'],
  ['2025/3/5', '2025-03-05'],
  ['2025年3月5日', '2025-03-05'],
  ['2025.12.31', '2025-12-31'],
  ['20250305', '2025-03-05'],
  ['2025-3-5 9:00', '2025-03-05'],
  ['三月五日', '三月五日'],
])('%j is %j', (text, day) => expect(dayOf(text)).toBe(day));

test.each([
  ['90', '时长（分钟）', 90],
  ['1.5', '服务时长（小时）', 90],
  ['2', '时长', 120],
  ['90分钟', '时长', 90],
  ['2小时', '时长（分钟）', 120],
  ['0.33', '小时', 20],
  ['1:30', '时长', 90],
  ['12:05:00', '时长（分钟）', 725],
  ['1:75', '时长', Number.NaN],
  ['很久', '时长', Number.NaN],
])('%j under %j is %j minutes', (text, head, minutes) => expect(minutesOf(text, head)).toBe(minutes));

test('a table as it is pasted from a spreadsheet, with a title, other columns and a total', () => {
  const text = [
    '2025年志愿服务台账\t\t\t\t',
    '序号\t姓名\t服务日期\t活动名称\t服务时长（小时）',
    '1\t王秀兰\t2025/3/5\t学雷锋活动\t1.5',
    '2\t何芳\t2025年3月12日\t\t2',
    '\t\t\t\t',
    '合计\t2人\t\t\t3.5',
  ].join('\n');
  expect(readPast(readCsv(text))).toEqual({
    wrong: [],
    rows: [
      { name: '王秀兰', day: '2025-03-05', title: '学雷锋活动', minutes: 90 },
      { name: '何芳', day: '2025-03-12', title: '志愿服务', minutes: 120 },
    ],
  });
});

test('what cannot be read says its row and why; without heads it says what is needed', () => {
  const past = readPast(
    readCsv('姓名,日期,时长\n王秀兰,昨天,2\n何芳,2025-02-30,2\n周敏,2025-03-05,25\n李静,2025-03-05,\n'),
  );
  expect(past.rows).toEqual([]);
  expect(past.wrong.map((words) => words.slice(0, 4))).toEqual(
    ['第 2 行', '第 3 行', '第 4 行', '第 5 行'].map((words) => words.slice(0, 4)),
  );
  expect(past.wrong[0]).toContain('日期要像');
  expect(past.wrong[2]).toContain('最多 24 小时');
  expect(readPast(readCsv('甲,乙\n1,2')).wrong[0]).toContain('没有找到表头');
});
