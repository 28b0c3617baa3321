import type { Output } from '@gongzhi/shared/kernel/contract';
import type { votes } from '@gongzhi/shared/votes/contract';
import type { Vote } from '@gongzhi/shared/votes/model';

type Help = Output<typeof votes.readHelp>;

/** What the resident reads before agreeing, in words anybody understands. */
export const confirmWords = (
  { state }: Pick<Help, 'state'>,
  { ballot }: Pick<Vote, 'ballot'>,
): { title: string; words: string } => {
  switch (state) {
    case 'asked':
      return {
        title: '工作人员想为您家代录这一次的票',
        words:
          ballot === 'secret'
            ? '同意以后，工作人员把手机交给您，您自己选、自己投，他看不到您选了什么。'
            : '同意以后，您把选择告诉工作人员，他当面录入、念给您听。这次表决是记名的。',
      };
    case 'confirmed':
      return { title: '您已经同意', words: '请在工作人员的手机上完成投票。' };
    case 'cast':
      return { title: '您家的票已经投出', words: '一户只计一票，不用再投。' };
    default:
      return { title: '现在没有工作人员申请为您家代录', words: '需要帮忙，可以打电话给社区，请工作人员上门。' };
  }
};
