import * as fc from 'fast-check';
import { splitProposal } from './split-proposal';

const PAPER = `关于完善小区议事的建议
一、理由和现状
议事会参加的人少。
（一）时间不合适
多数会议在工作日上午。
二、意见建议
（一）把会议改到晚上
每月第一个周三晚七点。
请楼组长提前三天通知。
（二）开通手机议事
让上班的人也能发言。`;

test('a paper in chapters becomes a title, grounds and one recommendation a section', () => {
  expect(splitProposal(PAPER)).toEqual({
    title: '关于完善小区议事的建议',
    grounds: '议事会参加的人少。\n（一）时间不合适\n多数会议在工作日上午。',
    recommendations: [
      { title: '把会议改到晚上', body: '每月第一个周三晚七点。\n请楼组长提前三天通知。' },
      { title: '开通手机议事', body: '让上班的人也能发言。' },
    ],
  });
});

test.each([
  [
    'no chapters: everything is grounds',
    '楼道的灯坏了。\n请修一修。',
    { title: '', grounds: '楼道的灯坏了。\n请修一修。', recommendations: [] },
  ],
  [
    'an asking chapter without sections: one recommendation a line',
    '一、现状\n灯坏了\n二、建议\n换成感应灯',
    { title: '', grounds: '一、现状\n灯坏了', recommendations: [{ title: '建议1', body: '换成感应灯' }] },
  ],
  [
    'a long section heading is body, not a title',
    `一、建议\n（一）${'长'.repeat(61)}`,
    { title: '', grounds: '', recommendations: [{ title: '建议1', body: '长'.repeat(61) }] },
  ],
  [
    'a section without lines keeps its words as body',
    '一、建议\n（一）换灯。',
    { title: '', grounds: '', recommendations: [{ title: '换灯', body: '换灯' }] },
  ],
  [
    'Windows line ends and blank lines',
    '一、现状\r\n\r\n灯坏了\r\n',
    { title: '', grounds: '一、现状\n灯坏了', recommendations: [] },
  ],
  ['nothing', '', { title: '', grounds: '', recommendations: [] }],
])('%s', (_, paper, want) => expect(splitProposal(paper)).toEqual(want));

test('no word is lost: every line of the paper stands somewhere', () => {
  const word = fc.constantFrom('灯坏了', '一、现状', '二、意见建议', '（一）换灯', '（二）加灯', '请修', '三、其他');
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), (lines) => {
      const out = splitProposal(lines.join('\n'));
      const all = [out.title, out.grounds, ...out.recommendations.flatMap((r) => [r.title, r.body])].join('\n');
      const heading = /^[一二三四五六七八九十]+、.*(建议|意见)/;
      for (const line of lines.filter((l) => !heading.test(l))) expect(all).toContain(line.replace(/^（[一二]）/, ''));
    }),
  );
});

test.each([
  [
    'the first of two asking chapters becomes the recommendations, the other stays in the grounds',
    '一、建议\n换灯\n二、其他意见\n再说',
    '二、其他意见\n再说',
    [{ title: '建议1', body: '换灯' }],
  ],
  [
    'words ahead of the sections of an asking chapter are grounds',
    '一、建议\n总的说来\n（一）换灯\n换感应灯',
    '总的说来',
    [{ title: '换灯', body: '换感应灯' }],
  ],
  [
    'a label among several chapters is kept, for it divides them',
    '一、理由和现状\n灯坏\n二、历史\n早就坏\n三、建议\n换',
    '一、理由和现状\n灯坏\n二、历史\n早就坏',
    [{ title: '建议1', body: '换' }],
  ],
])('%s', (_, paper, grounds, recommendations) => {
  expect(splitProposal(paper)).toEqual({ title: '', grounds, recommendations });
});
