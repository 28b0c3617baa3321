import { Text } from '@tarojs/components';
import { platform } from '../../kernel/platform/platform';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';

const COMPUTER = '名册大多在电脑里：用电脑的浏览器打开本系统来导入更方便，看得也更清楚。';
const WHERE: Readonly<Record<typeof platform.name, string>> = {
  h5: COMPUTER,
  weapp: `${COMPUTER}用手机也可以：先把文件发到微信聊天里（如“文件传输助手”），再在这里选择。`,
  alipay: '支付宝里不能选择文件。请用电脑的浏览器打开本系统来导入。',
};

/** What the file must hold, and where it is easiest to choose it. */
export function HowTo() {
  return (
    <>
      <Banner tone="note" title="建议用电脑" words={WHERE[platform.name]} />
      <Card>
        <Text className="block strong">名册文件要有什么</Text>
        <Text className="block">
          Excel（.xlsx）或 CSV 表格，一户一行。表头写明：楼栋、单元、房号；面积、姓名、电话可以不填。
        </Text>
        <Text className="block small">
          一户有几位成年人，可以写在一格里用顿号隔开，也可以每人一行。合并的单元格、标题行、合计行都能认出来。
        </Text>
      </Card>
      <Card>
        <Text className="block strong">放心导入</Text>
        <Text className="block">选择文件后先给您看要改动什么，您确认以后才会写入。同一个文件导入两次也不会重复。</Text>
      </Card>
    </>
  );
}
