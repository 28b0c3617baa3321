import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { opinions } from '@gongzhi/shared/opinions/contract';
import type { Picture, Said } from '@gongzhi/shared/opinions/model';
import { timeInWords } from '@gongzhi/shared/kernel/time';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { a11y } from '../../kernel/ui/a11y';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { Row } from '../../kernel/ui/row';
import { useLoaded } from '../../kernel/use-loaded';
import { circlesOf, inWords, leadWords, nameOf, saidWords, waitingWords } from './model';
import './index.scss';

interface SayingsProps {
  title: string;
  says: readonly Said[];
  picture: Picture;
  none: string;
}
function Sayings({ title, says, picture, none }: SayingsProps) {
  return (
    <Card>
      <Text className="block strong">{title}</Text>
      {says.length === 0 ? <Text className="block small">{none}</Text> : null}
      {says.map((said) => (
        <Text key={said.no} className="said">
          {saidWords(said, picture.table)}
        </Text>
      ))}
    </Card>
  );
}

/** A few circles with sizes and words; the same is said above and stands in the table below. */
function Drawing({ picture }: { picture: Picture }) {
  return (
    <View className="field-of-groups" {...a11y({ role: 'img', label: leadWords(picture) })}>
      {circlesOf(picture.groups).map(({ name, size, wide, left, top }) => (
        <View
          key={name}
          className="group-circle"
          style={`width:${wide}px;height:${wide}px;left:${left}%;top:${top}%`}
          {...a11y({ hidden: true })}
        >
          <Text>{name}</Text>
          <Text>{size} 人</Text>
        </View>
      ))}
    </View>
  );
}

function Table({ picture }: { picture: Picture }) {
  return (
    <>
      {picture.table.map(({ no, body, all, groups }) => (
        <Card key={no}>
          <Text className="block strong">{body}</Text>
          <Text className="block small">全部：{inWords(all)}</Text>
          {picture.groups.length > 1
            ? groups.map((tally, group) => (
                <Text key={nameOf(group)} className="block small">
                  {nameOf(group)}：{tally ? inWords(tally) : '回答的人不足 5 位，不显示'}
                </Text>
              ))
            : null}
        </Card>
      ))}
    </>
  );
}

function Shown({ picture }: { picture: Picture }) {
  const [table, setTable] = useState(false);
  const many = picture.groups.length > 1;
  return (
    <>
      <Card>
        <Text className="block">{leadWords(picture)}</Text>
        {many ? <Drawing picture={picture} /> : null}
        {many ? <Text className="block small">离得近，回答就接近。圆越大，人越多。</Text> : null}
      </Card>
      {many ? (
        <Sayings title="各群都认可" says={picture.bridges} picture={picture} none="还没有各群都认可的看法。" />
      ) : null}
      {many
        ? picture.groups.map(({ size, says }, group) => (
            <Sayings
              key={nameOf(group)}
              title={`${nameOf(group)}（${size} 人）更看重`}
              says={says}
              picture={picture}
              none="没有明显不同的看法。"
            />
          ))
        : null}
      <Sayings title="多数人的看法" says={picture.majority} picture={picture} none="还没有多数人一致的看法。" />
      <Card>
        <Row label="每条看法的人数" value={table ? '收起' : '展开'} onTap={() => setTable(!table)} />
      </Card>
      {table ? <Table picture={picture} /> : null}
    </>
  );
}

/** What the answers show together: in words first, then drawn. Nobody is named, and below fifteen people there is no picture. */
export default function PicturePage() {
  const at = useParams('opinions', 'picture');
  const { loaded, reload } = useLoaded(at.proposalId, () => call(opinions.readPicture, at));
  useDidShow(reload);
  return (
    <Page title="看法图" primary={{ label: '我也说说看法', onTap: () => open('opinions', 'say', at) }}>
      <ListState loaded={loaded} retry={reload}>
        {(picture) => (
          <>
            {picture.shown ? (
              <Shown picture={picture} />
            ) : (
              <Banner tone="note" title="人还不够" words={waitingWords(picture)} />
            )}
            <Text className="block small">
              {picture.computedAt ? `根据 ${picture.votes} 次回答，算于${timeInWords(picture.computedAt)}。` : ''}
              这不是表决，只帮大家看清共识和分歧。
            </Text>
          </>
        )}
      </ListState>
    </Page>
  );
}
