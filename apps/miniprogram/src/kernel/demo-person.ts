import { platform } from './platform/platform';

const KEY = 'demo-person';
/** On H5 in the local cloud: as whom this browser signed in, for the codes WeChat would give. */
export const demoPerson = {
  get: (): string => platform.storage.read(KEY) ?? '',
  set: (person: string): void => platform.storage.write(KEY, person),
};
