import { hiddenTogether } from '@gongzhi/shared/kernel/hide-few';
import { CHANNELS, type Channel, type ChannelCount } from '@gongzhi/shared/kernel/satisfaction-result';
import { FEWEST } from './rule-sets';

/**
 * How many answers came by each channel that was used: nothing below FEWEST, nor what would let fewer be reckoned from the
 * whole. Nothing at all where the app was the only one.
 */
export const channelCounts = (counts: ReadonlyMap<Channel, number>): ChannelCount[] => {
  const used = CHANNELS.flatMap((channel) => {
    const answered = counts.get(channel) ?? 0;
    return answered > 0 ? [{ channel, answered }] : [];
  });
  if (used.every(({ channel }) => channel === 'app')) return [];
  const sum = (some: readonly { answered: number }[]) => some.reduce((all, { answered }) => all + answered, 0);
  const hidden = hiddenTogether(
    used,
    (some) => sum(some) < FEWEST,
    ({ answered }) => answered,
  );
  return used.map((one) => (hidden.has(one) ? { channel: one.channel } : one));
};
