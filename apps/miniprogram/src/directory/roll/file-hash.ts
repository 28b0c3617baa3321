import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** The name of an import: SHA-256 of the file, in lower-case hex. */
export const fileHash = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));
