// All commands by name: what `guides <name>` runs.
import { apply } from './apply.ts';
import { build } from './build.ts';
import { channel } from './channel/index.ts';
import { check } from './check.ts';
import { doctor } from './doctor.ts';
import { draft } from './draft.ts';
import { heal } from './heal.ts';
import { inbox } from './inbox/index.ts';
import { keys } from './keys/index.ts';
import { prune } from './prune.ts';
import { publish } from './publish.ts';
import { refresh } from './refresh.ts';
import { review } from './review.ts';
import { sign } from './sign.ts';
import { status } from './status.ts';
import { stewards } from './stewards/index.ts';
import type { Command } from './subcommands.ts';
import { sync } from './sync.ts';
import { tidy } from './tidy.ts';
import { verify } from './verify.ts';

export const commands: Readonly<Record<string, Command>> = {
  build,
  check,
  inbox,
  apply,
  draft,
  review,
  sign,
  publish,
  heal,
  refresh,
  tidy,
  prune,
  verify,
  keys,
  stewards,
  channel,
  sync,
  status,
  doctor,
};
