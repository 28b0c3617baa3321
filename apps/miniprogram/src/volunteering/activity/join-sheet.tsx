import type { Shift } from '@gongzhi/shared/kernel/service/model';
import { OnSpotSheet } from './on-spot-sheet';
import { SignUpSheet, type SignUpProps } from './sign-up-sheet';

/** The two ways into a shift: signing up before it, and the organiser's code when one is there. */
export type Joining = 'sign-up' | 'spot';

/** The way that was asked for; `on`: the shift one may register for on the spot. */
export function JoinSheet({
  sheet,
  on,
  ...props
}: SignUpProps & { sheet: Joining | undefined; on: Shift | undefined }) {
  if (sheet === 'sign-up') return <SignUpSheet {...props} />;
  if (sheet !== 'spot' || !on) return null;
  return <OnSpotSheet communityId={props.communityId} whole={props.whole} shift={on} onClose={props.onClose} />;
}
