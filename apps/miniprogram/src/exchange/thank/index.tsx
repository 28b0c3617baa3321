import { Text } from '@tarojs/components';
import { useState } from 'react';
import { exchange } from '@gongzhi/shared/exchange/contract';
import { volunteering } from '@gongzhi/shared/volunteering/contract';
import { call } from '../../kernel/call';
import { back, useParams } from '../../kernel/navigate';
import { toast } from '../../kernel/toast';
import { Banner } from '../../kernel/ui/banner';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Segmented } from '../../kernel/ui/segmented';
import { TextArea } from '../../kernel/ui/text-area';
import { useLoaded } from '../../kernel/use-loaded';
import { usePages } from '../../kernel/use-pages';
import { choicesOf, missing } from './model';

interface At {
  communityId: string;
  activityId: string;
}

function Helpers({ at, value, onChange }: { at: At; value: string | undefined; onChange: (id: string) => void }) {
  const { loaded, reload, more } = usePages(at.activityId, (cursor) =>
    call(exchange.listHelpers, { ...at, ...(cursor ? { cursor } : {}) }),
  );
  return (
    <ListState
      loaded={loaded}
      retry={reload}
      isEmpty={({ items, next }) => items.length === 0 && !next}
      empty={{ words: '还没有可以感谢的人：服务时长记入后才会列在这里，一般在活动结束以后。' }}
    >
      {({ items, next }) => (
        <>
          <Segmented label="感谢哪一位" options={choicesOf(items)} value={value} onChange={onChange} />
          {next ? <PrimaryButton kind="plain" label="看后面的" busy={loaded.loading} onTap={more} /> : null}
        </>
      )}
    </ListState>
  );
}

/** What the activity was, so that one knows whom one thanks for what. */
function Activity({ at }: { at: At }) {
  const { loaded } = useLoaded(at.activityId, () => call(volunteering.readActivity, at));
  return loaded.value ? <Text className="block strong">{loaded.value.title}</Text> : null;
}

/** Sends thanks; words the content check refuses are kept and may go to a person. */
const useThank = (at: At) => {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<{ words: string; risky: boolean }>();
  const send = async (personId: string, words: string) => {
    setBusy(true);
    const askReview = failure?.risky ? { askReview: true } : {};
    const outcome = await call(exchange.sendThanks, { ...at, personId, words, ...askReview });
    setBusy(false);
    if (!outcome.ok) return setFailure({ words: outcome.says, risky: outcome.refused === 'TEXT_RISKY' });
    toast(outcome.value.waiting ? '已收到，工作人员看过以后转给本人。' : '已转给本人。谢谢您的心意。');
    back();
  };
  return { busy, failure, send };
};

/** Thanks to somebody who served: words, once for an activity; no stars. */
export default function ThankPage() {
  const at = useParams('exchange', 'thank');
  const [personId, setPersonId] = useState<string>();
  const [words, setWords] = useState('');
  const { busy, failure, send } = useThank(at);
  const why = missing(personId, words);
  const label = failure?.risky ? '请工作人员看看再转' : '送出感谢';
  return (
    <Page
      title="感谢志愿者"
      why={why}
      primary={{ label, busy, disabled: why !== undefined, onTap: () => void send(personId ?? '', words) }}
    >
      <Activity at={at} />
      {failure ? <Banner tone="danger" title="没有送出" words={failure.words} /> : null}
      <Text className="heading">感谢哪一位</Text>
      <Text className="block small">为保护隐私，只显示姓。</Text>
      <Helpers at={at} value={personId} onChange={setPersonId} />
      <TextArea
        label="感谢的话"
        hint="只有这位邻居看得到，会附上您的称呼。请不要写电话和住址。"
        value={words}
        max={100}
        onChange={setWords}
      />
    </Page>
  );
}
