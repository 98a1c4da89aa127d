// Commands that make or read a file: paper, PDF, notes and a person's own data. The code of those about notes comes when
// it is asked for.
import { ask } from '../api.ts';
import { fileName } from '../reader/guide-model.ts';
import { go, navigation } from '../state/navigation.ts';
import { notify } from '../state/notices.ts';
import { readerText } from '../text/reader.ts';
import { tellFault } from './tell-fault.ts';

const noteFiles = () => import('../notes/late.tsx');

export const fileCommands = {
  print: () => void print(),
  pdf: () => void savePdf(),
  'import-notes': () => {
    // The report stands there.
    void go({ kind: 'notes', view: 'all' });
    void noteFiles().then(({ importNotes }) => importNotes());
  },
  'export-notes': () => {
    void go({ kind: 'notes', view: 'all' });
    void noteFiles().then(({ exportWanted }) => exportWanted.set(true));
  },
  'export-data': () => void noteFiles().then(({ exportData }) => exportData()),
} as const;

/** A picture that cannot be had keeps nobody from printing for longer. */
const pictureWaitMs = 5_000;

/** Pictures are fetched when they come near the window; paper shows all of them. */
async function wholePictures(): Promise<void> {
  const shown = [...document.querySelectorAll<HTMLImageElement>('main img')].map((image) => {
    image.loading = 'eager';
    return image.decode().catch(() => undefined);
  });
  await Promise.race([Promise.all(shown), new Promise((resolve) => setTimeout(resolve, pictureWaitMs))]);
}

async function print(): Promise<void> {
  await wholePictures();
  const reply = await ask('page.print', {});
  if (!reply.ok) tellFault(reply.error);
}

async function savePdf(): Promise<void> {
  await wholePictures();
  const { summary } = navigation.get().guide ?? {};
  document.documentElement.dataset.pdf = '1';
  const reply = await ask('page.pdf', { suggested: summary ? fileName(summary.title, summary.version) : 'National Guides.pdf' });
  delete document.documentElement.dataset.pdf;
  if (reply.ok) notify(readerText.pdfSaved(reply.value.name));
  else tellFault(reply.error);
}
