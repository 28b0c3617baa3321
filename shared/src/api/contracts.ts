import { announcements } from '@gongzhi/shared/announcements/contract';
import { calls } from '@gongzhi/shared/calls/contract';
import { councils } from '@gongzhi/shared/councils/contract';
import { directory } from '@gongzhi/shared/directory/contract';
import { exchange } from '@gongzhi/shared/exchange/contract';
import { hours } from '@gongzhi/shared/hours/contract';
import { identity } from '@gongzhi/shared/identity/contract';
import { ledger } from '@gongzhi/shared/ledger/contract';
import { meetings } from '@gongzhi/shared/meetings/contract';
import { notices } from '@gongzhi/shared/notices/contract';
import { opinions } from '@gongzhi/shared/opinions/contract';
import { party } from '@gongzhi/shared/party/contract';
import { procedures } from '@gongzhi/shared/procedures/contract';
import { projects } from '@gongzhi/shared/projects/contract';
import { reports } from '@gongzhi/shared/reports/contract';
import { resolutions } from '@gongzhi/shared/resolutions/contract';
import { satisfaction } from '@gongzhi/shared/satisfaction/contract';
import { scorecards } from '@gongzhi/shared/scorecards/contract';
import { units } from '@gongzhi/shared/units/contract';
import { volunteering } from '@gongzhi/shared/volunteering/contract';
import { votes } from '@gongzhi/shared/votes/contract';
import { wishes } from '@gongzhi/shared/wishes/contract';
import { api } from './contract';

/** Every contract of the house by its slice, in the order in which they are described. */
export const contracts = {
  identity,
  directory,
  councils,
  procedures,
  votes,
  meetings,
  resolutions,
  hours,
  opinions,
  volunteering,
  units,
  party,
  projects,
  calls,
  exchange,
  reports,
  scorecards,
  wishes,
  satisfaction,
  announcements,
  notices,
  ledger,
  api,
} as const;
