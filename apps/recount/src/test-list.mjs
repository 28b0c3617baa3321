/** Builds and signs lists for tests, by the words of docs/recount.md and with nothing of the program's own. */
import { createHash, generateKeyPairSync, sign } from 'node:crypto';

const sha = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest();
const rootByLevels = (lines) => {
  let level = lines.map((line) => sha(Buffer.of(0), Buffer.from(line)));
  while (level.length > 1) {
    const above = [];
    for (let i = 0; i < level.length; i += 2)
      above.push(level[i + 1] ? sha(Buffer.of(1), level[i], level[i + 1]) : level[i]);
    level = above;
  }
  return level[0].toString('hex');
};

export const newKey = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { x } = publicKey.export({ format: 'jwk' });
  return { privateKey, x, key: sha(Buffer.from(x, 'base64url')).toString('hex').slice(0, 32) };
};

const OVER_HALF = { num: 1, den: 2, strict: true };
export const HALF = [{ of: 'units', quorum: OVER_HALF, pass: OVER_HALF }];
const count = (choices, wanted) => choices.filter((choice) => choice === wanted).length;
const hex = (said, length) => createHash('sha256').update(said).digest('hex').slice(0, length);

/** The first line of a list over these choices; `change` what shall differ. */
export const headOf = (
  choices,
  { roll = choices.length, area = 0, thresholds = HALF, outcome = 'passed', ...change } = {},
) => ({
  format: 'gongzhi-vote-list',
  version: 1,
  communityId: '310104001001',
  proposalId: '01KPROPOSAL',
  voteId: '01KVOTE',
  question: '是否同意划出固定充电区？',
  resolution: '在三号楼东侧划出充电区。',
  ballot: 'secret',
  openedAt: '2026-11-23T02:00:00.000Z',
  closesAt: '2026-11-24T02:00:00.000Z',
  settledAt: '2026-11-24T02:00:10.000Z',
  roll: { units: roll, area, hash: hex('roll', 64) },
  rule: {
    ruleId: 'r',
    name: '社区议事会表决',
    unit: 'household',
    source: '社区议事规则',
    sourceDate: '2026-11-23',
    verified: false,
    thresholds,
  },
  counts: {
    units: { for: count(choices, 'for'), against: count(choices, 'against'), abstain: count(choices, 'abstain') },
    area: { for: 0, against: 0, abstain: 0 },
    invalid: count(choices, 'invalid'),
  },
  channels: { app: choices.length, assisted: 0, paper: 0, proxy: 0 },
  outcome,
  marks: choices.length,
  ballots: choices.length,
  ...change,
});

/** The lines of a list, signed. */
export const sealed = (lines, { privateKey, x, key } = newKey()) => {
  const root = rootByLevels(lines);
  const signature = sign(null, Buffer.from(`gongzhi-vote-list/1\n${root}\n`), privateKey).toString('base64url');
  return Buffer.from(`${[...lines, JSON.stringify({ root, key, x, signature })].join('\n')}\n`);
};

export const marksOf = (some) => some.map((_, i) => `A ${hex(`mark ${i}`, 64)}`).sort();
export const ballotsOf = (choices) => choices.map((choice, i) => `B ${hex(`ballot ${i}`, 32)} ${choice}`).sort();

/** A whole list over these choices. */
export const listOf = (choices, change, key) =>
  sealed([JSON.stringify(headOf(choices, change)), ...marksOf(choices), ...ballotsOf(choices)], key);
