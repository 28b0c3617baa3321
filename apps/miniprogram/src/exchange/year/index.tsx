import { Text } from '@tarojs/components';
import { useState } from 'react';
import { exchange } from '@gongzhi/shared/exchange/contract';
import type { Year } from '@gongzhi/shared/exchange/model';
import { yearInChina } from '@gongzhi/shared/kernel/time';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { platform } from '../../kernel/platform/platform';
import { usePresence } from '../../kernel/standing';
import { toast } from '../../kernel/toast';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { Segmented } from '../../kernel/ui/segmented';
import { useLoaded } from '../../kernel/use-loaded';
import { isQuiet, pictureOf, yearWords } from './model';

const NAMED = [
  { value: 'no', label: '图上不写名字' },
  { value: 'yes', label: '图上写名字' },
] as const;

const yearsUntil = (now: Date) => {
  const year = yearInChina(now);
  return [year, year - 1].map((one) => ({ value: String(one), label: `${one} 年` }));
};

/** Draws the picture on this phone. It goes nowhere unless its owner sends it. */
const useKeeping = () => {
  const [busy, setBusy] = useState(false);
  const keep = async (year: Year, signed: { name?: string; community: string }) => {
    setBusy(true);
    await platform.keepPicture?.(pictureOf(year, signed)).catch(() => toast('没有画出来。您可以截一张屏。'));
    setBusy(false);
  };
  return { busy, keep };
};

function Sentences({ year }: { year: Year }) {
  return (
    <Card>
      {yearWords(year).map((words) => (
        <Text key={words} className="block">
          {words}
        </Text>
      ))}
    </Card>
  );
}

/** One's own year in sentences, and as a picture one may keep or share. */
export default function YearPage() {
  const { communityId } = useParams('exchange', 'year');
  const years = yearsUntil(new Date());
  const [chosen, choose] = useState(years[0]?.value ?? '');
  const [named, setNamed] = useState<'yes' | 'no'>('no');
  const { belongings } = usePresence();
  const { busy, keep } = useKeeping();
  const { loaded, reload } = useLoaded(`${communityId}${chosen}`, () =>
    call(exchange.readYear, { communityId, year: chosen }),
  );
  const here = belongings.value?.find(({ scope }) => scope === communityId);
  const year = loaded.value;
  const drawable = platform.keepPicture && year && !isQuiet(year);
  const onTap = () => {
    const name = named === 'yes' && here ? { name: here.displayName } : {};
    if (year) void keep(year, { ...name, community: here?.name ?? '' });
  };
  return (
    <Page title="我的一年" {...(drawable ? { primary: { label: '存成图片', busy, onTap } } : {})}>
      <Segmented label="哪一年" options={years} value={chosen} onChange={choose} />
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={isQuiet}
        empty={{
          words: '这一年还没有服务记录。时长记入后会出现在这里。',
          action: { label: '看看志愿活动', onTap: () => open('volunteering', 'find', { communityId }) },
        }}
      >
        {(one) => <Sentences year={one} />}
      </ListState>
      {drawable ? (
        <>
          <Segmented label="图上写不写名字" options={NAMED} value={named} onChange={setNamed} />
          <Text className="block small">图片在您的手机上画，不上传。发不发给别人，由您决定。</Text>
        </>
      ) : (
        <Text className="block small">只有您自己看得到，不排名。</Text>
      )}
    </Page>
  );
}
