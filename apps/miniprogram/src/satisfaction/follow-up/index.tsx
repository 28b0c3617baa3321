import { Text } from '@tarojs/components';
import { useState } from 'react';
import { satisfaction } from '@gongzhi/shared/satisfaction/contract';
import type { FollowUp } from '@gongzhi/shared/satisfaction/model';
import { aboutInWords } from '@gongzhi/shared/satisfaction/rules';
import { useParams } from '../../kernel/navigate';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { Row } from '../../kernel/ui/row';
import { TextArea } from '../../kernel/ui/text-area';
import { useAct } from '../../kernel/use-act';
import { dueWords, standOf } from '../follow-up-words';
import { Turns } from '../turns';
import { LEVEL_WORDS, reasonWords } from '../words';
import { useFollowUp } from './use-follow-up';

const MOST = 200;

/** What the low answer said; never who said it. */
function Said({ followUp }: { followUp: FollowUp }) {
  const { about, said, dueAt, turns } = followUp;
  const [label] = standOf(followUp, new Date());
  return (
    <Card>
      <Text className="block strong">{aboutInWords(about)}</Text>
      <Row label={label} value={`${dueWords(dueAt)}前答复`} />
      {said.answers.map(({ title, level }) => (
        <Row key={title} label={title} value={LEVEL_WORDS[level]} />
      ))}
      {said.reason ? <Row label="最主要的原因" value={reasonWords(said.reason)} /> : null}
      {said.word ? <Text className="block">{`“${said.word}”`}</Text> : null}
      <Turns turns={turns} />
    </Card>
  );
}

/** A follow-up for whoever has taken it on: what was said, and the answer. */
export default function FollowUpPage() {
  const at = useParams('satisfaction', 'follow-up');
  const [did, setDid] = useState('');
  const { loaded, reload } = useFollowUp(at);
  const { busy, act } = useAct(reload);
  const { followUp, shut } = loaded.value ?? {};
  const answer = async () => {
    if (await act(satisfaction.answerFollowUp, { ...at, did }, '已答复，等居民确认。')) setDid('');
  };
  const take = () => void act(satisfaction.takeFollowUp, at, '由您领办了。');
  const actions = {
    take: { label: shut?.free ? '我来领办' : '转由我办', busy, onTap: take },
    answer: { label: '提交答复', busy, disabled: did.trim() === '', onTap: () => void answer() },
  };
  const primary = shut ? actions.take : followUp?.state === 'open' ? actions.answer : undefined;
  return (
    <Page title="差评回访" {...(primary ? { primary } : {})}>
      <ListState loaded={loaded} retry={reload}>
        {() => (
          <>
            {shut ? <Banner tone="note" title={shut.free ? '还没有人领办' : '同事已领办'} words={shut.says} /> : null}
            {followUp ? <Said followUp={followUp} /> : null}
            {followUp?.state === 'open' ? (
              <TextArea
                label="怎样办的"
                hint="写清做了什么、结果怎样。居民会看到，并说是否认可。"
                value={did}
                max={MOST}
                onChange={setDid}
              />
            ) : null}
          </>
        )}
      </ListState>
    </Page>
  );
}
