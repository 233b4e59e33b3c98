/* Search in the browser, without the page: words as outlets/search/words.py has them, lists of units, order of results.
   `portalSearch.open(folder, load)` gives an engine; `load(address)` promises parsed JSON. */
"use strict";
(() => {
  const WORD = /[0-9]+|[\p{L}\p{No}\p{Nl}]+/gu;
  const HIDDEN = /[\u200b-\u200f\u2060\ufeff]/g;
  const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
  const LONGEST = 300, MOST_WORDS = 12, SHORT = 3, FEW = 3, NEAREST = 10, MOST_PAIRS = 8;
  /* Worth of a word by where it stands: body (once, twice, often), aside, summary, title, name. */
  const WORTH = [1, 1.4, 1.8, 2.5, 4, 7, 10];
  const PAIR = 1.6, OVER = 0.35, OTHER_TONE = 0.35, OTHER_WORD = 0.15, NO_MARKS = 0.8, ENOUGH = 1 / 3, TOGETHER = 1 / 3;
  /* In a long question these words may be missing, and their long lists are not read. */
  const SMALL = new Set(("toi minh nha gia dinh co duoc khong thi la ma o dau nao gi sao lam the nhu de cho cua va voi ve " +
    "bi cac nhung cai khi bao nhieu lau can phai muon xin ai hoi nay do dc ko k").split(" "));

  const isSmall = (word, words) => words.length > SHORT && SMALL.has(word.bare) && words.some(other => !SMALL.has(other.bare));

  const SIGNS = {};
  let signs = 0;
  for (let code = 33; code < 127; code++) {
    if (!'"\\'.includes(String.fromCharCode(code))) SIGNS[code] = signs++;
  }

  const bareForm = exact => exact.normalize("NFD").toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/[đðɖ]/g, "d");

  function exactForm(word) {
    if (/^[0-9]/.test(word)) return word.replace(/^0+/, "") || "0";
    const parts = word.normalize("NFD");
    const letters = parts.replace(TONES, "").normalize("NFC").replace(/^([hklmst]|qu)y$/, "$1i");
    return letters + (parts.match(TONES) || []).join("");
  }

  function findWords(text) {
    return (text.replace(HIDDEN, "").normalize("NFC").toLowerCase().match(WORD) || []).map(word => {
      const exact = exactForm(word);
      return { exact, bare: bareForm(exact) };
    });
  }

  /* How well a form in the texts fits a typed word, 0.15 to 1: without marks any marking is meant. */
  function fit(typed, form, isMarked) {
    if (form === typed.exact) return 1;
    if (typed.exact === typed.bare) return isMarked ? NO_MARKS : 1;
    return form.replace(TONES, "") === typed.exact.replace(TONES, "") ? OTHER_TONE : OTHER_WORD;
  }

  /* Read a list as outlets/search/postings.py writes it. */
  function visit(list, see) {
    let unit = -1, high = 0;
    for (let i = 0; i < list.length; i++) {
      const value = SIGNS[list.charCodeAt(i)];
      if (value >= 64) {
        high = high * 26 + value - 64;
      } else {
        unit += high * 8 + (value >> 3) + 1;
        high = 0;
        see(unit, value & 7);
      }
    }
  }

  /* What was typed: words, and which stretches of them have other names ("bhyt" for "bảo hiểm y tế"). */
  function parse(text, synonyms) {
    const words = findWords(text.slice(0, LONGEST)).slice(0, MOST_WORDS);
    const stretches = [];
    for (let start = 0; start < words.length; start++) {
      /* The end of a number, 52/KH-UBND, means no more than it says; but it may be typed as one word. */
      const isOfNumber = start > 0 && /^[0-9]/.test(words[start - 1].bare);
      for (let end = words.length; end > start; end--) {
        const typed = words.slice(start, end).map(word => word.bare);
        const key = typed.join("");
        const others = (synonyms.get(key) || []).filter(other => other !== typed.join(" "));
        const meant = isOfNumber ? others.filter(other => other.replace(/ /g, "") === key) : others;
        if (meant.length) {
          stretches.push({ start, end, others: meant });
          start = end - 1;
          break;
        }
      }
    }
    return { words, stretches, isMarked: words.some(word => word.exact !== word.bare) };
  }

  /* True where typed words are what people say. Marks may be left out, all or the tone, and hỏi and ngã confused, as in the
     South; any other mark makes another word: "số" is not "sổ". A single word must have its marks: "ma" is not "má". */
  const loose = exact => exact.replace("\u0303", "\u0309");
  const isSaid = (words, forms) => words.length === forms.length && words.every(({ exact }, n) => exact === forms[n] ||
    (words.length > 1 && [loose(forms[n]), forms[n].replace(TONES, ""), bareForm(forms[n])].includes(loose(exact))));

  /* Add the stretches that documents say in other words: longest first, none over another. `said` has for each word what
     people say beginning with it, and what is written for that, in turn. */
  function addEveryday({ words, stretches }, said) {
    const found = said.flatMap((ways, start) => ways.flatMap((form, n) => {
      const forms = form.split(" "), end = start + forms.length, typed = words.slice(start, end);
      const isGuess = form !== bareForm(form) && typed.every(word => word.exact === word.bare);
      return n % 2 || !isSaid(typed, forms) ? [] : [{ start, end, others: ways[n + 1].split(","), isExact: true, isGuess }];
    }));
    for (const one of found.sort((a, b) => b.end - b.start - (a.end - a.start))) {
      if (stretches.every(other => one.end <= other.start || one.start >= other.end)) stretches.push(one);
    }
  }

  /* CRC-32, as in zlib: terms are spread over files by it. */
  function checksum(text) {
    let rest = ~0;
    for (const byte of new TextEncoder().encode(text)) {
      rest ^= byte;
      for (let bit = 0; bit < 8; bit++) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
    }
    return ~rest >>> 0;
  }

  function readMeta(meta) {
    const synonyms = new Map();
    for (const group of meta.synonyms) {
      for (const name of group) {
        const key = name.replace(/ /g, "");
        synonyms.set(key, [...new Set([...(synonyms.get(key) || []), ...group])]);
      }
    }
    let first = 0;
    const groups = meta.groups.map(([units, perFile, section, name, label, tone]) => {
      first += units;
      return { first: first - units, end: first, perFile, section, name, label, tone };
    });
    return { ...meta, groups, synonyms };
  }

  function open(folder, load) {
    const kept = new Map();
    let index;

    function get(name) {
      if (!kept.has(name)) {
        const coming = load(folder + name + ".json");
        kept.set(name, coming);
        coming.catch(() => kept.delete(name));
      }
      return kept.get(name);
    }

    const groupOf = unit => index.groups.find(group => unit < group.end);

    /* Words lie in the files in order, pairs by their checksum. */
    function wordFile(word) {
      let low = 0, high = index.words.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (word < index.words[middle]) high = middle; else low = middle + 1;
      }
      return Math.max(low - 1, 0);
    }

    const fileOf = term => term.includes(" ") ? "p" + checksum(term) % index.pairs : "w" + wordFile(term);

    /* An entry holds lists by exact form, then, after an empty text, what people say beginning with this term. */
    const cut = entry => entry.includes("") ? entry.indexOf("") : entry.length;

    async function entryOf(term) {
      const terms = index.words.length ? await get(fileOf(term)) : {};
      return Object.hasOwn(terms, term) ? terms[term] : [];
    }

    const formsOf = term => entryOf(term).then(entry => entry.slice(0, cut(entry)));
    const saidFrom = term => entryOf(term).then(entry => entry.slice(cut(entry) + 1));

    /* Words that begin as the last one does, for a reader who is still typing. */
    async function endings(start) {
      const first = wordFile(start), last = Math.min(wordFile(start + "\uffff"), first + 1);
      const found = [];
      for (let file = first; index.words.length && file <= last; file++) {
        for (const [word, forms] of Object.entries(await get("w" + file))) {
          if (word.startsWith(start)) found.push(...forms.slice(0, cut(forms)));
        }
      }
      return found;
    }

    /* Worth of a term in each unit, times how rare it is; null where nothing has it. */
    function weigh(forms, typed, isMarked) {
      if (!forms.length) return null;
      const worth = new Float32Array(index.units);
      let units = 0;
      for (let i = 0; i < forms.length; i += 2) {
        const written = forms[i].split(" ");
        const factor = typed.reduce((product, word, n) => product * fit(word, written[n], isMarked), 1);
        visit(forms[i + 1], (unit, level) => {
          if (!worth[unit]) units++;
          worth[unit] = Math.max(worth[unit], WORTH[level] * factor);
        });
      }
      const rarity = Math.log(1 + index.units / units);
      for (let unit = 0; unit < worth.length; unit++) worth[unit] *= rarity;
      return { worth, rarity };
    }

    async function weighWord(word, isLast, isMarked) {
      const forms = await formsOf(word.bare);
      if (forms.length || !isLast || word.bare.length < 2) return weigh(forms, [word], isMarked);
      return weigh(await endings(word.bare), [], false);
    }

    async function weighPair(first, second, isMarked) {
      const found = weigh(await formsOf(first.bare + " " + second.bare), [first, second], isMarked);
      return found && found.worth;
    }

    /* Worth of each name that stands for typed words: of a phrase, all pairs must be there; where its marks are known, exactly. */
    const weighOthers = ({ others, isExact }) => Promise.all(others.map(async name => {
      const words = name.split(" ");
      const terms = words.length === 1 ? words : words.slice(1).map((word, n) => words[n] + " " + word);
      const found = await Promise.all(terms.map(async term => {
        const forms = await formsOf(bareForm(term));
        return weigh(isExact ? forms.filter((_, n) => forms[n - n % 2] === term) : forms, [], false);
      }));
      if (!found.every(Boolean)) return null;
      if (words.length === 1) return found[0].worth;
      const sum = unit => found.reduce((total, pair) => total + pair.worth[unit], 0);
      return found[0].worth.map((_, unit) => found.every(pair => pair.worth[unit]) ? PAIR * sum(unit) : 0);
    }));

    /* Which units the filters leave. */
    async function chosen({ section, state, topic, place }) {
      const left = new Uint8Array(index.units);
      for (const group of index.groups) {
        const isWanted = !state || (group.tone === "over") === (state === "het");
        if (isWanted && (!section || group.section === section)) left.fill(1, group.first, group.end);
      }
      const terms = [topic && "#" + topic, place && "@" + place].filter(Boolean);
      for (const [, list = ""] of await Promise.all(terms.map(formsOf))) {
        const has = new Uint8Array(index.units);
        visit(list, unit => { has[unit] = 1; });
        for (let unit = 0; unit < left.length; unit++) left[unit] &= has[unit];
      }
      return left;
    }

    /* Which pairs of neighbours are looked up: all, or of a long question those of its rarer words. */
    async function tellingPairs(words, weighed) {
      const all = words.slice(1).map((_, n) => n);
      if (all.length <= MOST_PAIRS) return all;
      const rarity = (await weighed).map(found => found ? found.rarity : 0);
      const told = [...all].sort((a, b) => rarity[b] + rarity[b + 1] - rarity[a] - rarity[a + 1]).slice(0, MOST_PAIRS);
      return all.map(n => told.includes(n) ? n : null);
    }

    /* What people say beginning with each word; it lies where the words and pairs of the query are read anyway. */
    const saidIn = (words, told) => Promise.all(words.map(async (word, n) => [
      ...isSmall(word, words) ? [] : await saidFrom(word.bare),
      ...told[n] === n ? await saidFrom(word.bare + " " + words[n + 1].bare) : [],
    ]));

    /* Promise the units that have the words, best first. `isNear` tells that none has them all, or only scattered. */
    async function find(text, filters = {}) {
      index = index || readMeta(await get("meta"));
      const query = parse(text, index.synonyms);
      const { words, stretches, isMarked } = query;
      if (!words.length) return { hits: [], isNear: false, query };
      const weighed = Promise.all(words.map((word, n) => isSmall(word, words) ? null : weighWord(word, n === words.length - 1, isMarked)));
      const telling = tellingPairs(words, weighed);
      const [single, pairs, others, left] = await Promise.all([
        weighed,
        telling.then(told => Promise.all(told.map(n => n === null ? null : weighPair(words[n], words[n + 1], isMarked)))),
        telling.then(told => saidIn(words, told)).then(said => {
          addEveryday(query, said);
          return Promise.all(stretches.map(weighOthers));
        }),
        chosen(filters),
      ]);
      const scored = score({ words, stretches, single, pairs, others }, left);
      const hits = ranked(scored, words);
      return { hits: onePerPage(hits), isNear: !hits.some(isWhole), query };
    }

    const isWhole = hit => hit.covered > 0.999 && hit.isTogether;

    /* Pages that have all words, best first. Those that lack some come between them where the question is long (a page that
       has its words side by side says more than one that has all of them scattered), and after them where these are few. */
    function ranked(scored, words) {
      const order = hits => hits.sort((a, b) => b.score - a.score || a.unit - b.unit);
      const near = order(scored.filter(hit => !isWhole(hit) && hit.covered >= ENOUGH));
      const whole = order(scored.filter(isWhole));
      if (!whole.length) return near.slice(0, NEAREST);
      const best = words.length > SHORT ? near.filter(hit => hit.score > whole[0].score) : [];
      const rest = near.slice(best.length, Math.max(best.length, FEW - whole.length));
      return [...order([...best, ...whole]), ...rest];
    }

    function score({ words, stretches, single, pairs, others }, left) {
      const needs = words.map((word, n) => isSmall(word, words) ? 0 : single[n] ? single[n].rarity : Math.log(1 + index.units));
      const all = needs.reduce((sum, need) => sum + need, 0) || 1;
      const worthOf = (n, unit) => single[n] ? single[n].worth[unit] : 0;
      const pairWorth = (n, unit) => pairs[n] ? PAIR * pairs[n][unit] : 0;
      const hits = [];
      for (let unit = 0; unit < index.units; unit++) {
        if (!left[unit]) continue;
        const replaced = new Uint8Array(words.length), isOther = new Uint8Array(words.length);
        let total = 0, covered = 0, near = 0, any = false;
        stretches.forEach(({ start, end, isGuess }, s) => {
          let own = 0;
          for (let n = start; n < end; n++) own += worthOf(n, unit) + (n > start ? pairWorth(n - 1, unit) : 0);
          const isWhole = words.slice(start, end).every((_, n) => worthOf(start + n, unit));
          const other = (isGuess ? NO_MARKS : 1) * Math.max(0, ...others[s].map(worth => worth ? worth[unit] : 0));
          if (other > (isWhole ? own : 0)) {
            total += other;
            replaced.fill(1, start, end);
            isOther.fill(1, start + 1, end);
          }
        });
        for (let n = 0; n < words.length; n++) {
          const worth = worthOf(n, unit);
          if (worth || replaced[n]) { covered += needs[n]; any = true; }
          if (!replaced[n]) total += worth;
          if (n && !isOther[n]) total += pairWorth(n - 1, unit);
          if (isOther[n] || pairWorth(n - 1, unit)) near++;
        }
        if (!any) continue;
        const share = needs.some(Boolean) ? covered / all : 1;
        const isTogether = words.length <= SHORT || near >= TOGETHER * Math.min(words.length - 1, MOST_PAIRS);
        hits.push({ unit, isTogether, covered: share, score: total * share * share * (groupOf(unit).tone === "over" ? OVER : 1) });
      }
      return hits;
    }

    /* Of the parts of a long page only the best one is shown. */
    function onePerPage(hits) {
      const pageOf = new Map();
      for (const [first, length] of index.parts) {
        for (let unit = first; unit < first + length; unit++) pageOf.set(unit, first);
      }
      const seen = new Set();
      const units = hits.map(hit => hit.unit);
      return units.filter(unit => {
        const page = pageOf.has(unit) ? pageOf.get(unit) : unit;
        return !seen.has(page) && seen.add(page);
      });
    }

    /* Promise what a result shows; the text of a page only where its title and summary do not say why it was found. */
    async function record(unit, query) {
      const group = groupOf(unit);
      const place = (unit - group.first) % group.perFile;
      const [address, title, detail, rest] = (await get("h" + (unit - place)))[place];
      const isWhole = typeof rest !== "string" || (query && says(`${title} ${rest}`, query));
      const sections = typeof rest !== "string" ? rest : isWhole ? [["", "", rest]] : await get("x" + unit);
      return { address, title, detail, sections, group };
    }

    return { find, record };
  }

  /* True when a text has all that was typed, small words left out, or what stands for it. */
  function says(text, query) {
    const has = new Set(findWords(text).map(word => word.bare));
    const isOther = n => query.stretches.some(stretch => n >= stretch.start && n < stretch.end &&
      stretch.others.some(name => bareForm(name).split(" ").every(bare => has.has(bare))));
    return query.words.every((word, n) => has.has(word.bare) || isSmall(word, query.words) || isOther(n));
  }

  const otherWords = query => new Set(query.stretches.flatMap(stretch => stretch.others.flatMap(name => bareForm(name).split(" "))));

  /* Words of a text that the query asks for: where they stand, and which of the typed words they are. */
  function spotsIn(text, query) {
    const others = otherWords(query);
    const spots = [];
    let number = 0;
    for (const match of text.matchAll(WORD)) {
      const exact = exactForm(match[0].toLowerCase());
      const bare = bareForm(exact);
      const typed = query.words.findIndex(word => word.bare === bare);
      const word = typed >= 0 ? typed : others.has(bare) ? bare : null;
      number++;
      if (word === null) continue;
      const isExact = typed < 0 || fit(query.words[typed], exact, query.isMarked) >= NO_MARKS;
      spots.push({ number, word, isExact, start: match.index, end: match.index + match[0].length });
    }
    spots.forEach((spot, n) => {
      const isTyped = (a, b) => others.has(a.word) || others.has(b.word) || a.word + 1 === b.word;
      const isNext = (a, b) => Boolean(a && b) && a.number + 1 === b.number && isTyped(a, b);
      spot.isPhrase = isNext(spots[n - 1], spot) || isNext(spot, spots[n + 1]);
    });
    return best(spots, "isPhrase", query.words.length > 1 || others.size) ?? best(spots, "isExact", true) ?? spots;
  }

  function best(spots, quality, matters) {
    const good = matters ? spots.filter(spot => spot[quality] && (quality === "isExact" || spot.isExact)) : [];
    return good.length ? good : null;
  }

  /* Pieces of a text as [text, is it a hit], from `start` to `end`; neighbouring hits are one. */
  function pieces(text, spots, start, end) {
    const found = [];
    let at = start;
    for (const spot of spots) {
      if (spot.start < at || spot.end > end) continue;
      const gap = text.slice(at, spot.start), word = text.slice(spot.start, spot.end);
      const last = found[found.length - 1];
      if (last && gap === " ") {
        last[0] += gap + word;
      } else {
        if (gap) found.push([gap, false]);
        found.push([word, true]);
      }
      at = spot.end;
    }
    if (at < end) found.push([text.slice(at, end), false]);
    return found;
  }

  const WIDTH = 220, LEAD = 60;

  /* The stretch of a record that says most about the query, and the anchor nearest to it. */
  function excerpt(record, query) {
    const others = otherWords(query);
    const summary = record.sections.length ? record.sections[0][2].split("\n")[0] : "";
    let chosen = { worth: 0, anchor: "", text: summary, start: 0, spots: [] };
    for (const [anchor, heading, body] of record.sections) {
      const text = (heading ? heading + ": " : "") + body.replace(/([.:;!?…]?)\n/g, (_, end) => end ? end + " " : " · ");
      const spots = spotsIn(text, query);
      spots.forEach((spot, n) => {
        const near = spots.slice(n, n + 30).filter(other => other.end - spot.start < WIDTH - LEAD);
        const found = [...new Set(near.map(other => other.word))];
        const worth = found.reduce((sum, word) => sum + (others.has(word) ? 0.5 : 1), near.some(other => other.isPhrase) ? 0.5 : 0);
        if (worth > chosen.worth) chosen = { worth, anchor, text, start: spot.start, spots };
      });
    }
    const { anchor, text, spots } = chosen;
    const start = chosen.start > LEAD ? text.lastIndexOf(" ", chosen.start - LEAD) + 1 : 0;
    let end = text.length > start + WIDTH ? text.lastIndexOf(" ", start + WIDTH) : text.length;
    if (end <= chosen.start) end = Math.min(text.length, chosen.start + WIDTH);
    const found = pieces(text, spots, start, end);
    if (start) found.unshift(["… ", false]);
    if (end < text.length) found.push([" …", false]);
    return { anchor, pieces: found };
  }

  const mark = (text, query) => pieces(text, spotsIn(text, query), 0, text.length);

  window.portalSearch = { open, findWords, excerpt, mark };
})();
