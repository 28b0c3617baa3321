import type { AsWorker } from '@gongzhi/shared/party/model';

/** What a worker is told besides what every list shows. */
export const moreOf = ({ branch, unit, earlier }: AsWorker): string[] => [
  `报到支部：${branch.name}`,
  unit ? `单位：${unit.name}${unit.unitId ? '' : '（本人写的，列表里还没有）'}` : '',
  earlier ? `从 ${earlier} 转来` : '',
];

/** Which answers are waited for. */
export const stepsOf = ({ state, renewing, kind, unit, organisation, community }: AsWorker) => {
  if (state !== 'asked') return { community: renewing, unit: false, paper: false };
  const isNamed = kind === 'branch' || unit?.unitId !== undefined;
  return { community: !community, unit: !isNamed, paper: !organisation && isNamed };
};
