import { useDidShow } from '@tarojs/taro';
import { calls } from '@gongzhi/shared/calls/contract';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { usePages } from '../../kernel/use-pages';
import { useRolesIn } from '../../kernel/use-roles';
import { CallCard } from '../call-card';
import { watchedTag } from '../words';

/** Urgent calls of the community, the newest first, for those who call and those who watch over them. */
export default function Calls() {
  const { communityId } = useParams('calls', 'list');
  const roles = useRolesIn(communityId);
  const mayCall = roles.includes('worker') || roles.includes('branchSecretary');
  const { loaded, reload, more } = usePages(`all calls ${communityId}`, (cursor) =>
    call(calls.listCalls, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  useDidShow(reload);
  const now = new Date();
  const begin = { label: '发起应急召集', onTap: () => open('calls', 'open', { communityId }) };
  return (
    <Page title="应急召集" {...(mayCall ? { primary: begin } : {})}>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '还没有应急召集。防汛、扫雪、停水停电这样的急事，可以召集报到的党员。' }}
      >
        {({ items, next }) => (
          <>
            {items.map((one) => (
              <CallCard
                key={one.callId}
                call={one}
                now={now}
                tag={watchedTag(one, now)}
                onTap={() => open('calls', 'board', { communityId, callId: one.callId })}
              />
            ))}
            {next ? <PrimaryButton kind="plain" label="看更早的" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
    </Page>
  );
}
