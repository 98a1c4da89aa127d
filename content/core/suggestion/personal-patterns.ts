// What looks like somebody's personal data, rule by rule. A rule is a pattern and a second look; together they are meant
// for words that an author adds in a hurry, and to be quiet on guidance: services' numbers and mailboxes are nobody's.

export type PersonalKind =
  | 'phone'
  | 'email'
  | 'collar-number'
  | 'crime-reference'
  | 'national-insurance'
  | 'vehicle'
  | 'address'
  | 'birth-date'
  | 'name';

export interface Rule {
  readonly kind: PersonalKind;
  /** With `g` and `d`; the group `is` is what is found, or the whole match. Every repetition in it is bounded. */
  readonly pattern: RegExp;
  readonly holds?: (found: string, match: RegExpExecArray) => boolean;
}

const months =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const day = String.raw`(?:\d{1,2}[./ -]\d{1,2}[./ -](?:\d{4}|\d{2})|\d{4}-\d\d-\d\d|\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?(?:${months})\.?,?\s(?:\d{4}|\d{2})|(?:${months})\s\d{1,2},?\s\d{4})`;

/** Ranks that are nothing else, and short ones that are many things: those count in capitals only. */
const longRanks =
  '(?:detective |temporary |acting |special |police |deputy |assistant |chief ){0,2}(?:constable|sergeant|inspector|superintendent|commander|commissioner|sgt|insp|supt)|ch\\.? ?insp|ch\\.? ?supt';
const shortRanks =
  'Pc|Dc|Ds|Dci|Pcso|PC|WPC|PS|DC|DS|DI|DCI|DSU|DCS|TDC|T/DC|A/PS|T/PS|T/DS|A/DS|A/Sgt|T/Sgt|A/Insp|T/Insp|SC|PCSO|CSO|ACC|DCC';

/** Of mailboxes that a team reads: all parts of the name before the sign are of these. */
const teamWords = new Set(
  `admin administrator accessibility accounts advice alerts appeals business careers central centre comms communications community complaints
  contact contacts contactus control corporate crime customer customerservice customerservices data dataprotection department desk digital
  disclosure diversity dpo duty editor editors email emergency engagement enquiries enquiry equality events everyone feedback foi force forms
  freedom fraud general group hate head hello help helpdesk helpline hotline hr incident info information inquiries inquiry intelligence internet
  it jobs legal licensing list mail mailbox marketing media membership national neighbourhood news newsdesk newsletter noreply no reply non
  office officer online operations partnership pcc police policy post postmaster press pressoffice privacy procurement professional project
  protection public publications publicaffairs recruitment registry report reporting reports requests research response safeguarding safety sales
  schools secretariat security service services social socialmedia staff standards studio support supportdesk survey team teams tech technical
  test testing traffic training twitter user users ux victim victims vetting volunteer web webinfo webmaster website webteam welfare work your you
  name firstname lastname surname first last forename someone example sample me my yourname youremail address hostmaster abuse subscribe
  unsubscribe talent academy performance approval search experience challenge registrar participate listserv program programs requests site sites content design api developer dev open opendata gov uk us`.split(
    /\s+/,
  ),
);

const isPerson = (address: string): boolean => {
  const [name = '', domain = ''] = address.toLowerCase().split('@');
  // RFC 2606 keeps these for examples.
  if (/(?:^|\.)(?:example\.(?:com|org|net)|example|test|invalid|localhost)$/.test(domain)) return false;
  // A number for a name is an officer's.
  if (/\d{4}/.test(name)) return true;
  const labels = domain.split('.');
  const parts = name.split(/[._+-]|\d+/).filter((part) => part.length > 1);
  return parts.some((part) => !labels.includes(part) && !isOfTeam(part));
};

/** Also written in one: `pressoffice`. */
function isOfTeam(part: string): boolean {
  if (teamWords.has(part) || teamWords.has(part.replace(/s$/, ''))) return true;
  // Shorter ones are found in many names.
  for (let at = 4; at <= part.length - 2; at++) if (teamWords.has(part.slice(0, at)) && isOfTeam(part.slice(at))) return true;
  return false;
}

/**
 * Numbers of the national plan that belong to people or desks: 01, 02, 07. Not 03, 08, 09, 116 and short codes, which are
 * services, and not the ranges that Ofcom keeps for drama.
 */
function isPrivateNumber(found: string): boolean {
  const national = found.replace(/\D/g, '').replace(/^(?:0044|44)?0?/, '');
  if (!/^(?:[12]\d{8,9}|7\d{9})$/.test(national)) return false;
  return !/^(?:7700900|1632960|20794600?|1(?:13|14|15|16|17|18|21|31|41|51|61)4960|2890180|2920180|1914980)/.test(national);
}

/** Words that follow a rank and are no name. */
const noNames = new Set(
  `Police Community Support Officer Officers Constable Constables Sergeant Inspector Superintendent Federation Association Council Chief General
  Degree Apprenticeship Programme Program Pathway Entry Scheme Role Rank Grade Team Teams Unit Station Service Services Department Force Area
  Online Digital Social Media Facebook Twitter Instagram Youtube WhatsApp TikTok Windows World Gamer Mag Magazine Mac Linux Users User Guide
  And Or The If In On At To For Of By With From When Where What Who How Why This That These Those There You Your We Our They It Is Are Was
  Must Should May Can Will Not No Yes Only All Any Some Each See Read Use Then Also But Before After Date Dates Name Number Numbers Notice
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September October November December
  Act Code Section Schedule Part Order Regulations Bill Public Health Government Mayor Metro Office Phone Email Contact Web Site Page Pages
  Justice Speaker President Chair Chairman Secretary Minister Director Editor Judge Right Left New Old Other Local National International
  Major First Second Third Professional Standards Learning Development Training Handbook Manual Policy Procedure Guidance Badge Collar Warrant`.split(
    /\s+/,
  ),
);
const isName = (_: string, match: RegExpExecArray): boolean => {
  const words = (match.groups?.name ?? '').split(/[\s.]+/).filter((word) => word.length > 1);
  return words.length > 0 && words.every((word) => !noNames.has(word) && !/^[A-Z]{3,}$/.test(word));
};

const name = String.raw`(?<name>(?:[A-Z]\.? ?){0,2}(?:(?:O['’]|M(?:a)?c|D['’]|[Dd]e |[Vv]an )?\p{Lu}\p{Ll}{1,20})(?:-\p{Lu}\p{Ll}{1,20})?(?: \p{Lu}['’]?\p{L}{1,20}(?:-\p{Lu}\p{Ll}{1,20})?)?)`;

const streets =
  'street|st|road|rd|avenue|ave|lane|ln|close|drive|way|court|crescent|gardens|grove|place|terrace|square|hill|park|row|walk|mews|green|rise|view|parade|house|villas?|broadway|france|strand|embankment|quay|wharf|yard';
const postcode = String.raw`[A-Z]{1,2}\d[A-Z\d]?\s?\d[ABD-HJLNP-UW-Z]{2}\b`;

export const rules: readonly Rule[] = [
  {
    kind: 'email',
    pattern: /[a-z0-9][a-z0-9._%+'-]{0,63}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,4}\.[a-z]{2,24}\b/dgi,
    holds: isPerson,
  },
  {
    kind: 'national-insurance',
    // HMRC NIM39110: which letters there are, and which pairs never are.
    pattern: /\b(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/dgi,
  },
  {
    kind: 'phone',
    pattern: /(?<![\w+/=.%&#@-])(?:(?:\+|00)44[ -]?(?:\(0\)[ -]?)?|\(?0)(?:\d[ )(-]{0,2}){8,9}\d(?![\w/=%-]|\.\d)/dg,
    holds: isPrivateNumber,
  },
  {
    kind: 'birth-date',
    pattern: new RegExp(
      String.raw`\b(?:born(?: on)?|d\.?o\.?b\.?|date of birth|birth ?date|birthday)(?: is| was)?[\s:(–-]{1,4}(?<is>${day})`,
      'dgi',
    ),
  },
  {
    kind: 'crime-reference',
    pattern:
      /\b(?:crime|incident|occurrence|custody|investigation|case|niche|storm|CAD|URN)[\s-]{1,2}(?:(?:record|report|reference|ref|number|no|num|nr|log)\b\.?[\s:#-]{0,3}){1,3}(?:is |was )?(?<is>(?:[A-Z0-9]{1,10}[/-]){0,4}[A-Z0-9]{0,6}\d{3,12}(?:[/-][A-Z0-9]{1,8}){0,3})\b/dgi,
    holds: (found) => (found.match(/\d/g) ?? []).length >= 4,
  },
  {
    kind: 'crime-reference',
    // As forces write them: 1234567/26, 46/123456/26, CRI/06AB/0001234/26. Years (2025/26) and laws (2016/679) are shorter.
    pattern: /(?<![\w/.-])(?:[A-Z]{1,4}\/(?:[A-Z0-9]{1,5}\/)?\d{4,8}|\d{2}[A-Z]{0,2}\/\d{4,8}|\d{5,8})\/\d{2}(?:\d{2})?(?![\w/-])/dg,
  },
  { kind: 'crime-reference', pattern: /\b(?:CAD|log|incident) (?<is>\d{2,5} (?:of|dated) \d{1,2}(?:st|nd|rd|th)?\b)/dgi },
  { kind: 'crime-reference', pattern: /\bCAD (?<is>\d{3,5}(?:\/\d{1,2}[A-Z]{3}\d{0,4})?)\b(?![,.]\d)/dg },
  {
    kind: 'collar-number',
    pattern:
      /\b(?:collar|warrant|shoulder|epaulette?)(?: card)?(?: (?:numbers?|num|nos?)\b\.?)?(?: (?:is|was))?[\s:#]{1,3}(?<is>[A-Z]{0,3}\d{2,7}[A-Z]{0,2})\b/dgi,
  },
  {
    kind: 'collar-number',
    pattern: new RegExp(
      String.raw`\b(?<!Washington,? )(?:${shortRanks})[ #]{1,2}(?<is>(?:[A-Z]{1,2} ?)?\d{2,6}[A-Z]{0,2})\b(?![.,:/-]\d)`,
      'dg',
    ),
  },
  {
    kind: 'collar-number',
    pattern: new RegExp(
      String.raw`\b(?:${longRanks}) (?:(?:no|number|num)\b\.? ?)?#?(?<is>[A-Z]{0,2}\d{2,6}[A-Z]{0,2})\b(?![.,:/-]\d)`,
      'dgi',
    ),
  },
  {
    kind: 'vehicle',
    // Since 2001: area, age, three letters; neither I nor Q in them.
    pattern: /(?<![\w/-])[A-HJ-PR-Y][A-HJ-PR-Y](?:0[2-9]|[1-2]\d|5[1-9]|[67]\d) ?[A-HJ-PR-Z]{3}(?![\w/-])/dg,
  },
  {
    kind: 'vehicle',
    // Older and Northern Irish ones look like road numbers and abbreviations: only after a word that says what they are.
    pattern:
      /\b(?:registration|reg|vrm|vrn|number plate|index)(?: (?:number|no|plate|mark)\b\.?)?(?: (?:is|was))?[\s:]{1,3}(?<is>(?:[A-Z] ?\d{1,3} ?[A-Z]{3}|[A-Z]{3} ?\d{1,4}(?: ?[A-Z])?|[A-Z]{2}\d{2} ?[A-Z]{3}))\b/dgi,
    holds: (found) => /\d/.test(found) && /^[A-Z0-9 ]+$/.test(found),
  },
  {
    kind: 'address',
    pattern: new RegExp(
      String.raw`(?<![\w.,£$/:-])(?:(?:[Ff]lat|[Aa]partment|[Uu]nit) \w{1,4},? )?\d{1,4}[A-Za-z]?,? (?:${postcode}|\p{Lu}(?:[^;:!?\n]|\n(?!\n)){3,90}?\b${postcode})`,
      'dgu',
    ),
  },
  {
    kind: 'address',
    pattern: new RegExp(
      String.raw`\b(?:lives? at|living at|home address(?: is)?|address is|resident (?:at|of))[\s:]{1,3}(?<is>\d{1,4}[A-Za-z]?,? (?:[\p{L}'’-]{1,20} ){1,3}(?:${streets})\b)`,
      'dgiu',
    ),
  },
  {
    kind: 'name',
    pattern: new RegExp(String.raw`\b(?<!Washington,? )(?:${shortRanks})\.? (?:[A-Z]{0,2}\d{1,6} )?${name}\b`, 'dgu'),
    holds: isName,
  },
  { kind: 'name', pattern: new RegExp(String.raw`\b(?:${capitals(longRanks)})\.? (?:\d{1,6} )?${name}\b`, 'dgu'), holds: isName },
  { kind: 'name', pattern: new RegExp(String.raw`\b(?:Mr|Mrs|Ms|Miss|Mx)\.? ${name}\b`, 'dgu'), holds: isName },
];

/** In either case of first letters: a name is told by its own capital, so the rest cannot pass over case. */
function capitals(words: string): string {
  return words.replace(/\b([a-z])(?=[a-z])/g, (letter) => `[${letter.toUpperCase()}${letter}]`);
}
