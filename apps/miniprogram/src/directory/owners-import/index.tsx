import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { back, useParams } from '../../kernel/navigate';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton, type PrimaryButtonProps } from '../../kernel/ui/primary-button';
import { TextArea } from '../../kernel/ui/text-area';
import { headsIn, headsWords } from './model';
import type { OwnerLine } from './read-owners';
import { useOwnersImport } from './use-owners-import';

/** Sentences shown at once. */
const SHOWN = 20;
/** What fits into one paste: some two thousand lines. */
const MOST = 60_000;

function Preview({ lines }: { lines: readonly OwnerLine[] }) {
  const heads = headsIn(lines);
  return (
    <Card>
      <Text className="block strong">{headsWords(heads)}</Text>
      <Text className="block">姓名和证件后四位都一样的，算同一位业主；几套房的面积合在一起，人数只计一位。</Text>
      {heads.several.length > 0 ? (
        <>
          <Text className="block strong">名下不止一套的业主，请核对是不是同一个人</Text>
          {heads.several.slice(0, SHOWN).map(({ buyer, doors }) => (
            <Text key={buyer} className="block small">
              {buyer}：{doors.join('、')}
            </Text>
          ))}
        </>
      ) : null}
    </Card>
  );
}

function HowTo() {
  return (
    <Card>
      <Text className="block">
        从 Excel 里选中“楼栋、单元、房号、业主、证件后四位”这几列，复制后粘贴到下面。面积来自住户名册，不用再填。
      </Text>
      <Text className="block small">
        业主一栏写“开发商”或“未售”的，合起来算一位。证件号码只用后四位，用来分清同名的人；系统只保存加密后的结果，不保存姓名。
      </Text>
    </Card>
  );
}

function Faulty({ wrong }: { wrong: readonly string[] }) {
  return (
    <Card>
      <Text className="block strong">有 {wrong.length} 处要改，改好再导入</Text>
      {wrong.slice(0, SHOWN).map((words) => (
        <Text key={words} className="block">
          {words}
        </Text>
      ))}
    </Card>
  );
}

function Choosing({ text, setText, choose }: { text: string; setText: (text: string) => void; choose?: () => void }) {
  return (
    <>
      <HowTo />
      <TextArea
        label="粘贴业主名单"
        value={text}
        onChange={setText}
        max={MOST}
        placeholder="1号楼 1单元 101 王秀兰 2345"
      />
      {choose ? (
        <View className="stack">
          <PrimaryButton kind="plain" label="选择表格文件" onTap={choose} />
        </View>
      ) : null}
    </>
  );
}

type Importing = ReturnType<typeof useOwnersImport>;
const primaryOf = (text: string, { stage, paste, send, again }: Importing): PrimaryButtonProps => {
  switch (stage.at) {
    case 'choose': {
      const busy = stage.busy === true;
      return { label: '读取粘贴的内容', busy, disabled: text.trim() === '', onTap: () => paste(text) };
    }
    case 'faulty':
      return { label: '改好了，重新粘贴', onTap: again };
    case 'preview':
      return { label: '核对无误，登记', busy: stage.busy === true, onTap: () => send(stage.lines) };
    case 'done':
      return { label: '返回业主登记', onTap: back };
  }
};

function StageView({ stage }: Pick<Importing, 'stage'>) {
  switch (stage.at) {
    case 'choose':
      return null;
    case 'faulty':
      return <Faulty wrong={stage.wrong} />;
    case 'preview':
      return <Preview lines={stage.lines} />;
    case 'done':
      return <Banner tone="ok" title="已登记" words={`已登记 ${stage.entered} 套房屋的业主。`} />;
  }
}

/** An owners' list pasted from a sheet, or from a file: looked at first, written after the worker has checked who counts as one. */
export default function OwnersImport() {
  const { communityId } = useParams('directory', 'owners-import');
  const importing = useOwnersImport(communityId);
  const { stage, choose } = importing;
  const [text, setText] = useState('');
  return (
    <Page title="导入业主" primary={primaryOf(text, importing)}>
      {'failure' in stage && stage.failure ? <Banner tone="danger" title="没有成功" words={stage.failure} /> : null}
      {stage.at === 'choose' ? <Choosing text={text} setText={setText} {...(choose ? { choose } : {})} /> : null}
      <StageView stage={stage} />
    </Page>
  );
}
