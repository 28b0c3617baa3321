#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkList, findMark } from './check-list.mjs';
import { Fault } from './fault.mjs';
import { markOf } from './mark-of.mjs';
import { sayResult } from './say-result.mjs';

/** 0: everything agrees. The others say what does not. */
const EXIT = { usage: 2, format: 1, signature: 1, key: 3, count: 4, code: 5 };
const USAGE = [
  '用法：npx @gongzhi/recount <文件> [--key 指纹] [--code 查票码]',
  'Usage: npx @gongzhi/recount <file> [--key fingerprint] [--code receipt-code]',
];

const told = () => {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { key: { type: 'string' }, code: { type: 'string' } },
    });
    return positionals.length === 1 ? { ...values, bytes: readFileSync(positionals[0]) } : undefined;
  } catch (error) {
    console.error(error.message);
    return undefined;
  }
};

const sayCode = (bytes, { head }, code) => {
  const found = findMark(bytes, markOf(head.voteId, code));
  console.log(
    found
      ? '✓ 查票码在参加清单里。Your receipt code is on the list.'
      : '✗ 查票码不在参加清单里。Your receipt code is not on the list.',
  );
  return found ? 0 : EXIT.code;
};

const run = ({ bytes, key, code }) => {
  try {
    const found = checkList(bytes, { key });
    console.log(sayResult(found).join('\n'));
    return code === undefined ? 0 : sayCode(bytes, found, code);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    console.error(`✗ 这份清单不可信：${error.zh}\n✗ Do not trust this list: ${error.en}`);
    return EXIT[error.kind];
  }
};

const args = told();
if (!args) console.error(USAGE.join('\n'));
process.exitCode = args ? run(args) : EXIT.usage;
