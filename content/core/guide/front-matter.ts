// Front matter -> GuideMeta. Two modes: `strict` for our own guides (what is missing is an error) and `lenient`
// for folders that nobody here wrote (what is missing is filled from the file, and said). Unknown keys are kept.
import { type GuideId, isGuideId } from '../base/ids.ts';
import { addMonths, dayOf, monthsOf } from './day.ts';
import { type Fields, fieldsOf } from './fields.ts';
import { looseFields } from './loose-fields.ts';
import { checkMeta } from './meta-rules.ts';
import type { Confidence, GuideChange, GuideMeta, GuideSource, GuideStatus, Problem, SourceMark } from './model.ts';
import { idFromPath, shorten, titleFromPath } from './names-from-path.ts';
import { collectProblems, quote, type Report } from './problem.ts';
import { type SplitSource, splitSource } from './split.ts';
import { plainValue, readYaml, type YamlMap } from './yaml-tree.ts';

export type ParseMode = 'strict' | 'lenient';

export interface FrontMatterOptions {
  readonly mode?: ParseMode;
  /** Heading and first paragraph of the body, used in lenient mode where the front matter has none. */
  readonly firstHeading?: string | null;
  readonly firstText?: string | null;
}

const statuses: readonly GuideStatus[] = ['draft', 'consultation', 'approved', 'withdrawn'];
const confidences: readonly Confidence[] = ['official', 'mixed', 'unverified'];
const marks: readonly SourceMark[] = ['A', 'B', 'C', 'T'];

/** Most characters of a summary: it must fit two lines of a list. */
export const summaryLength = 160;

/** @param file path as it is to be named in problems. Never throws; `meta` is complete in either mode. */
export function parseFrontMatter(
  source: string,
  file: string,
  options: FrontMatterOptions = {},
): { readonly meta: GuideMeta; readonly problems: readonly Problem[]; readonly split: SplitSource } {
  const split = splitSource(source);
  const problems = collectProblems(file);
  const meta = readMeta(split, file, options, problems.report);
  return { meta, problems: problems.list(), split };
}

/** The same, with the problems going where the caller collects them. */
export function readMeta(split: SplitSource, file: string, options: FrontMatterOptions, report: Report): GuideMeta {
  const strict = options.mode !== 'lenient';
  const bad = strict ? 'error' : 'warning';
  const fields = fieldsOf(frontFields(split, strict, report), bad, report, '', split.frontLine);
  const filled: string[] = [];
  /** What is missing is an error of our own guides; for imports one line names all that was filled in. */
  const missing = (key: string, message = `"${key}" is missing.`) => {
    if (strict) report('error', 'field-missing', fields.line(key), message, key);
    else filled.push(key);
  };
  const need = (key: string, found: string | null, fallback: string): string => {
    if (found === null) missing(key);
    return found ?? fallback;
  };
  const id = readId(fields, file, strict, report, missing);
  const heading = options.firstHeading ?? null;
  const title = fields.text('title') ?? (strict ? null : (fields.text('page_title') ?? fields.text('display_name')));
  const group = fields.map('working_group');
  const summaryWritten = fields.text('summary') ?? (strict ? null : (fields.text('description') ?? fields.text('deck')));
  const summary = need('summary', summaryWritten, strict ? '' : shorten(options.firstText ?? '', summaryLength));
  if (summary.length > summaryLength) {
    report('warning', 'summary-long', fields.line('summary'), `"summary" is longer than ${summaryLength} characters.`, 'summary');
  }
  const reviewBy = fields.day('review_by') ?? (strict ? null : foreignReview(fields));
  if (reviewBy === null && !fields.has('review_by') && !fields.has('imported_from')) {
    missing('review_by', '"review_by" is missing: nobody will be told when this is due.');
  }
  const updated = fields.day('updated') ?? (strict ? null : dayOf(fields.text('last_reviewed_on') ?? fields.text('date') ?? ''));
  const consultation = fields.map('consultation');
  const meta: GuideMeta = {
    id,
    title: need('title', title, heading ?? titleFromPath(file)),
    summary: strict ? summary : shorten(summary, summaryLength),
    pack: need('pack', fields.text('pack'), 'imported'),
    channel: need('channel', fields.text('channel'), 'all'),
    topic: need('topic', fields.text('topic'), 'use'),
    audience: fields.texts('audience'),
    workingGroup: { name: need('working_group.name', group.text('name'), 'No working group named'), leadForce: group.text('lead_force') },
    forces: fields.texts('forces'),
    partners: fields.texts('partners'),
    status: fields.oneOf('status', statuses) ?? draftUnlessSaid(fields, missing),
    version: need('version', fields.text('version'), '0.1'),
    created: fields.day('created'),
    updated,
    consultation: { opens: consultation.day('opens'), closes: consultation.day('closes') },
    approved: fields.day('approved'),
    approvedBy: fields.text('approved_by'),
    reviewBy,
    supersedes: ids(fields, 'supersedes', bad, report),
    supersededBy: ids(fields, 'superseded_by', bad, report)[0] ?? null,
    related: ids(fields, 'related', bad, report),
    lang: language(fields, bad, report),
    translationOf: ids(fields, 'translation_of', bad, report)[0] ?? null,
    licence: fields.text('licence') ?? fields.text('license'),
    confidence: fields.oneOf('confidence', confidences) ?? 'unverified',
    sources: fields.maps('sources').map(readSource),
    changes: fields.maps('changes').flatMap(readChange),
    extra: Object.fromEntries(fields.unread().map((key) => [key, plainValue(fields.raw(key) ?? { kind: 'none', line: 0 })])),
  };
  if (filled.length > 0) report('hint', 'front-matter-filled', 1, `Not in the front matter, filled in: ${filled.join(', ')}.`);
  return checkMeta(meta, fields, strict, report);
}

function frontFields(split: SplitSource, strict: boolean, report: Report): YamlMap | null {
  const bad = strict ? 'error' : 'warning';
  if (split.unclosed !== null) {
    report(bad, 'front-matter-open', split.unclosed, 'The front matter is never closed: a line with --- is missing.');
    return null;
  }
  if (split.kind === 'none') {
    report(bad, 'front-matter-missing', 1, 'There is no front matter between --- lines at the top of the file.');
    return null;
  }
  if (split.kind === 'toml') {
    report(bad, 'front-matter-toml', split.frontLine, 'Front matter must be YAML between --- lines, not TOML.');
    return looseFields(split);
  }
  let broken = false;
  const tree = readYaml(split.front, split.frontLine, bad, (severity, rule, ...rest) => {
    broken ||= rule.startsWith('yaml') && rule !== 'yaml-duplicate-key';
    report(severity, rule, ...rest);
  });
  const map = tree?.kind === 'map' ? tree : null;
  if (tree && map === null && tree.kind !== 'none') {
    report(bad, 'front-matter-shape', split.frontLine, 'Front matter must be keys with values.');
  }
  if (!broken || strict) return map;
  // A quotation mark too few makes the parser swallow the keys that follow; read line by line they are still there.
  const loose = looseFields(split);
  return { ...loose, entries: new Map([...(map?.entries ?? []), ...loose.entries]) };
}

function readId(fields: Fields, file: string, strict: boolean, report: Report, missing: (key: string) => void): GuideId {
  const written = fields.text('id');
  if (written !== null && isGuideId(written)) return written;
  if (written === null) missing('id');
  else {
    const message = `"id" must be lower-case words joined by hyphens, not ${quote(written)}.`;
    report(strict ? 'error' : 'warning', 'field-value', fields.line('id'), message, 'id');
  }
  const slug = strict ? null : fields.text('slug');
  return slug !== null && isGuideId(slug) ? slug : idFromPath(file);
}

function draftUnlessSaid(fields: Fields, missing: (key: string, message: string) => void): GuideStatus {
  if (!fields.has('status')) missing('status', '"status" is missing; it counts as draft.');
  return 'draft';
}

/** Other houses' ways to say when a page is due: `expirydate`, or `last_reviewed_on` with `review_in`. */
function foreignReview(fields: Fields): string | null {
  const expires = dayOf(fields.text('expirydate') ?? '');
  const seen = dayOf(fields.text('last_reviewed_on') ?? '');
  const months = monthsOf(fields.text('review_in') ?? '');
  return expires ?? (seen !== null && months !== null ? addMonths(seen, months) : null);
}

function ids(fields: Fields, key: string, bad: 'error' | 'warning', report: Report): readonly GuideId[] {
  return fields.texts(key).flatMap((text) => {
    if (isGuideId(text)) return [text];
    report(bad, 'field-value', fields.line(key), `"${key}" must name guides by their id, not ${quote(text)}.`, key);
    return [];
  });
}

function language(fields: Fields, bad: 'error' | 'warning', report: Report): string {
  const written = fields.text('lang');
  if (written === null || /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(written)) return written ?? 'en-GB';
  report(bad, 'field-value', fields.line('lang'), `"lang" must be a language such as en-GB or cy, not ${quote(written)}.`, 'lang');
  return 'en-GB';
}

function readSource(fields: Fields): GuideSource {
  const written = fields.text('mark')?.toUpperCase();
  return {
    id: fields.text('id') ?? '',
    title: fields.text('title') ?? '',
    publisher: fields.text('publisher') ?? '',
    url: fields.text('url'),
    date: fields.text('date'),
    seen: fields.text('seen'),
    mark: marks.find((mark) => mark === written) ?? null,
  };
}

function readChange(fields: Fields): GuideChange[] {
  const [version, date, note] = [fields.text('version'), fields.day('date'), fields.text('note')];
  return version === null || date === null ? [] : [{ version, date, note: note ?? '' }];
}
