// Bounds that are checked before anything of a repository is parsed or believed (trust.md 1.4 row 22).

/** Bytes of one metadata file, by role. A root carries some hundred bytes a key; targets about 200 bytes a file. */
export const metadataBytes = { root: 128 * 1024, timestamp: 8 * 1024, snapshot: 64 * 1024, targets: 4 * 1024 * 1024 } as const;

/**
 * The same where the specification's repositories are read: a snapshot may name thousands of bins (4.4), and keys may
 * be RSA in PEM, ten times as long as ours.
 */
export const strictMetadataBytes = { root: 512 * 1024, timestamp: 16 * 1024, snapshot: 2 * 1024 * 1024, targets: 5 * 1024 * 1024 } as const;

export const trustLimits = {
  /** Our deepest metadata nests 6 levels, TUF's delegations 8; more is an attack on the parser. */
  depth: 16,
  /** Five signers are the rule; a list of thousands would only cost time. */
  signatures: 64,
  files: 5_000,
  fileBytes: 32 * 1024 * 1024,
  packBytes: 512 * 1024 * 1024,
  /** New roots read in one update (spec 5.3.3): more than a century of monthly changes would need. */
  rootRotations: 256,
  /** Delegated roles looked at for one target (spec 5.6.7.1): real repositories need two or three. */
  delegatedRoles: 32,
  /** A version is UTC seconds at signing; a publisher's clock may be wrong by this much, in milliseconds. */
  clockAheadMs: 30 * 24 * 3600 * 1000,
  /** This PC's clock may be behind the newest signed time by this much before it is called wrong. */
  clockBehindMs: 24 * 3600 * 1000,
} as const;
