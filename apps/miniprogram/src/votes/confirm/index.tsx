import { Text } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { votes } from '@gongzhi/shared/votes/contract';
import type { Vote } from '@gongzhi/shared/votes/model';
import { call } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { toast } from '../../kernel/toast';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Segmented } from '../../kernel/ui/segmented';
import { useLoaded } from '../../kernel/use-loaded';
import { grouped } from '../assist/model';
import { confirmWords } from './model';

function Help({ vote, unitId }: { vote: Vote; unitId: string | undefined }) {
  const { communityId, voteId } = vote;
  const at = { communityId, voteId, ...(unitId ? { unitId } : {}) };
  const { loaded, reload } = useLoaded(`${voteId} ${unitId ?? ''}`, () => call(votes.readHelp, at));
  const [busy, setBusy] = useState(false);
  useDidShow(reload);
  const agree = async () => {
    setBusy(true);
    const outcome = await call(votes.confirmHelp, at);
    setBusy(false);
    toast(outcome.ok ? '您已同意，请继续在工作人员的手机上投票。' : outcome.says);
    reload();
  };
  return (
    <ListState loaded={loaded} retry={reload}>
      {(help) => {
        const { title, words } = confirmWords(help, vote);
        return (
          <>
            <Card>
              <Text className="block strong">{title}</Text>
              <Text className="block">{words}</Text>
              {help.state === 'asked' ? <PrimaryButton label="同意" busy={busy} onTap={() => void agree()} /> : null}
              {help.state === undefined || help.state === 'asked' ? (
                <PrimaryButton kind="plain" label="刷新" busy={loaded.loading} onTap={reload} />
              ) : null}
            </Card>
            {help.state === 'cast' ? null : (
              <Card>
                <Text className="block strong">您家的协助投票码</Text>
                <Text className="block code-large">{grouped(help.code)}</Text>
                <Text className="block small">
                  手机不在身边时，把这个码当面告诉工作人员，等于同意他为您家代录这一次的票。不要告诉别的人，也不要在电话里说。
                </Text>
              </Card>
            )}
          </>
        );
      }}
    </ListState>
  );
}

function Units({ vote, named }: { vote: Vote; named: string | undefined }) {
  const own = (vote.mine?.units ?? []).filter(({ as }) => as === 'own');
  const [unitId, setUnitId] = useState(named ?? own[0]?.unitId);
  return (
    <>
      {own.length > 1 ? (
        <Segmented
          label="哪一票"
          options={own.map((unit, i) => ({ value: unit.unitId, label: `我的票 ${i + 1}` }))}
          value={unitId}
          onChange={setUnitId}
        />
      ) : null}
      <Help vote={vote} unitId={unitId} />
    </>
  );
}

/** The resident's side of an assisted ballot: agreeing on one's own phone, or the code to say instead. */
export default function Confirm() {
  const { unitId, ...at } = useParams('votes', 'confirm');
  const { loaded, reload } = useLoaded(at.voteId, () => call(votes.readVote, at));
  return (
    <Page title="请工作人员代录">
      <ListState loaded={loaded} retry={reload}>
        {(vote) => (
          <>
            <Card>
              <Text className="block small">{vote.rule.name}</Text>
              <Text className="block strong">{vote.question}</Text>
            </Card>
            <Units vote={vote} named={unitId} />
          </>
        )}
      </ListState>
    </Page>
  );
}
