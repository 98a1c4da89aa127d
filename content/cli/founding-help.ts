// Parts of the help that several commands share.

export const cardsAre = 'Key cards (*.card.json), or folders that hold them.';

export const commonOptions = `  --share <share>  The share's folder. When left out, the environment variable GUIDES_SHARE.
  --root <file>    The directory's first root (1.root.json) as it came with the app. Without it the
                   share's own first root is believed.
  --note <text>    A sentence for the others who sign.
  --json           Prints one JSON object.`;
