// In the page: whether the words of its blocks are those of core/guide, and whether places go there and back. Text, since
// it runs in the page; `places` are the exports of renderer/notes/page-places.tsx.

export interface ProbedGuide {
  /** Blocks whose words on the page are others: the id, what the page has, what core/guide has. */
  readonly others: readonly (readonly [string, string, string])[];
  /** Passages that came back as others, as text. */
  readonly strayed: readonly string[];
  readonly passages: number;
}

/** `probe(article, expected, ids, seed, rounds)` is a ProbedGuide. */
export const probe = `(article, expected, ids, seed, rounds) => {
  const { textOfBlock, blocksOn, passageOf, rangesOf } = globalThis.places;
  const { byId } = blocksOn(article);
  const others = [];
  const strayed = [];
  let passages = 0;
  ids.forEach((id, at) => {
    const text = byId.get(id) ? textOfBlock(byId.get(id)).text : '(no element)';
    if (text !== expected[at]) others.push([id, text, expected[at]]);
  });
  let state = seed;
  const random = (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  // The letters that a passage may begin or end with; a picture's words are all of it or nothing.
  const first = (block, at) => {
    const { text, runs } = textOfBlock(byId.get(ids[block]));
    const run = runs.find((one) => one.at <= at && at < one.at + one.length);
    return run !== undefined && /\\S/.test(text[at]) && (!run.whole || at === run.at);
  };
  const last = (block, at) => {
    const { text, runs } = textOfBlock(byId.get(ids[block]));
    const run = runs.find((one) => one.at <= at && at < one.at + one.length);
    return run !== undefined && /\\S/.test(text[at]) && (!run.whole || at === run.at + run.length - 1);
  };
  const full = ids.map((_, at) => at).filter((at) => expected[at] !== '' && byId.has(ids[at]));
  for (let round = 0; full.length > 0 && round < rounds; round++) {
    const one = random(full.length);
    // Every third passage runs over several blocks.
    const two = round % 3 === 0 ? Math.min(full.length - 1, one + random(4)) : one;
    const [from, to] = [full[one], full[two]];
    const start = random(expected[from].length);
    const end = from === to ? start + random(expected[to].length - start) : random(expected[to].length);
    if (!first(from, start) || !last(to, end)) continue;
    passages++;
    const parts = [];
    for (let at = from; at <= to; at++) {
      if (expected[at] === '') continue;
      parts.push({ block: ids[at], from: at === from ? start : 0, to: at === to ? end + 1 : expected[at].length });
    }
    const ranges = rangesOf(parts, article);
    if (ranges.some((range) => range.cloneContents().querySelector('[data-not-text]'))) strayed.push('over what is no text: ' + JSON.stringify(parts));
    const whole = document.createRange();
    whole.setStart(ranges[0].startContainer, ranges[0].startOffset);
    whole.setEnd(ranges.at(-1).endContainer, ranges.at(-1).endOffset);
    const back = passageOf(whole, article);
    const wanted = { start: { block: ids[from], offset: start }, end: { block: ids[to], offset: end + 1 } };
    if (JSON.stringify(back) !== JSON.stringify(wanted)) strayed.push(JSON.stringify(wanted) + ' came back as ' + JSON.stringify(back));
  }
  return { others, strayed, passages };
}`;
