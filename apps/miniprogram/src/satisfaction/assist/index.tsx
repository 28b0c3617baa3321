import { Text } from '@tarojs/components';
import { useState } from 'react';
import { useParams } from '../../kernel/navigate';
import { Banner } from '../../kernel/ui/banner';
import { Page } from '../../kernel/ui/page';
import { Row } from '../../kernel/ui/row';
import { Sheet } from '../../kernel/ui/sheet';
import { Fields } from '../answer/fields';
import { answerOf, missingOf } from '../answer/model';
import { CallBackCode, CodeOver } from '../code-over';
import { CodeStep, nextStep } from '../code-step';
import { useCode, type UsedCode } from '../use-code';
import { readBackRows } from './model';

const FIRST = '上门或通电话时，请居民把信上或小程序里的答题码念给您。没有答题码就不能代填。';
const HOW =
  '逐题念给居民听，居民怎么说就怎么填；不要劝，不要替居民选。填完念一遍，居民说对了再提交。代填了多少份会公布；同一个人一小时填了 10 份以上会标出来。您看不到还抽到了谁、谁答过。';
const KEEP = '请居民抄在信上，自己保管；您不要留。社区答复以后，居民凭它说是否认可。';

function Body({ used }: { used: UsedCode }) {
  const { draft, setDraft, seen } = used;
  const { asked, failure, recorded } = seen;
  if (recorded)
    return (
      <>
        <Banner tone="ok" title="已提交" words="这份算居民自己的回答。居民家里有人用小程序的，会看到有人代填过。" />
        {recorded.callBack ? <CallBackCode code={recorded.callBack} words={KEEP} /> : null}
      </>
    );
  if (!asked) return <CodeStep words={FIRST} used={used} />;
  if (asked.state !== 'open') return <CodeOver state={asked.state} />;
  return (
    <>
      {failure ? <Banner tone="danger" title="没有提交" words={failure} /> : null}
      <Banner tone="note" title="怎样才算数" words={HOW} />
      <Fields asked={asked} draft={draft} change={setDraft} />
    </>
  );
}

/** What was chosen, to be read back before it counts. */
function ReadBack({ used, close }: { used: UsedCode; close: () => void }) {
  const { draft, seen, busy, send } = used;
  const confirm = { label: '居民说对，提交', busy, onTap: () => void send().then(close) };
  return (
    <Sheet
      title="念给居民听"
      words="居民说对了再提交，提交以后不能改。"
      onClose={close}
      closeLabel="再改改"
      confirm={confirm}
    >
      {readBackRows(answerOf(draft), seen.asked).map(([label, value]) => (
        <Row key={label} label={label} value={value} />
      ))}
      {draft.word.trim() ? <Text className="block">{`“${draft.word.trim()}”`}</Text> : null}
    </Sheet>
  );
}

/** A worker enters what a resident says who read out their code. */
export default function Assist() {
  const { communityId } = useParams('satisfaction', 'assist');
  const used = useCode(communityId, undefined, 'assist');
  const [reads, setReads] = useState(false);
  const { asked, recorded } = used.seen;
  const answers = asked?.state === 'open' && !recorded;
  const why = answers ? missingOf(used.draft, asked) : undefined;
  const readBack = { label: '念给居民听', disabled: why !== undefined, onTap: () => setReads(true) };
  const another = { label: '填下一户', onTap: used.restart };
  return (
    <Page title="代居民填写" why={why} primary={answers ? readBack : asked ? another : nextStep(used)}>
      <Body used={used} />
      {reads && answers ? <ReadBack used={used} close={() => setReads(false)} /> : null}
    </Page>
  );
}
