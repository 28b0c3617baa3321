import { App, Tags, Validations, type AppProps } from 'aws-cdk-lib';
import { CURRENTLY_RECOMMENDED_FLAGS } from 'aws-cdk-lib/cx-api';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { announcements } from './announcements';
import { answers } from './answers';
import { api } from './api';
import { ballots } from './ballots';
import { calls } from './calls';
import { councils } from './councils';
import { directory } from './directory';
import { exchange } from './exchange';
import { hours } from './hours';
import { identity } from './identity';
import { ApiStack } from './kernel/api-stack';
import { DataStack } from './kernel/data-stack';
import { EventsStack } from './kernel/events-stack';
import { FunctionsStack } from './kernel/functions-stack';
import { named, readHouse } from './kernel/house';
import { WatchStack } from './kernel/watch-stack';
import { ledger } from './ledger';
import { meetings } from './meetings';
import { opinions } from './opinions';
import { notices } from './notices';
import { party } from './party';
import { procedures } from './procedures';
import { projects } from './projects';
import { reports } from './reports';
import { resolutions } from './resolutions';
import { satisfaction } from './satisfaction';
import { scorecards } from './scorecards';
import { units } from './units';
import { volunteering } from './volunteering';
import { votes } from './votes';
import { wishes } from './wishes';

export const SLICES = [
  identity,
  directory,
  councils,
  procedures,
  votes,
  ballots,
  resolutions,
  exchange,
  announcements,
  notices,
  opinions,
  meetings,
  volunteering,
  wishes,
  calls,
  hours,
  units,
  party,
  projects,
  reports,
  satisfaction,
  answers,
  scorecards,
  ledger,
  api,
] as const;

/**
 * CDK's own choices for new projects, but two: ARNs keep `AWS::Partition`, so that one template serves both partitions;
 * and stacks import each other's exports, because `Fn::GetStackOutput` is new and the China regions come late.
 */
const FLAGS = {
  ...CURRENTLY_RECOMMENDED_FLAGS,
  '@aws-cdk/core:enablePartitionLiterals': false,
  '@aws-cdk/core:defaultCrossStackReferences': 'strong',
};

/**
 * The deployment, not yet synthesized. `code`: the folder of built functions. `region`: a region of the partition it
 * shall run in, or none for any region of `aws`. No account is needed. `synth()` throws on what cdk-nag finds.
 */
export const composeApp = (code: string, region?: string, props: AppProps = {}): App => {
  const app = new App({ ...props, analyticsReporting: false, context: { ...FLAGS, ...props.context } });
  const house = readHouse(app, code, SLICES);
  const propsOf = (id: string) => ({ stackName: named(house, id), ...(region ? { env: { region } } : {}) });
  const data = new DataStack(app, house, propsOf('data'));
  const functions = new FunctionsStack(app, house, data, propsOf('functions'));
  const http = new ApiStack(app, house, functions, propsOf('api'));
  new EventsStack(app, house, data, propsOf('events'));
  new WatchStack(app, house, { data, api: http }, propsOf('watch'));
  Tags.of(app).add('gongzhi:stage', house.stage);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  return app;
};
