// Authored packs for tests: the smallest guides that a strict build takes.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { tempFolder } from './temp.ts';

export function packYml(channel: string, guides: readonly string[]): string {
  return `id: channel-${channel}
channel: ${channel}
title: The ${channel} channel
kind: channel
purpose: For tests.
working_group:
  name: Testers
  roles: [Lead web manager, Deputy lead, Editor, Reviewer]
review_every_months: 6
order: 10
start: ${guides[0]}
guides: [${guides.join(', ')}]
`;
}

export function guideMd(id: string, channel: string, body: string): string {
  return `---
id: ${id}
title: Guide ${id}
summary: "A guide that exists for tests."
pack: channel-${channel}
channel: ${channel}
topic: setup
audience: [web-manager]
working_group:
  name: Testers
  lead_force: null
forces: []
partners: []
status: draft
version: "0.1"
created: 2026-11-22
updated: 2026-11-22
consultation: { opens: null, closes: null }
approved: null
approved_by: null
review_by: 2099-05-22
supersedes: []
superseded_by: null
related: []
lang: en-GB
translation_of: null
licence: OGL-UK-3.0
confidence: unverified
sources: []
changes:
  - { version: "0.1", date: 2026-11-22, note: "First draft." }
---

${body}
`;
}

/** A folder of packs: channel -> guide id -> body. */
export function sourceFolder(packs: Readonly<Record<string, Readonly<Record<string, string>>>>, into: string = tempFolder()): string {
  for (const [channel, guides] of Object.entries(packs)) {
    const folder = path.join(into, `channel-${channel}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'pack.yml'), packYml(channel, Object.keys(guides)));
    for (const [id, body] of Object.entries(guides)) writeFileSync(path.join(folder, `${id}.md`), guideMd(id, channel, body));
  }
  return into;
}
