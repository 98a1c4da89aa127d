// The one error type: a code, data for the sentence, the cause for the log. No user text here: the
// renderer has a sentence and a next step for every code, or it does not compile.

/**
 * Every way in which something can fail that a person or IT is told of, with its reference number
 * (shown as "NG-1042"). Numbers are never reused: force IT desks keep lists of them.
 */
export const errorNumbers = {
  // 10xx: shares, editions and trust (trust.md 1.4)
  SHARE_UNREACHABLE: 1001,
  SHARE_DENIED: 1002,
  INCOMPLETE: 1004,
  ROLLED_BACK: 1006,
  TAMPERED: 1011,
  MALFORMED: 1013,
  STALE: 1016,
  REVIEW_OVERDUE: 1017,
  ROOT_STALE: 1018,
  TOO_LARGE: 1022,
  APP_TOO_OLD: 1027,
  RETIRED: 1028,
  // 11xx: this PC
  STORE_DAMAGED: 1123,
  BLOB_DAMAGED: 1124,
  NO_SPACE: 1125,
  CLOCK: 1126,
  STORE_DENIED: 1127,
  STORE_MISSING: 1128,
  SETTINGS_DAMAGED: 1129,
  SEED_MISSING: 1130,
  NOTES_NEWER: 1131,
  NOTES_FULL: 1132,
  // 12xx: a request from a window
  GUIDE_NOT_FOUND: 1201,
  IMAGE_NOT_FOUND: 1202,
  SEARCH_UNAVAILABLE: 1203,
  PRINT_FAILED: 1204,
  SAVE_FAILED: 1205,
  SETTING_MANAGED: 1206,
  CANCELLED: 1207,
  NOTES_UNAVAILABLE: 1208,
  NOTE_NOT_FOUND: 1209,
  NOT_NOTES: 1210,
  SUGGESTION_NOT_FOUND: 1211,
  SUGGESTION_INCOMPLETE: 1212,
  SUGGESTION_CHANGED: 1213,
  SUGGESTION_FULL: 1214,
  NOT_A_SUGGESTION: 1215,
  INBOX_MISSING: 1216,
  INBOX_DENIED: 1217,
  FILE_TOO_LARGE: 1218,
  FILE_UNREADABLE: 1219,
  INBOX_FULL: 1220,
  // 14xx: signing and publishing
  CHANNEL_UNKNOWN: 1401,
  DRAFT_NOT_FOUND: 1402,
  DRAFT_OUTDATED: 1403,
  TOO_FEW_SIGNATURES: 1404,
  KEY_NOT_HELD: 1405,
  SHARE_BUSY: 1406,
  NAME_TAKEN: 1407,
  NOTHING_NEW: 1408,
  KEY_PASSPHRASE: 1410,
  KEY_DAMAGED: 1411,
  KEY_THERE: 1412,
  // 13xx: faults of ours, and requests that no window of ours sends
  BAD_REQUEST: 1301,
  BAD_SENDER: 1302,
  UNEXPECTED: 1399,
} as const;

export type ErrorCode = keyof typeof errorNumbers;

/** Small facts for the sentence a person sees and for the log: never text of guides or notes. */
export type ErrorData = Readonly<Record<string, string | number | boolean>>;

export interface AppError {
  readonly code: ErrorCode;
  readonly data: ErrorData;
}

/** The same, where throwing is the way out (inside Node's rooms). `cause` goes to the log only. */
export class AppFault extends Error {
  readonly code: ErrorCode;
  readonly data: ErrorData;

  /** By name: a file of the app that is loaded later carries a copy of this class of its own. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'AppFault';
  }

  constructor(code: ErrorCode, data: ErrorData = {}, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause });
    this.name = 'AppFault';
    this.code = code;
    this.data = data;
  }

  /** The part that may cross a process boundary. */
  toAppError(): AppError {
    return { code: this.code, data: this.data };
  }
}

/** What was thrown, as an `AppError`; what nobody foresaw becomes `UNEXPECTED`. */
export function asAppError(thrown: unknown): AppError {
  return thrown instanceof AppFault ? thrown.toAppError() : { code: 'UNEXPECTED', data: {} };
}

/** The reference that is read out to IT, such as "NG-1042". */
export function errorReference(code: ErrorCode): string {
  return `NG-${errorNumbers[code]}`;
}
