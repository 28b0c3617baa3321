import { intervalOf, type Interval } from './parts';
import { zOf } from './normal';
import { LEVEL, scoreBounds } from './wilson';

/** What one stratum of a sample tells: how many belong to it, how many of them answered, and how many of those said yes. */
export interface Stratum {
  /** Units of the population in the stratum, N_h. */
  size: number;
  /** Units that answered, n_h: a random sample of the stratum without replacement. */
  answered: number;
  yes: number;
}

/** A share estimated from strata. */
export interface StratifiedShare {
  /** The estimate, between 0 and 1: Σ (N_h ÷ N) × (yes ÷ n_h). */
  share: number;
  /** Its estimated variance; nothing when all of a stratum said the same in every one. */
  variance: number;
  /** Answers of a simple random sample that would tell as much; infinite when everybody answered. */
  effective: number;
  /** Units of the strata somebody answered in: those the estimate speaks for. */
  covered: number;
}

const isStratum = ({ size, answered, yes }: Stratum): boolean =>
  [size, answered, yes].every(Number.isSafeInteger) && yes >= 0 && yes <= answered && answered <= size;

/** The variance a stratum adds; one answer alone tells nothing of it and counts as the widest there is. */
const varianceOf = ({ size, answered, yes }: Stratum, covered: number): number => {
  const weight = size / covered;
  const share = yes / answered;
  const spread = answered > 1 ? (share * (1 - share)) / (answered - 1) : 1 / 4;
  return weight * weight * (1 - answered / size) * spread;
};
/** Answers that weights and finite populations leave of those given, whatever was answered. */
const answersWorth = (strata: readonly Stratum[], covered: number): number =>
  1 / strata.reduce((sum, { size, answered }) => sum + ((size / covered) ** 2 * (1 - answered / size)) / answered, 0);

/**
 * The share of a population from a stratified random sample: weights N_h ÷ N, variance
 * Σ (N_h/N)² (1 − n_h/N_h) p_h(1−p_h) ÷ (n_h − 1) with the finite-population correction (Cochran 1977, Sampling Techniques,
 * 5.3, eq. 5.7 and 5.52), turned into an effective sample size p(1−p) ÷ variance (Korn & Graubard 1998, Survey
 * Methodology 24, 193–201). It is never taken larger than weights and corrections alone would give,
 * 1 ÷ Σ (N_h/N)² (1 − n_h/N_h) ÷ n_h, which is also what is taken when all said the same and the variance would be nothing.
 * Strata without an answer are left out and `covered` tells it.
 * @throws RangeError of a stratum with more answers than units, or when nobody answered
 */
export const stratifiedShare = (strata: readonly Stratum[]): StratifiedShare => {
  if (!strata.every(isStratum)) throw new RangeError('a stratum has whole numbers: yes ≤ answered ≤ size');
  const heard = strata.filter(({ answered }) => answered > 0);
  const covered = heard.reduce((sum, { size }) => sum + size, 0);
  if (covered === 0) throw new RangeError('nobody answered');
  const share = Math.min(1, heard.reduce((sum, { size, answered, yes }) => sum + (size * yes) / answered, 0) / covered);
  const worth = answersWorth(heard, covered);
  const variance = heard.reduce((sum, stratum) => sum + varianceOf(stratum, covered), 0);
  const effective = variance > 0 ? Math.min(worth, (share * (1 - share)) / variance) : worth;
  return { share, variance, effective: effective > 0 ? effective : worth, covered };
};

/** The interval of a share estimated from strata, in ten-thousandths: Wilson's with the effective sample size. @throws RangeError */
export const stratifiedInterval = (strata: readonly Stratum[], z: number = zOf(LEVEL)): Interval => {
  const { share, effective } = stratifiedShare(strata);
  return intervalOf(...scoreBounds(share, effective, z));
};
