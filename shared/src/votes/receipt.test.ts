import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { ReceiptCode, markOf, newCode, plainCode } from './receipt';

const random = fc.uint8Array({ minLength: 16, maxLength: 16 });

test('a code is sixteen characters in fours, and fits its own shape', () => {
  fc.assert(
    fc.property(random, (bytes) => {
      const code = newCode(bytes);
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
      expect(ReceiptCode.safeParse(code).success).toBe(true);
    }),
  );
});

test('a code read off paper is the same code: small letters, blanks, O for 0 and l for 1', () => {
  expect(plainCode(' 7k2m-9qxd 0hwt–4bra ')).toBe('7K2M9QXD0HWT4BRA');
  expect(markOf('v', '1O0l-iiii-0000-0000')).toBe(markOf('v', '1001111100000000'));
});

test.each(['', '7K2M', '7K2M-9QXD-0HWT-4BRA-7', '7K2M-9QXD-0HWT-4BRU'])('%p is no code', (typed) =>
  expect(ReceiptCode.safeParse(typed).success).toBe(false),
);

test('the mark is the hash that docs/recount.md describes, another in each vote', () => {
  const said = 'gongzhi-receipt/1\n01KVOTE\n7K2M9QXD0HWT4BRA\n';
  expect(markOf('01KVOTE', '7K2M-9QXD-0HWT-4BRA')).toBe(createHash('sha256').update(said).digest('hex'));
  expect(markOf('01KOTHER', '7K2M-9QXD-0HWT-4BRA')).not.toBe(markOf('01KVOTE', '7K2M-9QXD-0HWT-4BRA'));
});
