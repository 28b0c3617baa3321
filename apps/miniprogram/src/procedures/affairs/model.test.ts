import { PROCEDURES } from '@gongzhi/shared/kernel/ways/definitions';
import { AffairKind } from '@gongzhi/shared/kernel/ways/shapes';
import { optionsFor, purposeOf, type Choice } from './model';

test.each(AffairKind.options)(
  'for %s every procedure can be chosen once, those that fit first, and an election is told where it belongs',
  (kind) => {
    const options = optionsFor(kind);
    expect(options.map(({ value }) => value).sort()).toEqual(
      [...PROCEDURES.map(({ procedureId }) => procedureId), 'election'].sort(),
    );
    expect(options[0]?.note).toContain('适合这类事');
    expect(options.at(-1)).toMatchObject({ value: 'election', note: '不在这里办' });
  },
);
test('a procedure says its steps and where it is written; what could not be checked says so', () => {
  expect(purposeOf('community-council-2026-1' as Choice)).toContain(
    '征集 → 协商 → 公示 → 表决 → 结果公示 → 执行 → 评议',
  );
  expect(purposeOf('residents-meeting-2026-1' as Choice)).toContain('条文尚待核对');
  expect(purposeOf('owners-2021-1' as Choice)).not.toContain('条文尚待核对');
  expect(purposeOf('election')).toContain('现场无记名投票');
});
