import type { Handle } from './repo';

export const listThanks: Handle<'listThanks'> = ({ cursor, ...unit }, { repo }) => repo.units.thanks(unit, cursor);
