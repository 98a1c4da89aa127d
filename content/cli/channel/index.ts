// `guides channel`: its commands.
import { subcommands } from '../subcommands.ts';
import { channelEditors, channelRotate } from './editors.ts';
import { channelHelp } from './help.ts';
import { channelNew } from './new.ts';
import { channelRetire } from './retire.ts';

export const channelCommands = { new: channelNew, editors: channelEditors, rotate: channelRotate, retire: channelRetire };
export const channel = subcommands('channel', channelCommands, channelHelp);
