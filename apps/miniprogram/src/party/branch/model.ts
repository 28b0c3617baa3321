import type { Coverage } from '@gongzhi/shared/party/model';
import { buildingWords } from '../words';

/** Buildings with members, and those without any: where to go and look. */
export const coverageWords = ({ buildings, elsewhere }: Coverage): string[] => {
  const has = buildings.filter(({ members }) => members > 0);
  const none = buildings.filter(({ members }) => members <= 0);
  return [
    has.length > 0
      ? has.map(({ building, members }) => `${buildingWords(building)} ${members} 人`).join('，')
      : '还没有楼栋有报到党员。',
    ...(elsewhere > 0 ? [`没有登记楼栋的 ${elsewhere} 人`] : []),
    ...(none.length > 0
      ? [`还没有的 ${none.length} 栋：${none.map(({ building }) => buildingWords(building)).join('、')}`]
      : []),
  ];
};
