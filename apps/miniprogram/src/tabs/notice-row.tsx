import { useDidShow } from '@tarojs/taro';
import { notices } from '@gongzhi/shared/notices/contract';
import { call } from '../kernel/call';
import { open } from '../kernel/navigate';
import { Card } from '../kernel/ui/card';
import { Row } from '../kernel/ui/row';
import { useLoaded } from '../kernel/use-loaded';
import { unreadWords } from './unread-words';

/** The way to one's notices with how many are unread. A number that could not be asked is left out; the row stays. */
export function NoticeRow({ personId }: { personId: string }) {
  const { loaded, reload } = useLoaded(personId, () => call(notices.countUnread, {}));
  useDidShow(reload);
  return (
    <Card>
      <Row
        label="通知"
        {...(loaded.value ? { value: unreadWords(loaded.value.unread) } : {})}
        onTap={() => open('notices', 'inbox', {})}
      />
    </Card>
  );
}
