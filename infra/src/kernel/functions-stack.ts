import { Stack, type App, type StackProps } from 'aws-cdk-lib';
import { acknowledge } from './acknowledge';
import type { DataStack } from './data-stack';
import { EntryFunction } from './function';
import type { House } from './house';
import { functionsOf } from './slice';

/** The functions that serve routes, one a slice. Apart from the API, whose routes alone nearly fill the 500 resources a stack may have. */
export class FunctionsStack extends Stack {
  readonly bySlice: ReadonlyMap<string, EntryFunction>;

  constructor(app: App, house: House, data: DataStack, props: StackProps) {
    super(app, 'functions', props);
    this.bySlice = new Map(
      functionsOf(house.slices, 'routes').map((entry) => {
        const fn = new EntryFunction(this, house, entry);
        fn.bindData(data, entry);
        acknowledge(fn, {
          'Serverless-LambdaAsyncFailureDestination': 'Only API Gateway calls it, and it waits for the answer.',
        });
        return [entry.slice.id, fn];
      }),
    );
  }
}
