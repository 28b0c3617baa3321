import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Answers findings of cdk-nag at the construct they are about: rule → why it does not apply here. */
export const acknowledge = (construct: IConstruct, reasons: Readonly<Record<string, string>>): void =>
  Validations.of(construct).acknowledge(...Object.entries(reasons).map(([id, reason]) => ({ id, reason })));
