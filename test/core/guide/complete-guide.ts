// A guide with every key of the front matter, for tests that change one thing.

/** @param more lines at the end of the front matter. */
export function complete(more = '', body = '\nOpen an account only with an owner.\n'): string {
  return `---
id: x-setup
title: "Setting up: a force X account"
summary: One sentence.
pack: channel-x
channel: x
topic: setup
audience: [web-manager, comms-officer]
working_group: { name: X working group, lead_force: null }
forces: []
partners: []
status: draft
version: 0.10
created: 2026-11-22
updated: 2026-11-22
consultation: { opens: null, closes: null }
approved: null
approved_by: null
confidence: mixed
review_by: 2027-02-22
supersedes: []
superseded_by: null
related: [x-use]
lang: en-GB
translation_of: null
licence: OGL-UK-3.0
sources:
  - { id: K13b, title: Labels, publisher: X help, url: "https://a.example/x", date: 2023, seen: 2026-11-22, mark: B }
changes:
  - { version: 0.1, date: 2026-11-22, note: First draft }
${more === '' ? '' : `${more}\n`}---
${body}`;
}
