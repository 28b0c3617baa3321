import { createHash } from 'node:crypto';
import { fileHash } from './file-hash';

test('a file is named as any other program names it', () => {
  for (const bytes of [new Uint8Array(0), Buffer.from('楼栋'), new Uint8Array(100_000).fill(7)]) {
    expect(fileHash(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
  }
});
