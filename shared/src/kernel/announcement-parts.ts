/** The parts of an announcement that a correction may change, as they are called. */
export const PARTS = {
  time: '时间',
  place: '地点',
  title: '标题',
  body: '正文',
  links: '附件',
  files: '图片和文件',
} as const;
export type Part = keyof typeof PARTS;

/** Parts as an event names them, apart by commas, in words; one it does not know is passed over. */
export const partsWords = (parts: string): string =>
  parts
    .split(',')
    .flatMap((part) => PARTS[part as Part] ?? [])
    .join('、');
