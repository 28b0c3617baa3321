import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { SERVICE_LINE } from '../../help';
import { platform } from '../../platform/platform';
import { a11y } from '../a11y';
import { Sheet } from '../sheet';

/** 打给社区: in the same corner of every page. */
export function Help() {
  const [asked, setAsked] = useState(false);
  return (
    <>
      <View
        className="help"
        hoverClass="help-pressed"
        onClick={() => setAsked(true)}
        {...a11y({ role: 'button', label: '打给社区' })}
      >
        <Text>☎ 打给社区</Text>
      </View>
      {asked ? (
        <Sheet
          title="找人帮忙"
          words={`可以到社区服务站当面办理，社区工作者会替您填写。社区还没有在这里登记电话，您也可以拨打 ${SERVICE_LINE} 政务服务便民热线，请他们转到社区。`}
          onClose={() => setAsked(false)}
          confirm={{ label: `拨打 ${SERVICE_LINE}`, onTap: () => platform.dial(SERVICE_LINE) }}
        />
      ) : null}
    </>
  );
}
