import { Text } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { party } from '@gongzhi/shared/party/contract';
import type { AsWorker } from '@gongzhi/shared/party/model';
import { call } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { usePages } from '../../kernel/use-pages';
import { MemberCard } from '../member-card';
import { useAnswering } from '../use-answering';
import { UnitSheet } from './unit-sheet';
import { moreOf, stepsOf } from './model';

function Waiting(props: { one: AsWorker; answering: ReturnType<typeof useAnswering>; chooseUnit: () => void }) {
  const { one, answering, chooseUnit } = props;
  const { personId, displayName: name } = one;
  const { busy, organisation, community, setDeclining } = answering;
  const steps = stepsOf(one);
  return (
    <MemberCard one={one} more={moreOf(one)}>
      {steps.community ? (
        <PrimaryButton kind="plain" label={`社区确认${name}`} busy={busy} onTap={() => void community(personId)} />
      ) : null}
      {steps.unit ? <PrimaryButton kind="plain" label={`给${name}选单位`} onTap={chooseUnit} /> : null}
      {steps.paper ? (
        <PrimaryButton
          kind="plain"
          label={`凭${name}的纸质证明确认`}
          busy={busy}
          onTap={() => void organisation(personId, 'paper')}
        />
      ) : null}
      <PrimaryButton kind="plain" label={`退回${name}`} onTap={() => setDeclining({ personId, name })} />
    </MemberCard>
  );
}

/** Report-ins that wait for the community, the earliest first. */
export default function WaitingList() {
  const { communityId } = useParams('party', 'waiting');
  const [naming, setNaming] = useState<AsWorker>();
  const { loaded, reload, more } = usePages(communityId, (cursor) =>
    call(party.listWaiting, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  const answering = useAnswering(communityId, reload);
  useDidShow(reload);
  const close = () => {
    setNaming(undefined);
    reload();
  };
  return (
    <Page title="报到确认">
      <Text className="block small">您每次看这个名单，名单里的人都能在“谁看过我”里看到。</Text>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items, next }) => items.length === 0 && !next}
        empty={{ words: '没有等确认的报到。' }}
      >
        {({ items, next }) => (
          <>
            {items.map((one) => (
              <Waiting key={one.personId} one={one} answering={answering} chooseUnit={() => setNaming(one)} />
            ))}
            {next ? <PrimaryButton kind="plain" label="看更多" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
      {naming ? <UnitSheet communityId={communityId} one={naming} close={close} /> : null}
      {answering.sheet}
    </Page>
  );
}
