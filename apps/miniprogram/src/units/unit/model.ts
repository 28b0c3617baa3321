/** What is being written of an agreement. */
export interface Draft {
  about: string;
  from: string;
  until: string;
}
export const EMPTY: Draft = { about: '', from: '', until: '' };

/** What is still missing, said above the button. */
export const missingWords = ({ about, from, until }: Draft): string | undefined => {
  if (about.trim() === '') return '请填写协议内容。';
  if (from === '' || until === '') return '请选择开始和到期的日期。';
  return until < from ? '到期的日期不能早于开始的日期。' : undefined;
};
