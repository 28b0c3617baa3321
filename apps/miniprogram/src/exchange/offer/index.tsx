import { useState } from 'react';
import { exchange } from '@gongzhi/shared/exchange/contract';
import type { Offer } from '@gongzhi/shared/exchange/offers';
import { call } from '../../kernel/call';
import { back, useParams } from '../../kernel/navigate';
import { toast } from '../../kernel/toast';
import { Banner } from '../../kernel/ui/banner';
import { Field } from '../../kernel/ui/field';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { Segmented } from '../../kernel/ui/segmented';
import { TextArea } from '../../kernel/ui/text-area';
import { useLoaded } from '../../kernel/use-loaded';
import { KIND_WORDS } from '../words';
import { EMPTY, amountFault, draftOf, isReady, listingOf, pointsFault, type Draft } from './model';

const KINDS = (['good', 'help'] as const).map((value) => ({ value, label: KIND_WORDS[value] }));
const OPEN = [
  { value: 'yes', label: '可以兑换' },
  { value: 'no', label: '暂停兑换' },
] as const;
/** What was typed and is wrong; nothing is said of what was not yet typed. */
const faultOnce = (typed: string, fault: string | undefined) => (typed === '' ? undefined : fault);

interface FieldsProps {
  draft: Draft;
  type: (more: Partial<Draft>) => void;
  /** How many there are now; undefined for a new offer. */
  left: number | undefined;
}
function Fields({ draft, type, left }: FieldsProps) {
  return (
    <>
      <Segmented label="是物品还是帮忙" options={KINDS} value={draft.kind} onChange={(kind) => type({ kind })} />
      <Field label="名称" value={draft.title} onChange={(title) => type({ title })} />
      <TextArea
        label="说明"
        hint="在哪里领、什么时候领；帮忙的，写明谁来帮、帮多久。"
        value={draft.about}
        max={200}
        onChange={(about) => type({ about })}
      />
      <Field
        label="需要的积分"
        type="number"
        value={draft.points}
        error={faultOnce(draft.points, pointsFault(draft.points))}
        onChange={(points) => type({ points })}
      />
      <Field
        label={left === undefined ? '有几份' : '增加几份'}
        {...(left === undefined ? {} : { hint: `现在还有 ${left} 份。要减少，写负数，如 -2。` })}
        value={draft.amount}
        error={faultOnce(draft.amount, amountFault(draft.amount, left))}
        onChange={(amount) => type({ amount })}
      />
      {left === undefined ? null : (
        <Segmented
          label="现在能不能兑换"
          options={OPEN}
          value={draft.open ? 'yes' : 'no'}
          onChange={(value) => type({ open: value === 'yes' })}
        />
      )}
    </>
  );
}

const send = (communityId: string, draft: Draft, offer: Offer | undefined) => {
  const listing = { communityId, ...listingOf(draft) };
  const amount = Number(draft.amount);
  return offer
    ? call(exchange.changeOffer, { ...listing, offerId: offer.offerId, more: amount, open: draft.open })
    : call(exchange.addOffer, { ...listing, stock: amount });
};

function Form({ communityId, offer }: { communityId: string; offer?: Offer }) {
  const [draft, setDraft] = useState<Draft>(offer ? draftOf(offer) : EMPTY);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const save = async () => {
    setBusy(true);
    const outcome = await send(communityId, draft, offer);
    setBusy(false);
    if (!outcome.ok) return setFailure(outcome.says);
    toast('已保存，居民现在就能看到。');
    back();
  };
  const ready = isReady(draft, offer?.stock);
  return (
    <Page
      title={offer ? '修改兑换' : '添加兑换'}
      why={ready ? undefined : '请填写名称、说明、需要的积分和数量。'}
      primary={{ label: '保存', busy, disabled: !ready, onTap: () => void save() }}
    >
      {failure ? <Banner tone="danger" title="没有保存成功" words={failure} /> : null}
      <Fields draft={draft} type={(more) => setDraft({ ...draft, ...more })} left={offer?.stock} />
    </Page>
  );
}

/** One offer of the list, new or changed; who exchanged before keeps what was agreed. */
export default function OfferPage() {
  const { communityId, offerId } = useParams('exchange', 'offer');
  const { loaded, reload } = useLoaded(offerId, () =>
    call(exchange.readOffer, { communityId, offerId: offerId ?? '' }),
  );
  if (!offerId) return <Form communityId={communityId} />;
  if (loaded.value) return <Form communityId={communityId} offer={loaded.value} />;
  return (
    <Page title="修改兑换">
      <ListState loaded={loaded} retry={reload}>
        {() => null}
      </ListState>
    </Page>
  );
}
