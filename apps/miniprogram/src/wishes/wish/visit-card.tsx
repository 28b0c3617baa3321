import { Text } from '@tarojs/components';
import { wishes } from '@gongzhi/shared/wishes/contract';
import { dateInWords } from '@gongzhi/shared/kernel/time';
import { CodeCard } from '../../kernel/service/code-card';
import { readDesk, type Desk } from '../../kernel/service/read-desk';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { useLoaded } from '../../kernel/use-loaded';
import { showsCode, visitSpan, visitWords, type Seen } from './model';
import type { At } from './use-wish';

export const useDesk = (at: At, seen: Seen | undefined, personId: string | undefined, now: Date) => {
  const shiftId = seen && showsCode(seen, now) ? seen.inside?.visit?.shiftId : undefined;
  const ids = { communityId: at.communityId, activityId: at.wishId, shiftId: shiftId ?? '' };
  return useLoaded<Desk>(shiftId && personId && `${shiftId} ${personId}`, () =>
    readDesk(wishes.readDesk, ids, personId ?? ''),
  );
};

/** When the claimer comes, or until when they have the wish without coming. */
function When({ inside, now }: { inside: NonNullable<Seen['inside']>; now: Date }) {
  const { visit, claimedUntil, state } = inside;
  if (visit)
    return (
      <>
        <Text className="block">{visitSpan(visit, now)}</Text>
        <Text className="block small">{visitWords(visit, now)}</Text>
      </>
    );
  if (state !== 'claimed' || !claimedUntil) return null;
  return <Text className="block small">{`${dateInWords(claimedUntil)}以前没有上门也没有做好，会重新等人认领。`}</Text>;
}

/** When the claimer comes, what came of it, and the code they scan at the door. */
export function VisitCard({ seen, desk, now }: { seen: Seen; desk: ReturnType<typeof useDesk>; now: Date }) {
  const { inside } = seen;
  if (!inside?.claimerName) return null;
  const { as, claimerName } = inside;
  return (
    <>
      <Card>
        <Text className="block strong">{as === 'claimer' ? '我认领了' : `${claimerName}认领了`}</Text>
        <When inside={inside} now={now} />
      </Card>
      {showsCode(seen, now) ? (
        <ListState loaded={desk.loaded} retry={desk.reload}>
          {(kept) => <CodeCard desk={kept} words="对方来了、走的时候，都请他扫这个码。" />}
        </ListState>
      ) : null}
    </>
  );
}
