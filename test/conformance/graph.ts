// Repositories with delegations, from a list of who names whom.
import type { Bench } from './bench.ts';
import { makeKey, Repository, type RoleChoice } from './simulator.ts';

export type Edge = readonly [delegator: string, role: string, choice?: RoleChoice];

/** A repository in which each edge has a key of its own; the role is signed by all of them. */
export function graph(edges: readonly Edge[], targets: readonly (readonly [role: string, path: string])[] = []): Repository {
  const repo = new Repository();
  // Every role is there before anybody names it, so that edges may come in any order.
  for (const [, role] of edges) repo.addDelegate(role, makeKey());
  for (const [delegator, role, choice] of edges) repo.delegate(delegator, role, choice);
  for (const [role, path] of targets) repo.addTarget(role, path, `${path} of ${role}`);
  repo.publish(...new Set(edges.map(([, role]) => role)), 'targets', 'snapshot', 'timestamp');
  return repo;
}

/** Delegated roles asked for, in order. */
export const asked = ({ repo }: Bench) =>
  repo.requests
    .flatMap((path) => /^metadata\/1\.(.*)\.json$/.exec(path)?.[1] ?? [])
    .filter((role) => role !== 'snapshot' && role !== 'targets');
