import '../zod';
import * as z from 'zod/mini';

/** The smallest unit of a share: a ten-thousandth. 10,000 is the whole; on a screen 8,512 is 85.12 %. */
export const WHOLE = 10_000;

/** A confidence interval of a share in ten-thousandths, rounded outwards, so that it never claims more than was reckoned. */
export const Interval = z.strictObject({
  low: z.int().check(z.minimum(0), z.maximum(WHOLE)),
  high: z.int().check(z.minimum(0), z.maximum(WHOLE)),
});
export type Interval = z.infer<typeof Interval>;

/** Less than this is noise of floating-point numbers and no part of a bound. */
const NOISE = 1e-7;

const within = (parts: number): number => Math.min(WHOLE, Math.max(0, parts));

/** The interval between two shares (0 to 1) in ten-thousandths: the low end rounded down, the high end up. */
export const intervalOf = (low: number, high: number): Interval => ({
  low: within(Math.floor(low * WHOLE + NOISE)),
  high: within(Math.ceil(high * WHOLE - NOISE)),
});
