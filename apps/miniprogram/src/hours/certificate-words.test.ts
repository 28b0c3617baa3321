import { provesWords, stateWords } from './certificate-words';

const one = {
  ...{
    state: 'valid' as const,
    publicUntil: '2026-11-30T16:00:00.000Z',
    recorded: 95,
    honorary: 0,
    imported: 0,
    hours: '1.5',
  },
  ...{ grades: [{ grade: 'placed' as const, minutes: 95 }], fromDay: '2026-01-01', toDay: '2026-11-22' },
};

test('a certificate says whether it holds, and since when it does not', () => {
  expect(stateWords(one)).toMatchObject({ title: '真实有效', tone: 'ok' });
  expect(stateWords({ ...one, state: 'public' })).toMatchObject({
    tone: 'waiting',
    words: '公示到11月30日（周一），期满才能打印使用。',
  });
  const revoked = {
    ...one,
    state: 'revoked' as const,
    revokedAt: '2026-12-01T02:00:00.000Z',
    revokedReason: '重复出具',
  };
  expect(stateWords(revoked)).toEqual({
    ...{ title: '已经撤销', tone: 'danger' },
    words: '这张证明在12月1日（周二）上午10点撤销，不能再用。理由：重复出具',
  });
});

test('what it proves is said with its evidence, and what is no recorded time stands apart', () => {
  expect(provesWords(one)).toEqual([
    '2026年1月1日 至 2026年11月22日',
    '记录时长 1.5 小时（1 小时 35 分钟）',
    '其中扫码并核对了地点：1 小时 35 分钟',
  ]);
  const more = provesWords({ ...one, honorary: 30, imported: 60 }).slice(3);
  expect(more[0]).toContain('另有荣誉时长 30 分钟');
  expect(more[1]).toContain('另有导入时长 1 小时');
});
