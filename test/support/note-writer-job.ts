// Says its writer's name, and holds it until the channel closes or it is killed.
import { openNoteWriter } from '../../content/node/note-writer.ts';

const { name } = openNoteWriter(process.argv[2] ?? '');
process.send?.(name);
process.on('disconnect', () => process.exit());
