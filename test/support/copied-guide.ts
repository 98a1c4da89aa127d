// A guide with everything in it that a guide can have, and what a copy of it says around it: for tests of every form.
import type { CopyOrigin } from '../../content/core/copy/model.ts';

export const copiedGuide = `---
id: everything
title: "Everything: a guide <with> & signs"
summary: One line about it.
pack: everyday
channel: everyday
topic: template
audience: [web-manager]
working_group:
  name: Everyday use working group
  lead_force: null
status: draft
version: 0.3
created: 2026-11-01
updated: 2026-11-22
review_by: 2027-05-22
lang: en-GB
confidence: mixed
sources:
  - id: P1
    title: A public source
    publisher: College of Policing
    url: https://www.college.police.uk/app
    date: 2025-03-01
    seen: 2026-11-01
    mark: A
  - id: P2
    title: A source without an address
    publisher: Somebody
    url: null
    date: null
    seen: 2026-11-01
    mark: C
---
Before any heading, **bold**, *slanted*, ~~struck~~ and \`typed\` words.[^a]

| Lonely |
| --- |
| cell |

## First section

A line\\
broken, a [web link](https://example.org/a?b=1&c=2), a [guide](guide:house-rules), an [unknown one](guide:nowhere),
a [place](#steps), a [lost place](#nowhere), a [bad link](javascript:alert(1)) and <mail@example.org>.

### Steps

3. Third
4. Fourth
   - inner one
     1. deepest

   Goes on under it.
5. Fifth

Another list:

1. First again

### Ticks

- [ ] Not done yet
- [x] Done **already**[^b]

> [!must] Do this at once
> Words in the box.
>
> - A point in the box
> - [ ] A tick in the box

> [!your-force-decides]
> Without a title.

> Only quoted.

---

\`\`\`
Dear Sir,
  thank <you> & goodbye.
\`\`\`

![A red square](square.png) and ![A drawing](tree.svg) and ![A missing one](gone.png)

#### Register

| Name | Sum | Note |
| :--- | ---: | :---: |
| =1+1 | -5 | Says "hello", twice[^a] |
| Cell with a \\| bar | +44 20 | @somebody |

#### Register

| Again | Empty |
| --- | --- |
| one | |

[^a]: First note with a [link](https://example.org/note).
[^b]: Second note.
`;

export const copiedOrigin: CopyOrigin = {
  pack: 'Everyday use',
  channel: 'everyday',
  edition: '2026-11-20',
  demo: true,
  retired: null,
  saved: '2026-11-23',
  titles: { 'house-rules': 'House rules, moderation and abuse' },
};
