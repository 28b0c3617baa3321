/** A person of the demo: whoever opens the local cloud in a browser can be one of them. */
export interface DemoPerson {
  key: string;
  name: string;
  says: string;
  openid: string;
  phone: string;
  /** The door on the roll where their name and phone stand; absent for those who are on no roll. */
  home?: { building: string; unit: string; room: string };
}

/** 小营街道 and two of its communities, by their statistical division codes. */
export const DEMO = {
  streetId: '330102004',
  communityId: '330102004051',
  otherCommunityId: '330102004053',
  neighbours: 170,
} as const;

const SURNAMES = [...'王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗'];
const GIVEN = ['秀英', '建国', '桂兰', '志强', '玉梅', '海燕', '文斌', '晓东', '丽华', '明辉'];

/** Doors of the demo's roll, in order: four floors of two rooms in each unit. */
const doorOf = (index: number) => ({
  building: `${Math.floor(index / 16) + 1}号楼`,
  unit: `${(Math.floor(index / 8) % 2) + 1}单元`,
  room: `${(Math.floor(index / 2) % 4) + 1}0${(index % 2) + 1}`,
});

const person = (key: string, name: string, says: string, at: { phone: number; door?: number }): DemoPerson => ({
  key,
  name,
  says,
  openid: `oDemo_${key}`,
  phone: String(19_000_000_000 + at.phone),
  ...(at.door === undefined ? {} : { home: doorOf(at.door) }),
});

const PRINCIPALS: readonly DemoPerson[] = [
  person('newcomer', '何芳', '刚搬来的居民：手机号在名册里，还没有加入社区', { phone: 1, door: 0 }),
  person('author', '王秀兰', '68 岁，住在 1 号楼：提出了完善社区治理的建议', { phone: 2, door: 1 }),
  person('chair', '陈国强', '议事会主任：主持议事、发起表决', { phone: 3, door: 2 }),
  person('member', '刘建华', '议事员：参加议事会讨论', { phone: 4, door: 3 }),
  person('spouse', '赵丽', '和王秀兰是一户：两部手机，一户一票', { phone: 5, door: 1 }),
  person('worker', '李静', '社区工作者：导入名册、发邀请码、核对住户、审核内容', { phone: 6 }),
  person('supervisor', '周敏', '街道工作人员：开通社区、指定社区工作者', { phone: 7 }),
  person('secretary', '马志远', '党支部书记：记录党组织会议和党员大会', { phone: 9 }),
  person('guest', '孙磊', '手机号不在名册里：要用邀请码，或请社区确认', { phone: 8 }),
];
/** From the hospital: who serves, and who speaks for it. */
const HOSPITAL: readonly DemoPerson[] = [
  person('doctor', '高明', '市第三医院医生，在职党员：到社区报到，认领岗位和微心愿', { phone: 10, door: 200 }),
  person('contact', '孙丽娟', '市第三医院的联系人：确认报到、提供资源、看收到的报告', { phone: 11 }),
];

const neighbour = (index: number): DemoPerson => {
  const name = `${SURNAMES[index % SURNAMES.length]}${GIVEN[(index * 7) % GIVEN.length]}`;
  return person(`n${String(index + 1).padStart(3, '0')}`, name, `邻居，住在 ${doorOf(index + 4).building}`, {
    phone: 100 + index,
    door: index + 4,
  });
};

const NEIGHBOURS = Array.from({ length: DEMO.neighbours }, (_, i) => neighbour(i));

export const PEOPLE: readonly DemoPerson[] = [...PRINCIPALS, ...HOSPITAL, ...NEIGHBOURS];
/** Those who stand on the roll, in the order of their doors. */
export const HOUSED: readonly DemoPerson[] = [...PRINCIPALS, ...NEIGHBOURS, ...HOSPITAL].filter(({ home }) => home);
