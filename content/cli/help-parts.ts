// Parts that the help of several commands shares: what they read from the environment, and which files they touch.

export const noEnvironment = `Environment
  None: everything is said on the command line.`;

export const shareEnvironment = `Environment
  GUIDES_SHARE       The share, where --share is left out.`;

export const keyEnvironment = `${shareEnvironment}
  GUIDES_PASSPHRASE  The key's passphrase; without it you are asked at the terminal.`;

export const passphraseEnvironment = `Environment
  GUIDES_PASSPHRASE  The key's passphrase; without it you are asked at the terminal.`;

export const stagingFiles = `Files
  <share>/staging/<channel>/<draft>/  draft.json, draft.<role>.json, targets/<sha256>.<name>, and for
                                      each signer sig.<keyid>.json`;

export const publishedFiles = `Files
  <share>/channels/<channel>/metadata/  N.root.json, V.targets.json, V.snapshot.json, timestamp.json
  <share>/channels/<channel>/targets/   <sha256>.<name>: the guides' files, named by what they hold
  <share>/directory/                    the same for the list of channels and people
  <share>/staging/<channel>/            drafts, and publish.lock while somebody writes`;
