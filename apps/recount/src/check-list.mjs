import { applyRule } from './apply-rule.mjs';
import { checkSignature } from './check-signature.mjs';
import { compareCounts } from './count-ballots.mjs';
import { demand } from './fault.mjs';
import { hashTree } from './hash-tree.mjs';
import { readList } from './read-list.mjs';

const checkRule = ({ rule, roll, counts, outcome }) => {
  const found = applyRule(rule.thresholds, roll, counts);
  demand(
    found.outcome === outcome,
    'count',
    `按规则应为“${found.outcome}”，公布的是“${outcome}”。`,
    `By the rule the outcome is "${found.outcome}", published is "${outcome}".`,
  );
  return found;
};

/**
 * Everything the file claims, from the bytes alone: its form, its hash tree, its signature, its counts, its result.
 * @throws Fault with the first thing that is wrong
 */
export const checkList = (bytes, { key } = {}) => {
  const list = readList(bytes);
  const root = hashTree(list.signed);
  checkSignature(list.seal, root, key);
  const counts = compareCounts(list);
  return { head: list.head, key: list.seal.key, root, counts, ...checkRule(list.head) };
};

/** Whether a receipt's mark stands among those who took part. */
export const findMark = (bytes, mark) => readList(bytes).marks.includes(`A ${mark}`);
