const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);

const CENTRE = {
  above: [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
    33430.57558358813, 2509.0809287301227,
  ],
  below: [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852546,
  ],
};
const MIDDLE = {
  above: [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  below: [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9,
  ],
};
const TAIL = {
  above: [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
  ],
  below: [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 1.8463183175100548e-5,
    1.421511758316446e-7, 2.0442631033899397e-15,
  ],
};
const ratio = ({ above, below }: typeof CENTRE, x: number): number => polynomial(above, x) / polynomial(below, x);

/**
 * The quantile of the standard normal distribution: the z below which a share `p` of it lies, 0 < p < 1.
 * Wichura 1988, “Algorithm AS 241: The percentage points of the normal distribution”, Applied Statistics 37, 477–484
 * (PPND16, relative accuracy about 1e-16).
 * @throws RangeError
 */
export const normalQuantile = (p: number): number => {
  if (!(p > 0 && p < 1)) throw new RangeError('a quantile is of a share between 0 and 1');
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(CENTRE, 0.180625 - q * q);
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
  return Math.sign(q) * (r <= 5 ? ratio(MIDDLE, r - 1.6) : ratio(TAIL, r - 5));
};

/**
 * The two-sided z of a confidence level for one of `comparisons` made together, so that all of them hold at the level:
 * each is made at 1 − (1 − level) ÷ comparisons (Bonferroni; Dunn 1961, JASA 56, 52–64). With one comparison and 0.95: 1.96.
 */
export const zOf = (level: number, comparisons = 1): number => normalQuantile(1 - (1 - level) / comparisons / 2);
