// What the main process and the search process say to each other. Values only. Both are ours, so nothing is
// checked here: the window's requests were checked by the contract.
import type { AppError } from '../../content/core/base/error.ts';
import type { SearchReply, SearchRequest } from '../../content/core/search/model.ts';

export type ToSearch =
  /** First of all. The stores (the person's own, and one that all users share) are only read; the cache folder is made when needed. */
  | { readonly kind: 'start'; readonly storeDir: string; readonly machineDir?: string; readonly cacheDir: string }
  /** Numbers grow; a newer one makes older ones, that are not answered yet, stale. */
  | { readonly kind: 'query'; readonly seq: number; readonly request: SearchRequest }
  /** The library changed. */
  | { readonly kind: 'reload' };

export type FromSearch =
  | { readonly kind: 'reply'; readonly seq: number; readonly reply: SearchReply }
  | { readonly kind: 'stale'; readonly seq: number }
  | { readonly kind: 'failed'; readonly seq: number; readonly error: AppError }
  /** Guides indexed and in all, while indexes are being made; equal when all are ready. */
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  /** For the log; the search goes on with what it has. */
  | { readonly kind: 'note'; readonly event: string; readonly error: AppError };
