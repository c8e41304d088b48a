import * as migration_20261122_000000_initial from './20261122_000000_initial.ts';
import * as migration_20261125_231207_changes from './20261125_231207_changes.ts';
import * as migration_20261126_183003_searches from './20261126_183003_searches.ts';
import * as migration_20261201_005059_holes_closed from './20261201_005059_holes_closed.ts';

export const migrations = [
  {
    up: migration_20261122_000000_initial.up,
    down: migration_20261122_000000_initial.down,
    name: '20261122_000000_initial',
  },
  {
    up: migration_20261125_231207_changes.up,
    down: migration_20261125_231207_changes.down,
    name: '20261125_231207_changes',
  },
  {
    up: migration_20261126_183003_searches.up,
    down: migration_20261126_183003_searches.down,
    name: '20261126_183003_searches',
  },
  {
    up: migration_20261201_005059_holes_closed.up,
    down: migration_20261201_005059_holes_closed.down,
    name: '20261201_005059_holes_closed'
  },
];
