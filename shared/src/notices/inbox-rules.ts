interface Arrived {
  arrivedAt: string;
  readAt?: string | undefined;
}
/** Whether it was read: by itself, or with all that had arrived by `upTo`. What arrives late is unread however old it is. */
export const isRead = ({ arrivedAt, readAt }: Arrived, upTo: string | undefined): boolean =>
  readAt !== undefined || (upTo !== undefined && arrivedAt <= upTo);

/** What became of an announcement since somebody was told of it as it stood in this version. */
export const sinceTold = (
  { version: told }: { version: number },
  now: { version: number; state: string },
): 'corrected' | 'withdrawn' | undefined => {
  if (now.state === 'withdrawn') return 'withdrawn';
  return now.version > told ? 'corrected' : undefined;
};
