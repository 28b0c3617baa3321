import Taro, { useRouter } from '@tarojs/taro';
import { pagePath, paramsOf, tabPath, type PAGES, type Params, type Tab } from './routes';

type Pages = typeof PAGES;
/** WeChat keeps at most ten pages open. */
const STACK = 10;

/** Opens a page over this one. */
export const open = <S extends keyof Pages, P extends keyof Pages[S] & string>(
  slice: S,
  page: P,
  params: Params<S, P>,
): void => {
  const url = pagePath(slice, page, params);
  void (Taro.getCurrentPages().length < STACK ? Taro.navigateTo({ url }) : Taro.redirectTo({ url }));
};

/** Opens a page in place of this one, for a step nobody returns to. */
export const replaceBy = <S extends keyof Pages, P extends keyof Pages[S] & string>(
  slice: S,
  page: P,
  params: Params<S, P>,
): void => {
  void Taro.redirectTo({ url: pagePath(slice, page, params) });
};

export const toTab = (tab: Tab): void => {
  void Taro.switchTab({ url: tabPath(tab) });
};

/** Back to the page below, or to 首页 when the page was opened from outside. */
export const back = (): void => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else toTab('home');
};

/** The parameters this page was opened with: `const { voteId } = useParams('votes', 'vote')`. */
export const useParams = <S extends keyof Pages, P extends keyof Pages[S] & string>(slice: S, page: P): Params<S, P> =>
  paramsOf(slice, page, useRouter().params);
