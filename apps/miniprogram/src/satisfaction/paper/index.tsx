import { Text } from '@tarojs/components';
import { open, useParams } from '../../kernel/navigate';
import { Banner } from '../../kernel/ui/banner';
import { Page } from '../../kernel/ui/page';
import { ReadAloud } from '../../kernel/ui/read-aloud';
import { Fields } from '../answer/fields';
import { missingOf } from '../answer/model';
import { CallBackCode, CodeOver } from '../code-over';
import { CodeStep, nextStep } from '../code-step';
import { InCommunity } from '../in-community';
import { useCode, type UsedCode } from '../use-code';
import { askedAloud, untilWords } from '../words';

const TITLE = '凭答题码作答';
const PROTECTED =
  '不用登录。您的回答单独存放，不和门牌放在一起；社区看不到抽到了谁、谁答过；少于 10 份回答不公布。写的一句话不公开，只给负责回访的人看。答完不能改。';
const KEEP =
  '打了“不满意”的，请抄在信上，自己保管。社区在 15 个工作日内答复，您凭它看答复，并说是否认可。这部手机里不留。';

/** The end: thanks, and for a low answer what to write down. */
function Recorded({ callBack }: { callBack?: string }) {
  return (
    <>
      <Banner tone="ok" title="收到了" words="谢谢您。结果公布以后，大家都能看到。" />
      {callBack ? <CallBackCode code={callBack} words={KEEP} /> : null}
    </>
  );
}

function Body({ used }: { used: UsedCode }) {
  const { draft, setDraft, seen } = used;
  const { asked, failure, recorded } = seen;
  if (recorded) return <Recorded {...recorded} />;
  if (!asked) return <CodeStep words="信上有一个 10 位的答题码，一户一个，只能答一次。" used={used} />;
  if (asked.state !== 'open') return <CodeOver state={asked.state} />;
  return (
    <>
      {failure ? <Banner tone="danger" title="没有提交" words={failure} /> : null}
      <Text className="block small home-who">{untilWords(asked.expiresAt)}</Text>
      <ReadAloud text={askedAloud(asked.title)} />
      <Fields asked={asked} draft={draft} change={setDraft} />
      <Banner tone="note" title="怎样保护您" words={PROTECTED} />
    </>
  );
}

function ByCode({ communityId, given }: { communityId: string; given: string | undefined }) {
  const used = useCode(communityId, given, 'paper');
  const { asked, recorded } = used.seen;
  const answers = asked?.state === 'open' && !recorded;
  const why = answers ? missingOf(used.draft, asked) : undefined;
  const submit = { label: '提交', busy: used.busy, disabled: why !== undefined, onTap: () => void used.send() };
  const toResults = { label: '看调查结果', onTap: () => open('satisfaction', 'results', { communityId }) };
  return (
    <Page title={TITLE} why={why} primary={answers ? submit : asked ? toResults : nextStep(used)}>
      <Body used={used} />
    </Page>
  );
}

/** Answers by the code of a letter: nobody signs in. */
export default function Paper() {
  const { communityId: given, code } = useParams('satisfaction', 'paper');
  return (
    <InCommunity title={TITLE} given={given}>
      {(communityId) => <ByCode communityId={communityId} given={code} />}
    </InCommunity>
  );
}
