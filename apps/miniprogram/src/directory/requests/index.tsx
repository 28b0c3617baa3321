import { Text } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { directory } from '@gongzhi/shared/directory/contract';
import type { AskedAs, JoinRequest } from '@gongzhi/shared/directory/model';
import { timeInWords } from '@gongzhi/shared/kernel/time';
import { call } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { toast } from '../../kernel/toast';
import { Card } from '../../kernel/ui/card';
import { Field } from '../../kernel/ui/field';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Sheet } from '../../kernel/ui/sheet';
import { usePages } from '../../kernel/use-pages';

const WORDS = {
  resident: { asks: '申请加入', check: '请先核实是否住在这一户，再确认。', confirm: '确认住在这里' },
  owner: {
    asks: '申请确认为业主：',
    check: '请先核对产权证明，并确认“业主登记”里已有这一套，再确认。',
    confirm: '确认为业主',
  },
} as const satisfies Record<AskedAs, object>;

function RequestCard({
  request,
  busy,
  confirm,
  refuse,
}: {
  request: JoinRequest;
  busy: boolean;
  confirm: () => void;
  refuse: () => void;
}) {
  const { building, unit, room } = request.household;
  const words = WORDS[request.as];
  return (
    <Card>
      <Text className="block small">{timeInWords(request.askedAt)}</Text>
      <Text className="block strong">
        {request.displayName} {words.asks} {building}
        {unit}
        {room}
      </Text>
      <Text className="block small">{words.check}</Text>
      <PrimaryButton label={words.confirm} busy={busy} onTap={confirm} />
      <PrimaryButton kind="plain" label="不通过，写明理由" disabled={busy} onTap={refuse} />
    </Card>
  );
}

function RefuseSheet({
  busy,
  onClose,
  onRefuse,
}: {
  busy: boolean;
  onClose: () => void;
  onRefuse: (reason: string) => void;
}) {
  const [reason, setReason] = useState('');
  return (
    <Sheet
      title="不通过的理由"
      words="申请人会看到这个理由。"
      onClose={onClose}
      confirm={{
        label: '确定不通过',
        kind: 'danger',
        busy,
        disabled: reason.trim() === '',
        onTap: () => onRefuse(reason),
      }}
    >
      <Field
        label="理由"
        placeholder="如：名册里没有这一户，请带房产证到社区核对"
        value={reason}
        onChange={setReason}
      />
    </Sheet>
  );
}

/** Neighbours who ask to be bound to a household, oldest first. */
export default function Requests() {
  const { communityId } = useParams('directory', 'requests');
  const { loaded, reload, more } = usePages(communityId, (cursor) =>
    call(directory.listJoinRequests, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  const [busy, setBusy] = useState<string>();
  const [refusing, setRefusing] = useState<string>();
  useDidShow(reload);
  const decide = async (requestId: string, confirm: boolean, reason?: string) => {
    setBusy(requestId);
    const outcome = await call(directory.decideJoinRequest, {
      communityId,
      requestId,
      confirm,
      ...(reason ? { reason } : {}),
    });
    setBusy(undefined);
    setRefusing(undefined);
    toast(outcome.ok ? (confirm ? '已确认。' : '已告知申请人。') : outcome.says);
    reload();
  };
  return (
    <Page title="加入申请">
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '没有等待核对的申请。' }}
      >
        {({ items, next }) => (
          <>
            {items.map((request) => (
              <RequestCard
                key={request.requestId}
                request={request}
                busy={busy === request.requestId}
                confirm={() => void decide(request.requestId, true)}
                refuse={() => setRefusing(request.requestId)}
              />
            ))}
            {next ? <PrimaryButton kind="plain" label="看后面的" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
      {refusing ? (
        <RefuseSheet
          busy={busy === refusing}
          onClose={() => setRefusing(undefined)}
          onRefuse={(reason) => void decide(refusing, false, reason)}
        />
      ) : null}
    </Page>
  );
}
