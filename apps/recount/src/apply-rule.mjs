const taken = ({ for: yes, against, abstain }) => yes + against + abstain;

/** part/whole against num/den, in whole numbers of any size; nothing is a share of nothing. */
const meets = ({ num, den, strict }, part, whole) => {
  const [a, b] = [BigInt(part) * BigInt(den), BigInt(num) * BigInt(whole)];
  return part > 0 && (strict ? a > b : a >= b);
};

const follow = (tests) => {
  if (tests.length === 0) return 'advisory';
  if (!tests.every(({ reached }) => reached)) return 'noQuorum';
  return tests.every(({ passed }) => passed) ? 'passed' : 'rejected';
};

/** Each threshold with whether enough took part and enough were for, and what follows from all of them together. */
export const applyRule = (thresholds, roll, counts) => {
  const tests = thresholds.map(({ of, quorum, pass }) => ({
    of,
    quorum,
    pass,
    reached: meets(quorum, taken(counts[of]), roll[of]),
    passed: meets(pass, counts[of].for, taken(counts[of])),
  }));
  return { tests, outcome: follow(tests) };
};
