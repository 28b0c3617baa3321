import { CfnParameter, type Stack } from 'aws-cdk-lib';
import { PARAMETERS, type ParameterName } from './slice';

/** The stack's parameter of that name, made when it is first asked for. Public values only: none is a secret. */
export const parameter = (stack: Stack, name: ParameterName): CfnParameter => {
  const { id, says, ...rest } = PARAMETERS[name];
  const made = stack.node.tryFindChild(id) as CfnParameter | undefined;
  return (
    made ??
    new CfnParameter(stack, id, {
      description: says,
      ...('pattern' in rest ? { allowedPattern: rest.pattern } : {}),
      ...('standard' in rest ? { default: rest.standard } : {}),
    })
  );
};
