/** Minutes as people say them: 90 is 1 小时 30 分钟. */
export const minutesWords = (minutes: number): string => {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const parts = [...(hours > 0 ? [`${hours} 小时`] : []), ...(rest > 0 || hours === 0 ? [`${rest} 分钟`] : [])];
  return `${minutes < 0 ? '减 ' : ''}${parts.join(' ')}`;
};
