import { createHash } from 'node:crypto';

const plain = (code) =>
  code
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll(/[^0-9A-Z]/g, '');

/** The mark that a receipt's code (查票码) leaves in the list of a vote. */
export const markOf = (voteId, code) =>
  createHash('sha256')
    .update(`gongzhi-receipt/1\n${voteId}\n${plain(code)}\n`)
    .digest('hex');
