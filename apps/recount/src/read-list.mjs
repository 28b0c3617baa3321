import { demand } from './fault.mjs';

const HEX64 = /^[0-9a-f]{64}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
/** base64url has several spellings of the same bytes; a list has only the plain one. */
const bytesOf = (length) => (x) => {
  const bytes = Buffer.from(isText(x) ? x : '', 'base64url');
  return bytes.length === length && bytes.toString('base64url') === x;
};
const isText = (x) => typeof x === 'string';
const isCount = (x) => Number.isSafeInteger(x) && x >= 0;
const matches = (pattern) => (x) => isText(x) && pattern.test(x);
const oneOf =
  (...words) =>
  (x) =>
    words.includes(x);
const listOf = (shape) => (x) => Array.isArray(x) && x.every((item) => fits(item, shape));
const isObject = (x) => typeof x === 'object' && x !== null && !Array.isArray(x);

/** Exactly these fields in exactly this order: a list has one way to be written. */
const fits = (x, shape) =>
  typeof shape === 'function'
    ? shape(x)
    : isObject(x) &&
      Object.keys(x).join() === Object.keys(shape).join() &&
      Object.keys(shape).every((k) => fits(x[k], shape[k]));

const BY_CHOICE = { for: isCount, against: isCount, abstain: isCount };
const SHARE = { num: isCount, den: (x) => isCount(x) && x > 0, strict: (x) => typeof x === 'boolean' };
const HEAD = {
  format: oneOf('gongzhi-vote-list'),
  version: oneOf(1),
  communityId: matches(/^\d{12}$/),
  proposalId: isText,
  voteId: isText,
  question: isText,
  resolution: isText,
  ballot: oneOf('secret', 'named'),
  openedAt: matches(INSTANT),
  closesAt: matches(INSTANT),
  settledAt: matches(INSTANT),
  roll: { units: isCount, area: isCount, hash: matches(HEX64) },
  rule: {
    ruleId: isText,
    name: isText,
    unit: isText,
    source: isText,
    sourceDate: isText,
    verified: (x) => typeof x === 'boolean',
    thresholds: listOf({ of: oneOf('units', 'area'), quorum: SHARE, pass: SHARE }),
  },
  counts: { units: BY_CHOICE, area: BY_CHOICE, invalid: isCount },
  channels: { app: isCount, assisted: isCount, paper: isCount, proxy: isCount },
  outcome: oneOf('passed', 'rejected', 'noQuorum', 'advisory'),
  marks: isCount,
  ballots: isCount,
};
const SEAL = {
  root: matches(HEX64),
  key: matches(/^[0-9a-f]{32}$/),
  x: bytesOf(32),
  signature: bytesOf(64),
};
const MARK = /^A [0-9a-f]{64}$/;
const BALLOT = /^B [0-9a-f]{32} (for|against|abstain|invalid)$/;

const parse = (line, shape, zh, en) => {
  let value;
  try {
    value = JSON.parse(line);
  } catch {
    // what cannot be read does not fit
  }
  demand(fits(value, shape) && JSON.stringify(value) === line, 'format', zh, en);
  return value;
};

const decode = (bytes) => {
  const text = bytes.toString('utf8');
  demand(Buffer.from(text).equals(bytes), 'format', '文件不是规范的 UTF-8 文本。', 'The file is not plain UTF-8.');
  demand(text.endsWith('\n'), 'format', '文件不完整：最后缺少换行。', 'The file is cut off: its last line has no end.');
  return text.slice(0, -1).split('\n');
};

const isAscending = (lines) => lines.every((line, i) => i === 0 || lines[i - 1] <= line);

/** The parts of a list, each in its one canonical form. @throws Fault('format') */
export const readList = (bytes) => {
  const lines = decode(bytes);
  demand(lines.length >= 2, 'format', '文件不完整。', 'The file is cut off.');
  const head = parse(
    lines[0],
    HEAD,
    '第一行（表决说明）不符合格式。',
    'The first line (the vote) is not in the format.',
  );
  const seal = parse(
    lines.at(-1),
    SEAL,
    '最后一行（签名）不符合格式。',
    'The last line (the signature) is not in the format.',
  );
  const marks = lines.slice(1, 1 + head.marks);
  const ballots = lines.slice(1 + head.marks, -1);
  demand(
    ballots.length === head.ballots && marks.length === head.marks,
    'format',
    '行数与第一行所写的不一致。',
    'There are not as many lines as the first one says.',
  );
  demand(
    marks.every((line) => MARK.test(line)) && isAscending(marks),
    'format',
    '参加清单（A 行）不符合格式或次序。',
    'A line of those taking part (A) is not in the format or order.',
  );
  demand(
    ballots.every((line) => BALLOT.test(line)) && isAscending(ballots),
    'format',
    '选票清单（B 行）不符合格式或次序。',
    'A ballot (B) is not in the format or order.',
  );
  return { head, seal, marks, ballots, signed: lines.slice(0, -1).map((line) => Buffer.from(line)) };
};
