// `guides keys`: its commands.
import { subcommands } from '../subcommands.ts';
import { keysBackup } from './backup.ts';
import { keysCard, keysFingerprint } from './card.ts';
import { keysHelp } from './help.ts';
import { keysNew } from './new.ts';
import { keysRestore } from './restore.ts';

export const keysCommands = { new: keysNew, card: keysCard, fingerprint: keysFingerprint, backup: keysBackup, restore: keysRestore };
export const keys = subcommands('keys', keysCommands, keysHelp);
