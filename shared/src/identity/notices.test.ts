import { createHash } from 'node:crypto';
import { Notice, Purpose, type Purpose as PurposeName } from './contract';
import { NOTICES, wordsOf, type NoticeText } from './notices';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/**
 * The hash of every version ever published, newest first. People agreed to these words: a line may be added when a text
 * changes together with its version, and none may be changed or taken away.
 */
const PUBLISHED: Record<PurposeName, [version: string, hash: string][]> = {
  privacy: [['2026-11-23', '5e75c658cb8691d3d35ae844960048515e5aab44915925ddc5ef8789e7a60e69']],
  phone: [['2026-11-23', '1dd0e63bdf671ac1e2fde7d1b53052b513e40a4db7b9d9e9e51815cc7c33489b']],
  party: [['2026-11-27', 'd598ade57f7c50f953d71e6edd5c0c65d7f85d4bf70a4ecc7e46c027a5406f2e']],
};

const bodyUnder = (notice: NoticeText, heading: string) =>
  notice.sections.find((s) => s.heading === heading)?.body ?? '';

describe.each(Purpose.options)('the %s notice', (purpose) => {
  const notice = NOTICES[purpose];

  it('is there, under its own name, in the shape of the contract', () => {
    expect(notice.purpose).toBe(purpose);
    expect(Notice.safeParse({ ...notice, hash: sha256(wordsOf(notice)) }).success).toBe(true);
  });

  it('has the words that were published under its version', () => {
    expect([notice.version, sha256(wordsOf(notice))]).toEqual(PUBLISHED[purpose][0]);
  });

  it('has a version of its own for each text', () => {
    const versions = PUBLISHED[purpose].map(([version]) => version);
    expect(new Set(versions).size).toBe(versions.length);
    expect(versions.every((version) => version.length <= 32)).toBe(true);
  });

  it('has headings that differ and no empty section', () => {
    const headings = notice.sections.map((s) => s.heading);
    expect(new Set(headings).size).toBe(headings.length);
    expect(notice.sections.filter(({ heading, body }) => heading.trim() === '' || body.trim() === '')).toEqual([]);
  });

  it('is plain: no code words, no shouting, no half-done text, no promise of perfect secrecy', () => {
    expect(wordsOf(notice)).not.toMatch(/openid|session|token|HMAC|API|JSON|TODO|XX|绝对匿名|绝对安全|100%|！/i);
  });

  it('has sentences a tired reader can finish', () => {
    const longest = Math.max(
      ...wordsOf(notice)
        .split(/[。；\n]/u)
        .map((sentence) => [...sentence].length),
    );
    expect(longest).toBeLessThanOrEqual(80);
  });
});

describe('what the law asks the privacy notice to say', () => {
  const notice = NOTICES.privacy;
  it.each<[string, string, RegExp[]]>([
    [
      'who handles it and how to reach them (个人信息保护法 17-1)',
      '谁在处理您的信息',
      [/主办单位/, /居民委员会/, /街道办事处/, /电话/, /联系/],
    ],
    [
      'which information and why, with what is needed for what (17-2, 条例 21-1)',
      '收集什么，为什么',
      [/用户标识/, /称呼/, /哪一户/, /提案/, /投的票/, /日志/, /必需/],
    ],
    [
      'how it is handled, and no decision by machine alone (17-2, 24)',
      '怎样处理',
      [/加密/, /按职责/, /不用程序自动作出/, /说明理由/],
    ],
    [
      'how long each kind is kept and what happens then (17-2, 19, 条例 21-2)',
      '保存多久',
      [/三十天/, /退出/, /注销/, /三年/, /一年/, /删除或者匿名化/],
    ],
    [
      'where it lies and who else gets what (21, 23, 38)',
      '存在哪里，给谁',
      [/中华人民共和国境内/, /不向境外/, /云服务商/, /腾讯/, /不出售/],
    ],
    ['what is made public (25)', '别人能看到什么', [/任何人都能看到/, /不公开/]],
    ['children under fourteen (31)', '未成年人', [/十四周岁/, /监护人/, /删除/]],
    [
      'rights, how to use them, by when (44–50, 条例 21-3)',
      '您的权利和怎样行使',
      [/查看和复制/, /更正/, /补充/, /删除/, /转移/, /解释/, /十五个工作日/, /说明理由/, /近亲属/],
    ],
    [
      'withdrawing, as easy as agreeing (15, 16)',
      '撤回同意',
      [/我的—隐私和授权/, /立刻生效/, /一样方便/, /之前已经办的事仍然有效/],
    ],
    ['closing the account (条例 21-3, 24)', '注销账号', [/不设其他条件/, /十五个工作日/, /删除/]],
    ['what happens after a leak (57)', '出了问题怎么办', [/泄露/, /补救/, /主管部门/]],
    ['where to complain (65, 条例 21-4)', '投诉和举报', [/网信部门/, /12345/, /人民法院/]],
    ['how a change is told (14, 17)', '这份说明会变吗', [/新的版本号/, /重新征得同意/]],
  ])('%s', (_, heading, says) => {
    const body = bodyUnder(notice, heading);
    expect(says.filter((words) => !words.test(body))).toEqual([]);
  });

  it('names nothing this house does not collect as if it did', () => {
    expect(bodyUnder(notice, '收集什么，为什么')).not.toMatch(/身份证|人脸|位置|通讯录|相册/);
    expect(bodyUnder(notice, '先说要点')).toMatch(/不收集身份证件、人脸、通讯录和行踪/);
  });

  it('says that the phone number is asked for apart (29)', () => {
    expect(bodyUnder(notice, '用手机号要另外问您')).toMatch(/单独说明/);
  });
});

describe('what the law asks the phone notice to say', () => {
  const notice = NOTICES.phone;
  it.each<[string, string, RegExp[]]>([
    ['what is done', '做什么', [/手机号/, /名册/, /比对/]],
    ['why it is necessary (30)', '为什么需要', [/最快/, /处理者/]],
    ['what it means for the person (30)', '对您有什么影响', [/不存储/, /丢弃/, /没有找到/]],
    ['that there is another way (16)', '不同意怎么办', [/邀请码/, /工作者确认/, /不影响/]],
    ['how to withdraw (15)', '撤回', [/随时/, /立刻生效/, /不受影响/]],
  ])('%s', (_, heading, says) => {
    const body = bodyUnder(notice, heading);
    expect(says.filter((words) => !words.test(body))).toEqual([]);
  });
});

describe('what the law asks the party notice to say', () => {
  const notice = NOTICES.party;
  it.each<[string, string, RegExp[]]>([
    ['what is kept, and what is not (19)', '做什么', [/自己决定/, /支部/, /单位/, /楼栋/, /不收集/, /党费/]],
    [
      'why it is necessary, for these purposes alone (28, 30)',
      '为什么需要',
      [/只用来/, /处理者/, /党组织/, /不报到也可以/],
    ],
    [
      'who sees what, and that reading leaves a trace (17, 51)',
      '谁能看到',
      [/书记/, /工作者/, /联系人/, /人数/, /都有记录/],
    ],
    ['what it means for the person (30)', '对您有什么影响', [/敏感个人信息/, /单独问您/, /不排名/, /不强制打卡/]],
    ['how long it is kept (19)', '保存多久', [/撤回同意后/, /三年/]],
    ['that there is another way (16)', '不同意怎么办', [/不影响/, /纸质报到单/]],
    ['how to withdraw, and what follows (15, 47)', '撤回', [/随时/, /立刻生效/, /报到随之结束/, /新的报到/]],
  ])('%s', (_, heading, says) => {
    const body = bodyUnder(notice, heading);
    expect(says.filter((words) => !words.test(body))).toEqual([]);
  });
});

describe('the words a hash is taken of', () => {
  const notice = NOTICES.privacy;
  const [first = { heading: '', body: '' }, ...rest] = notice.sections;
  it.each<[string, NoticeText]>([
    ['a letter of a body', { ...notice, sections: [{ ...first, body: `${first.body}。` }, ...rest] }],
    ['a letter of a heading', { ...notice, sections: [{ ...first, heading: `${first.heading}：` }, ...rest] }],
    ['the order of sections', { ...notice, sections: [...rest, first] }],
    ['a section left out', { ...notice, sections: rest }],
    ['the title', { ...notice, title: '隐私' }],
    ['the version', { ...notice, version: '0' }],
    ['the purpose', { ...notice, purpose: 'phone' }],
  ])('change with %s', (_, changed) => expect(wordsOf(changed)).not.toBe(wordsOf(notice)));

  it('are all of it', () => {
    const words = wordsOf(notice);
    for (const { heading, body } of notice.sections)
      expect([words.includes(heading), words.includes(body)]).toEqual([true, true]);
  });
});
