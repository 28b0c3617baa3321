import { open } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { Row } from '../../kernel/ui/row';

/** Whoever was helped may say so once a shift is over. */
export function ThankRow({ at, over }: { at: { communityId: string; activityId: string }; over: boolean }) {
  if (!over) return null;
  return (
    <Card>
      <Row label="感谢志愿者" value="写一句话给帮过您的人" onTap={() => open('exchange', 'thank', at)} />
    </Card>
  );
}
