import { KINDS, type Figures, type Kind, type StreetFigures } from '@gongzhi/shared/party/model';

/** Counts in words; a figure that is absent tells of fewer than three people. */
export const figureWords = ({ valid, kinds, buildings }: Figures & Pick<StreetFigures, 'buildings'>): string[] => [
  valid === undefined ? '报到有效的不到 3 人，不显示人数。' : `报到有效 ${valid} 人`,
  ...(kinds && valid
    ? [(Object.keys(KINDS) as Kind[]).map((kind) => `${KINDS[kind]} ${kinds[kind]} 人`).join('，')]
    : []),
  ...(valid && !kinds ? ['有的类别不到 3 人，不分类显示。'] : []),
  ...(buildings === undefined ? [] : [`覆盖 ${buildings} 栋楼`]),
];
