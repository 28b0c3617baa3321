export type Side = 'made' | 'claimed';
export const SIDES = [
  { value: 'made', label: '我许的' },
  { value: 'claimed', label: '我认领的' },
] as const;

/** What each side shows, and the one thing to do there. */
export const LISTS = {
  made: { route: 'listMine', empty: '您还没有许过微心愿。', label: '许个微心愿', page: 'make' },
  claimed: {
    route: 'listClaimed',
    empty: '您还没有认领微心愿。看看邻居有什么小心愿。',
    label: '看看微心愿',
    page: 'list',
  },
} as const;
