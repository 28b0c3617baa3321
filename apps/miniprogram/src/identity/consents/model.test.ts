import { latest, standsWords } from './model';

const consent = (purpose: 'privacy' | 'phone', grantedAt: string, withdrawnAt?: string) => ({
  purpose,
  version: '2026-11',
  hash: 'a'.repeat(64),
  grantedAt,
  ...(withdrawnAt ? { withdrawnAt } : {}),
});

test('only the latest record of a purpose stands in the list, standing ones first', () => {
  const old = consent('privacy', '2026-11-01T00:00:00.000Z', '2026-11-02T00:00:00.000Z');
  const now = consent('privacy', '2026-11-03T00:00:00.000Z');
  const phone = consent('phone', '2026-11-01T00:00:00.000Z', '2026-11-02T00:00:00.000Z');
  expect(latest([now, phone, old])).toEqual([now, phone]);
});

test('how it stands is said with its instant', () => {
  expect(standsWords(consent('privacy', '2026-11-23T01:00:00.000Z'))).toBe(
    '11月23日（周一）上午9点同意（版本 2026-11）',
  );
  expect(standsWords(consent('phone', '2026-11-23T01:00:00.000Z', '2026-11-23T07:05:00.000Z'))).toBe(
    '已于11月23日（周一）下午3点05分撤回',
  );
});
