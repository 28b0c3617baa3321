import '@gongzhi/shared/kernel/zod';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as z from 'zod/mini';
import { base32 } from '@gongzhi/shared/kernel/ids';

/** Characters of a receipt's code (查票码): 80 random bits, made on the phone that casts. */
export const CODE_CHARACTERS = 16;

/** A receipt's code as it is written down: 7K2M-9QXD-0HWT-4BRA. `random`: at least 16 unpredictable bytes. */
export const newCode = (random: Uint8Array): string =>
  (base32(random.subarray(0, CODE_CHARACTERS)).match(/.{4}/g) ?? []).join('-');

/** What a person typed, as it is hashed: capitals and digits only, the letters that look like digits read as digits. */
export const plainCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll(/[^0-9A-Z]/g, '');

export const ReceiptCode = z
  .string()
  .check(z.refine((typed: string) => /^[0-9A-HJKMNP-TV-Z]{16}$/.test(plainCode(typed)), '请填写 16 位查票码'));

/**
 * The mark a receipt leaves in its vote: all that the server is ever told of the code. It says that somebody took part,
 * and nothing of the choice, so that a receipt proves nothing to whoever would buy a vote.
 */
export const markOf = (voteId: string, code: string): string =>
  bytesToHex(sha256(utf8ToBytes(`gongzhi-receipt/1\n${voteId}\n${plainCode(code)}\n`)));
