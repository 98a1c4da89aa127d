// Drops one file as the app's process does, and dies by a signal just before or just after one of its calls on the folder:
// `inbox-write-job FOLDER CALL before|after`. With call 0 it lives, and says how many there were.
import { dropAt } from './inbox-write-box.ts';

const [folder = '', call = '0', when = 'before'] = process.argv.slice(2);
let calls = 0;
const die = (at: string): void => {
  if (calls === Number(call) && at === when) process.kill(process.pid, 'SIGKILL');
};
void dropAt(folder, {
  asked: () => {
    calls += 1;
    die('before');
  },
  answered: () => die('after'),
}).then(({ code }) => process.stdout.write(`${JSON.stringify({ code, calls })}\n`));
