import { compareRows } from './compare-rows';
import type { Handler } from './repo';

export const previewRoll: Handler<'previewRoll'> = async ({ communityId, rows }, ctx) => ({
  outcomes: (await compareRows(communityId, rows, ctx)).map(({ outcome }) => outcome),
});
