// `guides stewards`: its commands.
import { subcommands } from '../subcommands.ts';
import { stewardsChange, stewardsDirectory } from './change.ts';
import { stewardsHelp } from './help.ts';
import { stewardsInit } from './init.ts';

export const stewardsCommands = { init: stewardsInit, change: stewardsChange, directory: stewardsDirectory };
export const stewards = subcommands('stewards', stewardsCommands, stewardsHelp);
