/** Slices whose acts are the community's own business and open to everybody; the events of all others are seen by their own actor only. */
export const OPEN_SLICES = ['councils', 'votes', 'resolutions', 'meetings'] as const;

/** The slice of an event: the part of its type before the first dot. */
export const sliceOf = (type: string): string => type.slice(0, Math.max(0, type.indexOf('.')));

/** Whether a reader may see an event in a history. Joining a household, a role given or a consent is not for the neighbours to read. */
export const maySee = (event: { type: string; actor: string }, readerId: string | undefined): boolean =>
  (OPEN_SLICES as readonly string[]).includes(sliceOf(event.type)) || event.actor === readerId;
