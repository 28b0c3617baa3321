import type { announcements } from '@gongzhi/shared/announcements/contract';
import { filesRoutes } from '@gongzhi/shared/announcements/contract-files';
import type { Contract } from '@gongzhi/shared/kernel/contract';

type C = typeof announcements;
const ofFiles = (code: string) => code.startsWith('FILE_');
const refusing = (contract: C, wanted: (route: string, code: string) => boolean): C =>
  Object.fromEntries(
    Object.entries(contract as Contract).map(([name, route]) => [
      name,
      { ...route, refusals: route.refusals.filter((code) => wanted(name, code)) },
    ]),
  ) as unknown as C;

/** The slice but for its files, which are tried beside each other in files-refusals.ddb.test.ts. For tests. */
export const withoutFiles = (contract: C): C =>
  Object.fromEntries(
    Object.entries(refusing(contract, (_, code) => !ofFiles(code))).filter(([name]) => !(name in filesRoutes)),
  ) as unknown as C;
/** Routes of files, and what files keep others from. */
export const onlyFiles = (contract: C): C => refusing(contract, (name, code) => name in filesRoutes || ofFiles(code));
