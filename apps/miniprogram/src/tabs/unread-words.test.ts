import { unreadWords } from './unread-words';

test.each([
  [0, '没有新通知'],
  [3, '3 条未读'],
  [99, '99 条未读'],
  [100, '99 条以上未读'],
])('%i unread: %s', (n, words) => expect(unreadWords(n)).toBe(words));
