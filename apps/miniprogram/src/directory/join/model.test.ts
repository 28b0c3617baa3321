import { askedWords, communityOf, wayFrom } from './model';

test('a scanned link names its community', () => {
  expect(communityOf('https://x.cn/#/directory/join/index?communityId=330102004051&code=A')).toBe('330102004051');
  expect(communityOf('ABCDE12345')).toBeUndefined();
});

test('the page begins with the way asked for, or with the one an invite means', () => {
  expect([wayFrom('owner', ''), wayFrom('door', 'ABCDE'), wayFrom(undefined, '')]).toEqual([
    'owner',
    'invite',
    'phone',
  ]);
});

test.each([
  ['resident', 'waiting', '您申请加入1号楼1单元101，社区工作者正在核对。结果会出现在这里。'],
  ['owner', 'waiting', '您申请确认为1号楼1单元101的业主，社区工作者正在核对。结果会出现在这里。'],
  ['owner', 'refused', '理由：请带产权证明。可以核对后再申请，或到社区服务站办理。'],
] as const)('whoever asked as %s reads of a request that is %s: %s', (as, state, words) => {
  const household = { building: '1号楼', unit: '1单元', room: '101' };
  expect(askedWords({ as, state, household, ...(state === 'refused' ? { reason: '请带产权证明' } : {}) })).toBe(words);
});
