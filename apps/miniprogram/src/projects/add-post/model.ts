/** What is being written of a post; `slots` as it was typed. */
export interface Draft {
  className: string;
  title: string;
  about: string;
  slots: string;
}
export const EMPTY: Draft = { className: '', title: '', about: '', slots: '' };

/** What is still missing or wrong, said above the button. */
export const missingWords = ({ className, title, about, slots }: Draft, most: number): string | undefined => {
  if (className === '') return '请选择岗位类别。';
  if (title.trim() === '' || about.trim() === '') return '请填写岗位名称和做什么。';
  const count = Number(slots);
  return Number.isInteger(count) && count >= 1 && count <= most ? undefined : `请填写人数，1 到 ${most}。`;
};
