// Rules between fields of the front matter: what an approval needs, what must follow what, which names are known.
import type { Fields } from './fields.ts';
import { knownAudiences, knownChannels, knownForces, knownTopics } from './known.ts';
import type { GuideMeta } from './model.ts';
import { quote, type Report } from './problem.ts';

// The model of 2010: four or five web managers a channel, each from another force.
const forcesWanted = { least: 4, most: 5 } as const;

/** Reports, and in lenient mode takes back what cannot stand: nobody's file can claim an approval it does not show. */
export function checkMeta(meta: GuideMeta, fields: Fields, strict: boolean, report: Report): GuideMeta {
  const bad = strict ? 'error' : 'warning';
  let approvable = true;
  const refuse = (field: string, message: string) => {
    approvable = false;
    report(bad, 'approval', fields.line(field), message, field);
  };
  if (meta.status === 'approved') {
    if (meta.approved === null) refuse('approved', 'An approved guide needs the date in "approved".');
    if (meta.approvedBy === null) refuse('approved_by', 'An approved guide needs the body or role in "approved_by".');
    if (meta.forces.length === 0) refuse('forces', 'An approved guide needs at least one force in "forces".');
    if (!(Number.parseFloat(meta.version) >= 1)) refuse('version', 'An approved guide needs a version of 1.0 or above.');
    if (meta.confidence === 'unverified' && typeof meta.extra.override_note !== 'string') {
      refuse('confidence', 'An unverified guide cannot be approved without an "override_note".');
    }
  }
  if (!/^\d{1,4}(?:\.\d{1,4}){0,2}$/.test(meta.version)) {
    report(bad, 'field-value', fields.line('version'), `"version" must be a number such as 0.1, not ${quote(meta.version)}.`, 'version');
  }
  const after = (field: string, later: string | null, earlier: string | null, than: string) => {
    if (later !== null && earlier !== null && later < earlier) {
      report(bad, 'date-order', fields.line(field), `"${field}" is before "${than}".`, field);
    }
  };
  if (meta.reviewBy !== null && meta.approved !== null && meta.reviewBy <= meta.approved) {
    report(bad, 'date-order', fields.line('review_by'), '"review_by" must be after "approved".', 'review_by');
  }
  after('updated', meta.updated, meta.created, 'created');
  after('consultation', meta.consultation.closes, meta.consultation.opens, 'consultation.opens');
  if (strict) checkNames(meta, fields, report);
  return approvable ? meta : { ...meta, status: strict ? meta.status : 'draft' };
}

function checkNames(meta: GuideMeta, fields: Fields, report: Report): void {
  const known = (field: string, values: readonly string[], list: readonly string[]) => {
    for (const value of values.filter((name) => !list.includes(name))) {
      report('warning', 'name-unknown', fields.line(field), `${quote(value)} is not a known ${field.replace(/s$/, '')}.`, field);
    }
  };
  known('channel', [meta.channel], knownChannels);
  known('topic', [meta.topic], knownTopics);
  known('audience', meta.audience, knownAudiences);
  known('forces', meta.forces, knownForces);
  if (meta.workingGroup.leadForce !== null) known('working_group', [meta.workingGroup.leadForce], knownForces);
  if (meta.forces.length > 0 && (meta.forces.length < forcesWanted.least || meta.forces.length > forcesWanted.most)) {
    report('hint', 'forces-count', fields.line('forces'), 'A working group has four or five forces.', 'forces');
  }
  const ids = meta.sources.map((source) => source.id);
  meta.sources.forEach((source, index) => {
    const name = `sources[${index + 1}]`;
    if (source.id === '' || source.title === '')
      report('error', 'source', fields.line('sources'), `${name} needs an id and a title.`, 'sources');
    else if (ids.indexOf(source.id) !== index)
      report('error', 'source', fields.line('sources'), `Two sources are called ${quote(source.id)}.`, 'sources');
    if (source.mark === null) report('warning', 'source', fields.line('sources'), `${name} has no mark (A, B, C or T).`, 'sources');
    if (source.url !== null && !/^https?:\/\/[^\s"'<>\\]+$/.test(source.url)) {
      report('error', 'source', fields.line('sources'), `The address of ${name} must begin with https://.`, 'sources');
    }
  });
}
