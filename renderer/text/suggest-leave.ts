// Words of suggestions that leave this PC: the dialog and the exports. What stands in the files themselves is in
// `suggest-leave-files.ts`.
import { counted } from './dates.ts';

const suggestions = (count: number): string => counted(count, 'suggestion');

export const suggestLeaveText = {
  exports: {
    menu: (count: number) => (count === 1 ? 'Export' : `Export ${suggestions(count)}`),
    formats: {
      bundle: { name: 'Suggestion file', hint: 'For the working group, complete' },
      word: { name: 'Word', hint: 'With tracked changes' },
      pdf: { name: 'PDF', hint: 'To read and print' },
      html: { name: 'Web page (HTML)', hint: 'To read in any browser' },
      markdown: { name: 'Markdown', hint: 'Text for a wiki or an editor' },
      critic: { name: 'CriticMarkup', hint: 'The whole text with its changes marked' },
      copy: { name: 'Copy as text', hint: 'For an e-mail' },
    },
    saved: (name: string) => `Saved as ${name}`,
    personalFirst: 'Something here looks like personal data. Look at it first, then export again.',
    /** Suggested name of a file, without its ending. */
    fileName: (title: string) => `Suggestion ${title}`,
    manyName: (count: number) => `${suggestions(count)}`,
    critic: 'with marks',
    copied: 'Copied. Paste it into an e-mail.',
    notCopied: 'It could not be copied. Try again, or save it as a file.',
    copiedBriefly: 'Copied without its longest parts: it is too long for an e-mail. The suggestion file has all of it.',
    tooLong: 'This is too long for one file of that kind. Choose fewer suggestions, or the suggestion file.',
    noMarkup: 'CriticMarkup cannot show this text, because the guide has signs of CriticMarkup in it. Word or the web page can.',
    noText: 'CriticMarkup needs a changed text, and this suggestion has none.',
  },

  title: (count: number) => (count === 1 ? 'What leaves this PC' : `What leaves this PC: ${suggestions(count)}`),
  close: 'Close without sending',
  closeDone: 'Close',
  loading: 'Putting together what would leave …',
  lead: 'This and nothing else. Nothing has been sent yet.',
  leadSent: (day: string) => `This left on ${day}. Sent again, it is the same file.`,
  reading: 'What the working group will read',
  files: 'The files in it',
  filesIn: (name: string, size: string) => `${name}, ${size}`,
  fileText: 'Show the exact text',
  fileTextOf: (name: string) => `Exact text of ${name}`,
  notText: 'A file of yours, as it is',
  again: 'Try again',

  missing: 'Missing',
  missingWords: {
    why: 'The reason: why it should change.',
    force: 'Your force.',
    role: 'Your role.',
    change: 'A change: the text is as it was.',
  },
  missingGo: 'Fill it in',
  missingGoFor: (title: string) => `Fill it in: ${title}`,

  personal: 'Check this before it leaves',
  personalLead: (open: number) =>
    open === 0
      ? 'You have looked at everything that looks personal.'
      : `${open === 1 ? 'One thing here looks' : `${open} things here look`} like personal data. Remove what is, or tick what may be sent.`,
  kinds: {
    phone: 'a phone number',
    email: 'somebody’s e-mail address',
    'collar-number': 'a collar number',
    'crime-reference': 'a crime or incident number',
    'national-insurance': 'a National Insurance number',
    vehicle: 'a number plate',
    address: 'a postal address',
    'birth-date': 'a date of birth',
    name: 'somebody’s name',
  },
  mobile: 'a mobile number',
  places: {
    why: (line: number) => `Why, line ${line}`,
    evidence: (number: number, line: number) => `evidence ${number}, line ${line}`,
    link: (number: number) => `link in evidence ${number}`,
    file: (number: number) => `file name in evidence ${number}`,
    text: (under: string | null) => (under === null ? 'the guide’s text, at the top' : `the guide’s text, under “${under}”`),
  },
  looks: (what: string, place: string) => `This looks like ${what} (${place})`,
  remove: 'Remove',
  removeName: (words: string) => `Remove “${words}”`,
  goTo: 'Go to it in the text',
  goToName: (words: string) => `Go to it in the text: “${words}”`,
  mayGo: 'It may be sent',
  mayGoName: (words: string) => `It may be sent: “${words}”`,
  putBack: 'Put it back',
  removed: (words: string) => `“${words}” removed.`,
  filesUnread: 'Files you attach are not looked into: open them and check them yourself.',

  send: (count: number) => (count === 1 ? 'Send to the drop-box' : `Send ${suggestions(count)} to the drop-box`),
  save: (count: number) => (count === 1 ? 'Save as file' : `Save ${suggestions(count)} as files`),
  copy: 'Copy as text for an e-mail',
  notYet: 'It can leave as soon as what is marked above is filled in, removed or ticked.',
  noShare: 'No shared folder is set up on this PC, so there is no drop-box. Save it as a file and send that.',
  sending: (done: number, of: number) => (of === 1 ? 'Sending …' : `${done} of ${of} sent`),
  saving: 'Saving …',

  sentTitle: (count: number) => (count === 1 ? 'Sent' : `${suggestions(count)} sent`),
  sent: (names: readonly string[]) =>
    names.length === 1 ? `It is in the drop-box as ${names[0]}.` : `They are in the drop-box: ${names.join(', ')}.`,
  next: 'The working group reads it and answers with its next edition. My suggestions shows how long it has waited and what became of it.',
  savedTitle: 'Saved as a file',
  saved: (name: string) => `Saved as ${name}. Attach it to an e-mail: the text is copied.`,
  savedMany: (name: string, files: number) => `${counted(files, 'file')} saved in ${name}. Attach them to an e-mail: the text is copied.`,
  savedOnly: (name: string) => `Saved as ${name}. Attach it to an e-mail. The text could not be copied.`,
  refusedTitle: 'Not sent',
  refusedAfter: (count: number) => `${suggestions(count)} went before that.`,
  unreachable: {
    title: 'The drop-box cannot be reached',
    body: 'The shared folder does not answer. Your suggestion is kept here.',
    nextStep: 'Save it as a file and attach it to an e-mail, or send it later.',
  },
  toList: 'My suggestions',
  draftGone: 'It is not there any more.',
  notKept: 'Your last words could not be kept on this PC, so nothing can leave yet.',
} as const;
