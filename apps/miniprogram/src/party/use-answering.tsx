import { useState } from 'react';
import { party } from '@gongzhi/shared/party/contract';
import { TextSheet } from '../kernel/ui/text-sheet';
import { useAct } from '../kernel/use-act';

/** Confirming and declining, as everybody does who answers for a member: one at a time, the list read again after each. */
export const useAnswering = (communityId: string, reload: () => void) => {
  const { busy, act } = useAct(reload);
  const [declining, setDeclining] = useState<{ personId: string; name: string }>();
  const organisation = (personId: string, by: 'app' | 'paper') =>
    act(party.confirmOrganisation, { communityId, personId, by }, ({ state }) =>
      state === 'valid' ? '已确认，报到生效了。' : '已确认，还等社区确认。',
    );
  const community = (personId: string) =>
    act(party.confirmCommunity, { communityId, personId }, ({ state }) =>
      state === 'valid' ? '已确认，报到有效。' : '已确认，还等单位或支部确认。',
    );
  const decline = (personId: string, reason: string) =>
    act(party.decline, { communityId, personId, reason }, '已退回，原因只有本人能看到。');
  const sheet = declining ? (
    <TextSheet
      title={`退回${declining.name}的报到？`}
      words="请写清楚原因和怎样补好。原因只给本人看。"
      label="原因"
      max={100}
      confirm="退回"
      busy={busy}
      onConfirm={(reason) => decline(declining.personId, reason)}
      onClose={() => setDeclining(undefined)}
    />
  ) : null;
  return { busy, act, organisation, community, setDeclining, sheet };
};
