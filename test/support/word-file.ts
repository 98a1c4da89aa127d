// What Word refuses to open, or mends with a warning: checked for every Word file that we make.
import { expect } from 'vitest';
import { tagsOf, type XmlTag } from './xml.ts';

type Attributes = XmlTag['attributes'];

/** Attributes of every tag of one name. */
export const namedTags = (tags: readonly XmlTag[], name: string): readonly Attributes[] =>
  tags.filter((tag) => tag.name === name).map(({ attributes }) => attributes);

/** Fails the test where one of the parts (name and XML each) would not be taken as it is. */
export function checkWordFile(parts: Readonly<Record<string, string>>): void {
  const tags = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, tagsOf(xml)]));
  const part = (name: string): readonly XmlTag[] => tags[`word/${name}.xml`] ?? [];
  const all = (name: string, tag: string): readonly Attributes[] => namedTags(part(name), tag);
  const values = (name: string, tag: string, key: string) => all(name, tag).map((attributes) => attributes[key]);

  for (const text of ['document', 'footnotes']) {
    for (const style of ['w:pStyle', 'w:rStyle'])
      for (const used of values(text, style, 'w:val')) expect(values('styles', 'w:style', 'w:styleId')).toContain(used);
    for (const used of values(text, 'w:numId', 'w:val')) expect(values('numbering', 'w:num', 'w:numId')).toContain(used);
    checkLinks(all(text, 'w:hyperlink'), namedTags(tags[`word/_rels/${text}.xml.rels`] ?? [], 'Relationship'), values);
  }
  for (const used of values('document', 'w:footnoteReference', 'w:id')) expect(values('footnotes', 'w:footnote', 'w:id')).toContain(used);
  checkRevisions(part('document'));
  for (const { name, path } of part('document')) if (name === 'w:tc') expect(path.at(-1)).toBe('w:tr');
  for (const mark of ['w:commentRangeStart', 'w:commentRangeEnd', 'w:commentReference'])
    expect(values('document', mark, 'w:id')).toEqual(values('comments', 'w:comment', 'w:id'));
}

function checkRevisions(body: readonly XmlTag[]): void {
  const revisions = body.filter(({ name }) => name === 'w:ins' || name === 'w:del');
  const ids = revisions.map(({ attributes }) => attributes['w:id']);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { attributes } of revisions) {
    expect(attributes['w:author']).not.toBe('');
    expect(attributes['w:date']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  }
  for (const { name, path } of body) {
    if (name === 'w:delText') expect(path).toContain('w:del');
    if (name === 'w:t') expect(path).not.toContain('w:del');
  }
}

/** Each link leads to a place of the text, or out of it by a relationship of its own with an address that may be followed. */
function checkLinks(
  links: readonly Attributes[],
  relations: readonly Attributes[],
  values: (name: string, tag: string, key: string) => readonly (string | undefined)[],
): void {
  const places = values('document', 'w:bookmarkStart', 'w:name');
  expect(new Set(places).size).toBe(places.length);
  for (const { TargetMode: mode, Target: target } of relations) if (mode === 'External') expect(target).toMatch(/^(?:https?:|mailto:)/i);
  const known = new Map(relations.map((relation) => [relation.Id, relation]));
  const used = links.flatMap(({ 'r:id': id }) => (id === undefined ? [] : [id]));
  expect(new Set(used).size).toBe(used.length);
  for (const id of used) expect(known.get(id)).toMatchObject({ TargetMode: 'External' });
  for (const { 'w:anchor': anchor } of links) if (anchor !== undefined) expect(places).toContain(anchor);
}
