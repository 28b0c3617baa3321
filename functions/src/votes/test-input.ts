import { votes } from '@gongzhi/shared/votes/contract';

export type Name = keyof typeof votes;

/** A route's input as the door gets it: what stands in the path, and the rest. */
export const splitInput = (name: Name, input: Record<string, unknown>) => {
  const inPath = [...votes[name].path.matchAll(/\{(\w+)\}/g)].map(([, field]) => field as string);
  const params = Object.fromEntries(inPath.map((field) => [field, String(input[field])]));
  return { params, rest: Object.fromEntries(Object.entries(input).filter(([field]) => !inPath.includes(field))) };
};
