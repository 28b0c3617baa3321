import { plain } from '../kernel/door-key';

export type Field = 'building' | 'unit' | 'room' | 'area' | 'name' | 'phone';
export const FIELD_NAMES: Readonly<Record<Field, string>> = {
  building: '楼栋',
  unit: '单元',
  room: '房号',
  area: '面积',
  name: '姓名',
  phone: '电话',
};

const WHO = '户主|业主|产权人|房主|住户|居民|成年人|家庭成员|成员|联系人|共有人';
/** Words of the rolls that communities keep, without spaces, brackets and stars. */
const WORDS: Readonly<Record<Field, RegExp>> = {
  building: /^(楼栋|楼幢|楼宇|楼座|楼房|幢|栋|座|楼)(号|名|名称|编号)?$/,
  unit: /^(单元|门栋|门洞|梯|门)(号|名|编号)?$/,
  room: /^((房|房间|房屋|房室|室|户|户室|门牌|户门)(号码|号|编号)|室|房间)$/,
  area: /^(房屋|房产|住房)?(建筑|产权|登记|专有|证载)?面积$/,
  name: new RegExp(`^(姓名|名字|(${WHO})(姓名|名字)?)[\\d一二三四五六]*$`),
  phone: new RegExp(
    `^(${WHO})?(联系电话|联系方式|移动电话|手机电话|手机号码|手机号|手机|电话号码|电话)[\\d一二三四五六]*$`,
  ),
};

const bare = (text: string): string =>
  plain(text)
    .replace(/[([【].*?[)\]】]/g, '')
    .replace(/[*:：,，/]/g, '')
    .replace(/(㎡|M2|平方米|平米)$/, '');

/** The field a header cell names. */
export const fieldOf = (text: string): Field | undefined => {
  const words = bare(text);
  return (Object.keys(WORDS) as Field[]).find((field) => WORDS[field].test(words));
};

/** Half of what a row says are names of fields: a line of the header, wherever it stands (also repeated on each printed page). */
export const isHeaderRow = (row: readonly string[]): boolean => {
  const said = row.filter((text) => text !== '');
  return said.length > 0 && said.filter(fieldOf).length * 2 >= said.length;
};
