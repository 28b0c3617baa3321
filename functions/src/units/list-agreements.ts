import type { Handle } from './repo';

export const listAgreements: Handle<'listAgreements'> = ({ cursor, ...unit }, { repo }) =>
  repo.units.agreements(unit, cursor);
