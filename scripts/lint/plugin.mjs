import boundaries from './rules/boundaries.mjs';
import names from './rules/names.mjs';
import platform from './rules/platform.mjs';
import pureRules from './rules/pure-rules.mjs';

/** The house's own rules; each message says what to do instead. */
export default { meta: { name: 'house' }, rules: { boundaries, names, platform, 'pure-rules': pureRules } };
