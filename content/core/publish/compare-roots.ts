// Two roots of one repository -> what a steward must see: who may sign what, how many are needed, and until when.
import type { RoleName, RootMetadata } from '../trust/metadata.ts';
import { keysOf } from '../trust/verify.ts';

export interface RoleChange {
  readonly role: RoleName;
  /** Public keys in hexadecimal. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly kept: readonly string[];
  /** Before and after; equal where it stays. */
  readonly threshold: readonly [number | null, number];
}

export interface RootDifference {
  readonly version: readonly [number | null, number];
  /** ISO days. */
  readonly expires: readonly [string | null, string];
  readonly roles: readonly RoleChange[];
  readonly demo: boolean;
}

const roles: readonly RoleName[] = ['root', 'targets', 'snapshot', 'timestamp'];

/** @param before null for a repository's first root. */
export function compareRoots(before: RootMetadata | null, after: RootMetadata): RootDifference {
  const day = (root: RootMetadata) => new Date(root.expires).toISOString().slice(0, 10);
  return {
    version: [before?.version ?? null, after.version],
    expires: [before ? day(before) : null, day(after)],
    demo: after.signed.demo === true,
    roles: roles.map((role) => {
      const [was, is] = [before ? keysOf(before, role) : [], keysOf(after, role)];
      return {
        role,
        added: is.filter((key) => !was.includes(key)),
        removed: was.filter((key) => !is.includes(key)),
        kept: is.filter((key) => was.includes(key)),
        threshold: [before?.roles[role].threshold ?? null, after.roles[role].threshold],
      };
    }),
  };
}
