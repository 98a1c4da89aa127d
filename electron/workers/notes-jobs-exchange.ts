// Jobs for the folder that several PCs of one person share: what is kept here, and taking in what another PC has.
import { mergeRecords } from '../../content/core/annotation/merge.ts';
import { isDeleted, type NoteRecord } from '../../content/core/annotation/model.ts';
import { sha256 } from '../../content/node/hash.ts';
import type { NoteJob, NoteJobs } from './notes-context.ts';
import { notesOf } from './notes-show.ts';

const guides: NoteJob<'guides'> = (_request, { store }) => store.guides();

const records: NoteJob<'records'> = async ({ guide }, { store }) => {
  const { records, isReadOnly } = await store.read(guide);
  return { records, readOnly: isReadOnly };
};

const merge: NoteJob<'merge'> = async ({ guide, records: theirs }, context) => {
  const { store, texts } = context;
  const mine = await store.read(guide);
  const join = (records: readonly NoteRecord[]) => mergeRecords(records, theirs, sha256);
  // Most exchanges bring nothing new: then nothing is written.
  const joined = join(mine.records);
  if (joined.length === mine.records.length && joined.every((record, at) => record === mine.records[at])) return { changed: false };
  const newest = await texts.newest(guide);
  const place = newest && (await texts.placer(guide, newest, notesOf([...mine.records, ...theirs])));
  await store.change(guide, (records) => join(records).map((record) => (place && !isDeleted(record) ? place(record).note : record)));
  await context.changed([guide]);
  return { changed: true };
};

export const exchangeJobs = { guides, records, merge } satisfies Partial<NoteJobs>;
