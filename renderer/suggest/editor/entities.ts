// The named characters of html that programs write to the clipboard; numbers are all read. An unknown name stays as it is.
const names: Readonly<Record<string, string>> = {
  ...{
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    pound: '£',
    euro: '€',
    cent: '¢',
    yen: '¥',
    sect: '§',
    copy: '©',
    reg: '®',
  },
  ...{
    trade: '™',
    deg: '°',
    plusmn: '±',
    times: '×',
    divide: '÷',
    frac12: '½',
    frac14: '¼',
    frac34: '¾',
    micro: 'µ',
    para: '¶',
    middot: '·',
  },
  ...{
    ndash: '–',
    mdash: '—',
    lsquo: '‘',
    rsquo: '’',
    sbquo: '‚',
    ldquo: '“',
    rdquo: '”',
    bdquo: '„',
    laquo: '«',
    raquo: '»',
    hellip: '…',
  },
  ...{
    bull: '•',
    dagger: '†',
    permil: '‰',
    prime: '′',
    larr: '←',
    rarr: '→',
    uarr: '↑',
    darr: '↓',
    hearts: '♥',
    ensp: ' ',
    emsp: ' ',
    thinsp: ' ',
  },
  ...{
    agrave: 'à',
    aacute: 'á',
    acirc: 'â',
    atilde: 'ã',
    auml: 'ä',
    aring: 'å',
    aelig: 'æ',
    ccedil: 'ç',
    egrave: 'è',
    eacute: 'é',
    ecirc: 'ê',
    euml: 'ë',
  },
  ...{
    igrave: 'ì',
    iacute: 'í',
    icirc: 'î',
    iuml: 'ï',
    ntilde: 'ñ',
    ograve: 'ò',
    oacute: 'ó',
    ocirc: 'ô',
    otilde: 'õ',
    ouml: 'ö',
    oslash: 'ø',
  },
  ...{
    ugrave: 'ù',
    uacute: 'ú',
    ucirc: 'û',
    uuml: 'ü',
    yacute: 'ý',
    yuml: 'ÿ',
    szlig: 'ß',
    wcirc: 'ŵ',
    ycirc: 'ŷ',
    shy: '',
    zwnj: '',
    zwj: '',
  },
};

const highest = 0x10ffff;

export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,30}));/gi, (whole, decimal: string, hex: string, name: string) => {
    if (name !== undefined)
      return (
        names[name] ?? (names[name.toLowerCase()] && /^[A-Z]/.test(name) ? (names[name.toLowerCase()] as string).toUpperCase() : whole)
      );
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= highest && !(code >= 0xd800 && code <= 0xdfff) && code > 0 ? String.fromCodePoint(code) : '';
  });
}
