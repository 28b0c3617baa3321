import { gramsIn, likest, MOST_HOLDERS, wordGrams } from './word-grams';

test('pairs of Chinese characters, words of other letters; what joins and what is everywhere is left out', () => {
  expect(gramsIn('给老楼加装电梯')).toEqual(['老楼', '楼加', '加装', '装电', '电梯']);
  expect(gramsIn('关于小区的WiFi与5G')).toEqual(['wifi', '5g']);
  expect(gramsIn('ＡＢ栋')).toEqual(['ab']);
  expect(gramsIn('😀！')).toEqual([]);
});
test('of the grounds only what is said twice, and never more than 48 in all', () => {
  expect(wordGrams('换灯', '楼道灯坏了，楼道很黑')).toEqual(['换灯', '楼道']);
  expect(
    wordGrams(
      '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥'.repeat(3),
      '天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏'.repeat(3),
    ).length,
  ).toBeLessThanOrEqual(48);
});

/** What a community has, and what somebody is about to write: the number says which of them is the same matter, if any. */
const MATTERS = [
  '老楼加装电梯',
  '小区东门早高峰错时开放',
  '楼道堆放杂物影响消防通道',
  '电动车集中充电棚建设',
  '垃圾分类投放点太少',
  '广场舞音乐晚上扰民',
  '地下车库漏水维修',
  '增设儿童游乐设施',
  '老年食堂开办',
  '楼道感应灯更换',
  '绿化带改成停车位',
  '遛狗不牵绳管理',
  '快递柜安装位置',
  '物业费公开账目',
  '高空抛物加装摄像头',
  '小区道路坑洼修补',
  '健身器材损坏更换',
  '雨水倒灌一楼住户',
  '外墙保温层脱落',
  '公共收益分配使用',
  '社区图书室延长开放时间',
  '接送孩子临时停车',
  '暖气不热供暖改造',
  '门禁系统人脸识别',
  '楼顶违建拆除',
];
const QUERIES: readonly [string, number][] = [
  ['我们楼想加装电梯', 0],
  ['六楼老人盼装电梯', 0],
  ['东门早高峰堵车能否错时开放', 1],
  ['消防通道被杂物堵住', 2],
  ['请清理楼道杂物', 2],
  ['建一个电动车充电棚', 3],
  ['电动车没地方充电', 3],
  ['增加垃圾分类投放点', 4],
  ['晚上广场舞音乐太吵', 5],
  ['车库漏水一直没人维修', 6],
  ['给孩子增加游乐设施', 7],
  ['办一个老年食堂', 8],
  ['楼道感应灯坏了', 9],
  ['停车位不够，绿化带能不能改', 10],
  ['遛狗要牵绳', 11],
  ['快递柜放在哪里好', 12],
  ['物业账目要公开', 13],
  ['有人高空抛物，装摄像头吧', 14],
  ['道路坑洼不平请修补', 15],
  ['健身器材坏了没人修', 16],
  ['下雨一楼住户家里倒灌', 17],
  ['外墙脱落很危险', 18],
  ['公共收益怎么使用', 19],
  ['图书室晚上也开放', 20],
  ['暖气不热', 22],
  ['人脸识别门禁不安全', 23],
  ['拆除楼顶违建', 24],
  ['组织邻里节活动', -1],
  ['招募社区志愿者', -1],
  ['修剪树木枝叶', -1],
  ['开设书法班', -1],
  ['流浪猫绝育', -1],
  ['自来水水压不足', -1],
  ['增加公交站点', -1],
  ['安装直饮水机', -1],
  ['楼栋长如何选举', -1],
];
const index = () => {
  const kept = new Map<string, string[]>();
  MATTERS.forEach((title, i) => {
    for (const gram of wordGrams(title)) kept.set(gram, [...(kept.get(gram) ?? []), String(i)]);
  });
  return (gram: string) => kept.get(gram) ?? [];
};

test('on twenty-five matters and thirty-six titles: most that are the same are found, and few that are not', () => {
  const holders = index();
  let [right, wrong, wanted] = [0, 0, 0];
  const missed: string[] = [];
  for (const [title, same] of QUERIES) {
    const found = likest(title, '', holders).map(Number);
    if (same >= 0) wanted += 1;
    right += found.filter((i) => i === same).length;
    wrong += found.filter((i) => i !== same).length;
    if (same >= 0 && !found.includes(same)) missed.push(title);
  }
  const [recall, precision] = [right / wanted, right / (right + wrong)];
  console.log(
    `similar matters: recall ${recall.toFixed(2)}, precision ${precision.toFixed(2)}; missed: ${missed.join('、')}`,
  );
  expect(recall).toBeGreaterThanOrEqual(0.7);
  expect(precision).toBeGreaterThanOrEqual(0.9);
});

test('at most three, most alike first, and a pair that everybody holds tells next to nothing', () => {
  const many = Array.from({ length: MOST_HOLDERS }, (_, i) => String(i));
  const holders = (gram: string) =>
    gram === '电梯' ? many : ['加装', '老楼'].includes(gram) ? ['7', '8'] : gram === '装电' ? ['8'] : [];
  expect(likest('老楼加装电梯', '', holders)).toEqual(['8', '7']);
  expect(likest('电梯', '', () => many)).toEqual([]);
});
