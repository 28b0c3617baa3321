import './zod';
import * as z from 'zod/mini';

/** Age bands somebody may choose to tell, in years. */
export const AgeBand = z.enum(['18-34', '35-59', '60-74', '75+']);
export type AgeBand = z.infer<typeof AgeBand>;
/** How a band is said. */
export const AGE_BANDS: Readonly<Record<AgeBand, string>> = {
  '18-34': '18—34 岁',
  '35-59': '35—59 岁',
  '60-74': '60—74 岁',
  '75+': '75 岁以上',
};
