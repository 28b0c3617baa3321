import { Text } from '@tarojs/components';
import { useState } from 'react';
import { volunteering } from '@gongzhi/shared/volunteering/contract';
import type { Whole } from '@gongzhi/shared/volunteering/contract-activities';
import type { Mine } from '@gongzhi/shared/volunteering/contract-places';
import { leads } from '@gongzhi/shared/volunteering/rules';
import { open, useParams } from '../../kernel/navigate';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Sheet } from '../../kernel/ui/sheet';
import { useAct } from '../../kernel/use-act';
import { AboutCard } from './about-card';
import { JoinSheet, type Joining } from './join-sheet';
import { Leading } from './leading';
import { canWithdraw, offersOf, onSpotOf, shiftsBy } from './model';
import { ShiftCard } from './shift-card';
import { ThankRow } from './thank-row';
import { useActivity, type At } from './use-activity';

/** Shifts shown at once: an activity of every day has sixty. */
const SHOWN = 10;

interface ShiftsProps {
  at: At;
  whole: Whole;
  mine: readonly Mine[];
  leading: boolean;
  now: Date;
  withdraw: (shiftId: string) => void;
  /** Signing up for a later shift, where the page's own button is for the one that is on. */
  signUp: (() => void) | undefined;
}
function Shifts({ at, whole, mine, leading, now, withdraw, signUp }: ShiftsProps) {
  const [shown, setShown] = useState(SHOWN);
  const { ahead, past } = shiftsBy(whole, now);
  const listed = leading ? [...ahead, ...past] : ahead;
  return (
    <>
      <Text className="heading">班次</Text>
      {listed.length === 0 ? <Text className="block">近期没有班次。</Text> : null}
      {listed.slice(0, shown).map((shift) => (
        <ShiftCard
          key={shift.shiftId}
          shift={shift}
          now={now}
          mine={mine.find(({ shiftId }) => shiftId === shift.shiftId)}
          withdraw={canWithdraw(shift, mine, now) ? () => withdraw(shift.shiftId) : undefined}
          lead={
            leading && !shift.cancelled && whole.status === 'published'
              ? () => open('volunteering', 'board', { ...at, shiftId: shift.shiftId })
              : undefined
          }
        />
      ))}
      {signUp ? <PrimaryButton kind="plain" label="报名以后的班次" onTap={signUp} /> : null}
      {listed.length > shown ? (
        <PrimaryButton
          kind="plain"
          label={`看后面的 ${listed.length - shown} 个班次`}
          onTap={() => setShown(shown + SHOWN)}
        />
      ) : null}
    </>
  );
}

/** The one thing to do next: sign in, join, sign up, register on the spot, or look at one's own day. */
const useStep = (seen: ReturnType<typeof useActivity>, at: At, pick: (sheet: Joining) => void) => {
  const { now } = seen;
  const { value } = seen.loaded;
  if (!value) return undefined;
  if (!seen.personId) return { label: '登录后报名', onTap: () => open('identity', 'sign-in', {}) };
  if (!seen.member)
    return { label: '加入社区后报名', onTap: () => open('directory', 'join', { communityId: at.communityId }) };
  if (onSpotOf(value.whole, value.mine, now)) return { label: '我在现场，扫码登记', onTap: () => pick('spot') };
  if (offersOf(value.whole, value.mine, now).length > 0) return { label: '报名', onTap: () => pick('sign-up') };
  const mine = value.mine.some(({ activityId, place }) => activityId === at.activityId && place !== 'withdrawn');
  return mine
    ? { label: '去签到、签退', onTap: () => open('volunteering', 'my-day', { communityId: at.communityId }) }
    : undefined;
};

export default function Activity() {
  const { shiftId: asked, ...at } = useParams('volunteering', 'activity');
  const seen = useActivity(at);
  const { loaded, reload, personId, roles, member, now } = seen;
  const { busy, act } = useAct(reload);
  const [sheet, setSheet] = useState<Joining>();
  const [leaving, setLeaving] = useState<string>();
  const step = useStep(seen, at, setSheet);
  const withdraw = async () => {
    if (leaving && (await act(volunteering.withdraw, { ...at, shiftId: leaving }, '已退出，名额让给候补的人。')))
      setLeaving(undefined);
  };
  return (
    <Page title="志愿活动" {...(step ? { primary: { ...step, busy } } : {})}>
      <ListState loaded={loaded} retry={reload}>
        {({ whole, mine }) => {
          const leading = personId !== undefined && leads(whole, { personId, roles });
          const on = member ? onSpotOf(whole, mine, now) : undefined;
          const offers = offersOf(whole, mine, now);
          const signUp = on && offers.length > 0 ? () => setSheet('sign-up') : undefined;
          return (
            <>
              <AboutCard whole={whole} />
              <Shifts {...{ at, whole, mine, leading, now, signUp }} withdraw={setLeaving} />
              <ThankRow at={at} over={member && shiftsBy(whole, now).past.length > 0} />
              {leading ? <Leading at={at} whole={whole} busy={busy} act={act} /> : null}
              <JoinSheet
                sheet={sheet}
                communityId={at.communityId}
                whole={whole}
                offers={offers}
                on={on}
                asked={asked}
                now={now}
                busy={busy}
                act={act}
                onClose={() => setSheet(undefined)}
              />
            </>
          );
        }}
      </ListState>
      {leaving ? (
        <Sheet
          title="退出这个班次？"
          words="退出后，名额会让给候补的人；以后还可以再报名。"
          onClose={() => setLeaving(undefined)}
          confirm={{ label: '退出', kind: 'danger', busy, onTap: () => void withdraw() }}
        />
      ) : null}
    </Page>
  );
}
