/* Finder. First the engine, the same as outlets/eligibility/engine.py; then the questions.
   Answers live in the address after "#" and nowhere else: nothing is sent, nothing is stored. */
(() => {
  "use strict";

  const MAX_WAYS = 8;
  const partsOf = (node) => node.all || node.any;

  const verdict = (node, answers) => {
    const parts = partsOf(node);
    if (!parts) return meets(node, answers[node.fact] || "");
    const found = parts.map((part) => verdict(part, answers));
    const decided = node.all ? "no" : "yes";
    if (found.includes(decided)) return decided;
    if (found.includes("may")) return "may";
    return node.all ? "yes" : "no";
  };

  const meets = (condition, answer) => {
    if (!condition.fact || !answer) return "may";
    if (condition.fact !== "age") return condition.values && condition.values.includes(answer) ? "yes" : "no";
    if (!/^[0-9]{1,3}$/.test(answer)) return "may";
    const years = Number(answer);
    return (condition.first || 0) <= years && years <= (condition.last === undefined ? 999 : condition.last) ? "yes" : "no";
  };

  const unique = (lists) => [...new Map(lists.map((list) => [JSON.stringify(list), list])).values()];

  /* `words` names the people of one answer: words.household["ho-ngheo"]. */
  const because = (node, answers, words) => {
    const parts = partsOf(node);
    if (!parts) return [(words[node.fact] || {})[answers[node.fact]] || node.words];
    const held = parts.filter((part) => verdict(part, answers) === "yes");
    return unique((node.all ? held : held.slice(0, 1)).flatMap((part) => because(part, answers, words)));
  };

  const ways = (node, answers) => {
    const parts = partsOf(node);
    if (!parts) return [[node.words]];
    const open = parts.filter((part) => verdict(part, answers) === "may").map((part) => ways(part, answers));
    return unique(node.all ? together(open) : open.flat()).sort((a, b) => a.length - b.length);
  };

  const together = (open) => {
    let found = [[]];
    for (const part of open) {
      const many = found.length * part.length > MAX_WAYS;
      const alternatives = many ? [[part.map((way) => way.join(", ")).join(" hoặc ")]] : part;
      found = found.flatMap((way) => alternatives.map((more) => unique([...way, ...more])));
    }
    return found;
  };

  /* Verdicts as numbers: 0 no, 1 may, 2 yes. `unknown` are facts that the reader does not know. */
  const RANK = { no: 0, may: 1, yes: 2 };
  const distinct = (pairs) => [...new Map(pairs.map((pair) => [String(pair), pair])).values()];
  const joined = (node, reached) => reached.reduce(
    (found, one) => [...new Set(found.flatMap((a) => one.map((b) => (node.all ? Math.min(a, b) : Math.max(a, b)))))],
    [node.all ? RANK.yes : RANK.no]);
  const reach = (node, answers, unknown) => {
    const parts = partsOf(node);
    if (parts) return joined(node, parts.map((part) => reach(part, answers, unknown)));
    const found = meets(node, answers[node.fact] || "");
    return found === "may" && node.fact && !unknown.includes(node.fact) ? [0, 1, 2] : [RANK[found]];
  };
  const openFacts = (node, answers, unknown = [], clamps = [[RANK.no, RANK.yes]]) => {
    const parts = partsOf(node);
    if (!parts) return reach(node, answers, unknown).length > 1 ? [node.fact] : [];
    const reached = parts.map((part) => reach(part, answers, unknown));
    return unique(parts.flatMap((part, index) => {
      if (reached[index].length < 2) return [];
      const rest = joined(node, reached.filter((_, at) => at !== index));
      const pairs = clamps.flatMap(([low, high]) => rest.map((r) => (node.all ? [low, Math.min(high, r)] : [Math.max(low, r), high])));
      const left = distinct(pairs.filter(([low, high]) => low < high));
      return left.length ? openFacts(part, answers, unknown, left) : [];
    }));
  };

  /* Days are texts "2026-11-21": they sort as they are. `ahead` is a number of days. */
  const standing = (first, last, day, ahead) => {
    if (last && day > last) return "over";
    if (day >= first) return "current";
    return Date.parse(first) - Date.parse(day) <= ahead * 86400000 ? "ahead" : "later";
  };

  window.giamngheoRules = { verdict, because, ways, openFacts, standing };

  const form = document.getElementById("p_cau-hoi");
  if (!form) return;
  const start = document.getElementById("p_bat-dau");
  const result = document.getElementById("p_ket-qua");
  const sets = [...form.querySelectorAll("fieldset")];
  const byFact = Object.assign(Object.create(null), Object.fromEntries(sets.map((set) => [set.dataset.fact, set])));
  const root = form.dataset.root;
  const UNKNOWN = "?";

  const el = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children.filter((child) => child !== ""));
    return made;
  };
  const shown = (day) => day.split("-").reverse().join("/");
  const linkTo = (address) => root + address.slice(1);

  /* ---- the address ---- */
  const read = () => new URLSearchParams(location.hash.slice(1));
  const labelOf = (fact, value) => {
    const input = [...byFact[fact].querySelectorAll("input[type=radio]")].filter((i) =>
      fact === "age" && value !== UNKNOWN && i.value !== UNKNOWN ? Number(i.value) <= Number(value) : i.value === value).pop();
    return input;
  };
  const isAnswer = (fact, value) =>
    byFact[fact] && (fact === "age" && value !== UNKNOWN ? /^[0-9]{1,3}$/.test(value) : Boolean(labelOf(fact, value)));
  const given = (state) => [...state].filter(([fact, value]) => isAnswer(fact, value));
  const known = (state) => Object.fromEntries(given(state).filter(([, value]) => value !== UNKNOWN));

  /* Other persons of the household stand in the address as nguoi=age.75*learner.khong, one each. */
  const isOfPerson = (fact) => Boolean(byFact[fact]) && byFact[fact].dataset.about === "person";
  const ofPerson = (answers) => Object.fromEntries(Object.entries(answers).filter(([fact]) => isOfPerson(fact)));
  const packed = (person) => Object.entries(person).map(([fact, value]) => `${fact}.${value}`).join("*");
  const unpacked = (text) => Object.fromEntries(text.split("*").slice(0, 30)
    .map((part) => [part.slice(0, part.indexOf(".")), part.slice(part.indexOf(".") + 1)])
    .filter(([fact, value]) => isOfPerson(fact) && value !== UNKNOWN && isAnswer(fact, value)));
  const peopleIn = (state) => [...state.getAll("nguoi").slice(0, 9).map(unpacked), ofPerson(known(state))];
  const today = () => {
    const here = new Date().toLocaleDateString("en-CA", { timeZone: "Asia/Ho_Chi_Minh" });
    return /^\d{4}-\d\d-\d\d$/.test(here) && here > form.dataset.day ? here : form.dataset.day;
  };
  const dayOf = (state) => {
    const day = state.get("ngay") || "";
    return /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : today();
  };
  const go = (change) => {
    const state = read();
    for (const key of ["sua", "ket-qua"]) state.delete(key);
    change(state);
    location.hash = state.toString() || "_";
  };

  /* ---- which question comes next ---- */
  /* Open facts of a policy, worked out once for each set of answers that its rule looks at. */
  const factsIn = (node) => (partsOf(node) ? [...new Set(partsOf(node).flatMap(factsIn))] : [node.fact]);
  const openOf = (policy, answers, unknown = []) => {
    policy.facts = policy.facts || factsIn(policy.rule);
    policy.opened = policy.opened || new Map();
    const key = policy.facts.map((fact) => answers[fact] || (unknown.includes(fact) ? UNKNOWN : "")).join("|");
    if (!policy.opened.has(key)) policy.opened.set(key, openFacts(policy.rule, answers, unknown));
    return policy.opened.get(key);
  };
  const judged = (rules, state) => {
    const answers = known(state);
    const unknown = given(state).filter(([, value]) => value === UNKNOWN).map(([fact]) => fact);
    const day = dayOf(state);
    return rules.policies
      .filter((policy) => !answers.need || policy.topics.includes(answers.need))
      .map((policy) => ({
        policy,
        words: rules.words,
        standing: standing(policy.first, policy.last, day, rules.ahead),
        verdict: verdict(policy.rule, answers),
        open: openOf(policy, answers),
        asked: openOf(policy, answers, unknown),
        unknown,
        answers,
      }))
      .filter((one) => one.standing === "current" || one.standing === "ahead");
  };
  /* What can still change a verdict: first the need. For one need, then what decides most policies, on the average of its
     answers. For all, and with several persons, what concerns the household, then one person of it, by whose age everybody
     begins and is named in the result. */
  const openQuestions = (found, state) => {
    const open = new Set(["need", ...found.flatMap((one) => one.asked)]);
    const left = sets.map((set) => set.dataset.fact).filter((fact) => open.has(fact) && !isAnswer(fact, state.get(fact) || ""));
    const isOneNeed = known(state).need && !state.has("nguoi");
    const rank = (fact) => (fact === "need" ? 0 : isOneNeed ? 1 : fact === "age" ? 2 : isOfPerson(fact) ? 3 : 1);
    const decided = Object.fromEntries(left.map((fact) => [fact, decides(fact, found)]));
    return left.sort((a, b) => rank(a) - rank(b) || decided[b] - decided[a]);
  };
  const valuesOf = (fact) => [...byFact[fact].querySelectorAll("input[type=radio]")].map((i) => i.value).filter((v) => v !== UNKNOWN);
  const decides = (fact, found) => {
    const values = valuesOf(fact).slice(0, 20);
    const settled = (one, value) => !openOf(one.policy, { ...one.answers, [fact]: value }, one.unknown).length;
    const own = found.filter((one) => one.asked.includes(fact));
    return values.reduce((sum, value) => sum + own.filter((one) => settled(one, value)).length, 0) / (values.length || 1);
  };
  /* About how many questions are left: as many as for a household to which nothing special applies. */
  const about = (rules, state) => {
    const walk = new URLSearchParams(state);
    for (let steps = 0; ; steps += 1) {
      const asked = judged(rules, walk).flatMap((one) => one.asked);
      const fact = sets.map((set) => set.dataset.fact).find((name) =>
        !isAnswer(name, walk.get(name) || "") && (name === "need" || asked.includes(name)));
      if (!fact || steps > 30) return steps;
      const values = valuesOf(fact);
      walk.set(fact, fact === "need" ? UNKNOWN : values[fact === "age" ? values.length >> 1 : values.length - 1]);
    }
  };

  /* ---- drawing ---- */
  const progress = el("span", { className: "quiet" });
  const alert = el("p", { className: "alert" });
  alert.setAttribute("role", "alert");
  const next = el("button", { className: "button", type: "submit" }, "Tiếp tục");
  const enough = el("button", { className: "link", type: "button" }, "Xem kết quả ngay");
  const atOnce = el("button", { className: "link", type: "button" }, "Hỏi tất cả trên một trang");
  form.append(alert, el("p", { className: "acts" }, next, enough, atOnce));

  const focus = (element) => { element.focus({ preventScroll: true }); element.scrollIntoView({ block: "start", behavior: "instant" }); };

  const ask = (rules, state) => {
    const all = state.get("cach") === "mot-trang";
    const found = judged(rules, state);
    const open = openQuestions(found, state);
    const edited = byFact[state.get("sua")] ? state.get("sua") : "";
    if (state.has("ket-qua") || (!open.length && !edited && !all)) return prepare(rules, state, found);
    const done = given(state).map(([fact]) => fact);
    const asked = edited || open[0];
    for (const set of sets) {
      const fact = set.dataset.fact;
      set.hidden = all ? !(open.includes(fact) || done.includes(fact)) : fact !== asked;
      const value = state.get(fact);
      const chosen = value && isAnswer(fact, value) ? labelOf(fact, value) : null;
      for (const input of set.querySelectorAll("input[type=radio]")) input.checked = input === chosen;
      if (sifted.has(set)) sifted.get(set)();
    }
    const place = done.includes(asked) ? done.indexOf(asked) + 1 : done.length + 1;
    const more = all || edited ? 0 : about(rules, state);
    progress.textContent = all ? "" : edited ? `Sửa câu ${place}` : more < 2 ? `Câu ${place}, câu cuối` : `Câu ${place} trong khoảng ${done.length + more}`;
    if (!all) byFact[asked].querySelector("legend").prepend(progress);
    alert.textContent = "";
    next.textContent = all || (open.length < 2 && !edited) ? "Xem kết quả" : "Tiếp tục";
    atOnce.hidden = enough.hidden = all;
    start.hidden = true;
    result.hidden = true;
    const wasHidden = form.hidden;
    form.hidden = false;
    if (!all) focus(byFact[asked].querySelector("legend"));
    else if (wasHidden) focus(sets.find((set) => !set.hidden).querySelector("legend"));
  };

  const lawOf = (policy) => {
    if (!policy.law.length) return "";
    const links = policy.law.flatMap(([label, address], index) =>
      [index ? ", " : "", el("a", { href: linkTo(address) }, label)]);
    return el("p", { className: "quiet" }, "Căn cứ: ", ...links.filter((link) => link !== ""), `. Kiểm tra lần cuối: ${policy.checked}.`);
  };
  const figureOf = (policy, day) => {
    const figure = policy.figures.find(([, , first, last]) => (!first || first <= day) && (!last || day <= last));
    return figure ? el("p", { className: "quiet" }, el("strong", {}, figure[0]), ` · ${figure[1]}`) : "";
  };
  const reasonOf = (one, answers) => {
    if (one.verdict === "yes") {
      const reasons = because(one.policy.rule, answers, one.words).join(", ");
      const mark = el("span", { className: "state good" }, reasons ? "Được" : "Cho mọi người");
      return [el("p", {}, mark, reasons ? ` Vì: ${reasons}.` : "")];
    }
    const found = ways(one.policy.rule, answers).map((way) => way.join("; "));
    const list = (some) => el("ul", {}, ...some.map((way) => el("li", {}, way)));
    const mark = el("span", { className: "state open" }, "Có thể được");
    const first = el("p", {}, mark, ` Nếu: ${found[0]}.`);
    if (found.length === 1) return [first];
    return [first, el("details", {}, el("summary", {}, `Hoặc ${found.length - 1} trường hợp khác`), list(found.slice(1)))];
  };
  const edit = (fact, ...label) => {
    const state = read();
    state.delete("ket-qua");
    state.set("sua", fact);
    return el("a", { className: "link", href: `#${state}` }, ...label);
  };
  const lineOf = (one, day) => {
    const policy = one.policy;
    const decides = one.open.map((fact) => byFact[fact]).find((set) => set && (one.isCurrent || !isOfPerson(set.dataset.fact)));
    return el("li", {},
      el("h3", {}, el("a", { href: linkTo(policy.address) }, policy.title)),
      one.standing === "ahead" ? el("p", {}, el("strong", {}, `Từ ngày ${shown(policy.first)}`)) : "",
      el("p", {}, policy.benefit),
      figureOf(policy, day < policy.first ? policy.first : day),
      ...reasonOf(one, one.answers),
      one.who ? el("p", { className: "quiet" }, `Cho: ${one.who}.`) : "",
      decides && one.verdict === "may" ? el("p", {}, edit(decides.dataset.fact, `Trả lời câu: ${questionOf(decides)}`)) : "",
      lawOf(policy));
  };
  const questionOf = (set) => set.querySelector("legend").lastChild.textContent;
  const listed = (title, found, day) => found.length
    ? [el("h2", {}, `${title} (${found.length})`), el("ul", { className: "lines" }, ...found.map((one) => lineOf(one, day)))]
    : [];

  /* The best answer that any person of the household gives, and for whom that is, where it depends on the person. */
  const describe = (person, index) => {
    const fact = person.age ? "age" : Object.keys(person)[0];
    return `người thứ ${index + 1}${fact ? ` (${labelOf(fact, person[fact]).parentElement.textContent.trim().toLowerCase()})` : ""}`;
  };
  const forAll = (one, household, people) => {
    const rule = one.policy.rule;
    const tried = people.map((person, index) => {
      const answers = { ...household, ...person };
      return { index, answers, verdict: verdict(rule, answers), open: openFacts(rule, answers) };
    });
    const best = tried.reduce((a, b) => (RANK[b.verdict] > RANK[a.verdict] ? b : a));
    const same = tried.filter((other) => other.verdict === best.verdict);
    const depends = people.length > 1 && same.length < people.length;
    const who = depends ? same.map(({ index }) => describe(people[index], index)).join(", ") : "";
    return { ...one, ...best, who, isCurrent: best.index === people.length - 1 };
  };

  const answersGiven = (state) => el("dl", { className: "facts" }, ...given(state).map(([fact, value]) =>
    el("div", {}, el("dt", { className: "asks" }, questionOf(byFact[fact])),
      el("dd", {}, labelOf(fact, value).parentElement.textContent, " ", edit(fact, "Sửa", el("span", { className: "unseen" }, `: ${questionOf(byFact[fact])}`))))));
  const peopleGiven = (state) => {
    const others = peopleIn(state).slice(0, -1);
    if (!others.length) return "";
    const without = (index) => go((changed) => {
      const kept = changed.getAll("nguoi").filter((_, at) => at !== index);
      changed.delete("nguoi");
      for (const text of kept) changed.append("nguoi", text);
      changed.set("ket-qua", "1");
    });
    return el("ul", {}, ...others.map((person, index) => el("li", {}, `Đã tính cả ${describe(person, index)}. `,
      el("button", { type: "button", className: "link", onclick: () => without(index) }, `Bỏ người thứ ${index + 1}`))));
  };

  const actions = (said) => {
    const act = (label, does, className = "link") => el("button", { type: "button", className, onclick: does }, label);
    const copy = async () => {
      try { await navigator.clipboard.writeText(location.href); said.textContent = "Đã chép địa chỉ."; }
      catch { said.textContent = `Không tự chép được. Địa chỉ là: ${location.href}`; }
    };
    const share = () => navigator.share({ title: document.title, url: location.href }).catch(() => {});
    const another = () => go((state) => {
      const person = packed(ofPerson(known(state)));
      for (const set of sets) if (isOfPerson(set.dataset.fact)) state.delete(set.dataset.fact);
      if (person) state.append("nguoi", person);
    });
    const buttons = [act("Thêm một người trong nhà", another, "button"), act("In kết quả", () => window.print()), act("Chép địa chỉ", copy)];
    if (navigator.share) buttons.push(act("Chia sẻ", share));
    buttons.push(act("Làm lại từ đầu", () => { location.hash = ""; }));
    return el("div", { className: "acts" }, ...buttons);
  };
  const dayField = (day) => {
    const input = el("input", { type: "date", value: day, min: form.dataset.day });
    input.addEventListener("change", () => {
      if (input.value) go((state) => { state.set("ngay", input.value); state.set("ket-qua", "1"); });
    });
    return el("label", { className: "acts" }, "Xem cho ngày khác ", input);
  };

  /* The words of a result are fetched once it is known whose. */
  const prepare = (rules, state, judgedOnes) => {
    const household = Object.fromEntries(Object.entries(known(state)).filter(([fact]) => !isOfPerson(fact)));
    const people = peopleIn(state);
    const found = judgedOnes.map((one) => forAll(one, household, people));
    const place = location.hash;
    alert.textContent = "Đang tải kết quả …";
    return texts(rules, found.filter((one) => one.verdict !== "no").map((one) => one.policy))
      .then(() => { if (location.hash === place) tell(rules, state, found); });
  };
  const resultWords = (sure, maybe, forAll) => {
    const counted = [sure && `${sure} chính sách được hưởng`, maybe && `${maybe} chính sách có thể được`,
      !sure && forAll && `${forAll} điều cho mọi người`].filter(Boolean);
    return `Kết quả: ${counted.join(", ") || "chưa thấy chính sách nào khớp"}`;
  };
  const tell = (rules, state, found) => {
    const day = dayOf(state);
    const of = (how, when) => found.filter((one) => one.verdict === how && one.standing === when);
    /* What needs no answer is no finding: the poverty line holds for the rich as well. */
    const isForAll = ({ policy: { rule } }) => !!rule.all && !rule.all.length;
    const everyones = of("yes", "current").filter(isForAll);
    const sure = of("yes", "current").filter((one) => !isForAll(one));
    const maybe = of("may", "current").sort((a, b) => shortest(a) - shortest(b));
    const not = of("no", "current");
    const head = el("h2", { tabIndex: -1 }, resultWords(sure.length, maybe.length, everyones.length));
    const said = el("p", { className: "quiet" });
    said.setAttribute("role", "status");
    result.replaceChildren(head,
      el("p", { className: "quiet" }, `Tính cho ngày ${shown(day)}, theo chính sách có trên trang ngày ${shown(form.dataset.day)}.`),
      sure.length + maybe.length + everyones.length ? el("p", {}, el("span", { className: "web" }, "Bấm vào tên chính sách để xem cách làm, giấy tờ và nơi hỏi. "), "Chưa rõ thì hỏi trưởng thôn hoặc Ủy ban nhân dân xã, phường.") : "",
      ...listed("Được hưởng", sure, day),
      ...listed("Có thể được", maybe, day),
      ...listed("Cho mọi người", everyones, day),
      ...listed("Sắp áp dụng", [...of("yes", "ahead"), ...of("may", "ahead")], day),
      sure.length + maybe.length + everyones.length ? "" : el("p", {}, "Hãy hỏi Ủy ban nhân dân xã, phường: có thể nơi bạn ở có hỗ trợ riêng."),
      not.length ? others(rules, not) : "",
      el("h2", {}, "Bạn đã trả lời"), answersGiven(state), peopleGiven(state), dayField(day), actions(said), said,
      el("p", { className: "quiet" }, "Địa chỉ của trang có chứa câu trả lời: chỉ gửi cho người bạn tin."));
    start.hidden = form.hidden = true;
    result.hidden = false;
    focus(head);
  };
  const others = (rules, not) => {
    const box = el("details", {}, el("summary", {}, `${not.length} chính sách không khớp với câu trả lời`));
    box.addEventListener("toggle", () => texts(rules, not.map((one) => one.policy)).then(
      () => box.append(el("ul", { className: "lines" }, ...not.map((one) => el("li", {}, el("a", { href: linkTo(one.policy.address) }, one.policy.title))))),
      () => box.append(el("p", { className: "alert" }, NO_NETWORK))), { once: true });
    return box;
  };
  const shortest = (one) => ways(one.policy.rule, one.answers)[0].length;

  /* ---- long lists: only what fits what was typed, marks or no marks ---- */
  const folded = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
  const SHOWN = 8;
  const sift = (set) => {
    const field = set.querySelector("input[type=search]");
    const labels = [...set.querySelectorAll(".choice")].slice(0, -1); // the last one says "I do not know"
    const names = labels.map((label) => ` ${folded(label.textContent)}`);
    const status = set.querySelector("[role=status]");
    const show = () => {
      const typed = folded(field.value).split(/[^a-z0-9]+/).filter(Boolean);
      const fits = labels.filter((_, index) => typed.every((word) => names[index].includes(` ${word}`)));
      const left = typed.length ? fits.slice(0, SHOWN) : [];
      for (const label of labels) label.hidden = !left.includes(label) && !label.firstChild.checked;
      status.textContent = !typed.length ? "" : fits.length > SHOWN ? `${fits.length} nơi khớp, đây là ${SHOWN} nơi đầu. Gõ thêm để gọn lại.`
        : fits.length ? `${fits.length} nơi khớp.` : "Không có nơi nào khớp: chính sách ở trang này không có điều riêng cho nơi đó, hoặc tên đã đổi.";
      return left;
    };
    field.addEventListener("input", show);
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      const [first, second] = show();
      if (first && !second) first.firstChild.click();
    });
    field.parentElement.hidden = false;
    return show;
  };
  const sifted = new Map(sets.filter((set) => set.querySelector("input[type=search]")).map((set) => [set, sift(set)]));

  /* ---- wiring ---- */
  const NO_NETWORK = "Chưa tải được vì mất mạng. Hãy thử lại, hoặc xem theo loại hộ ở đầu trang tra cứu.";
  const fetched = new Map();
  const json = (address) => {
    if (!fetched.has(address)) fetched.set(address, fetch(address).then((answer) => {
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.json();
    }).catch((error) => { fetched.delete(address); throw Object.assign(error, { isOffline: true }); }));
    return fetched.get(address);
  };
  const load = () => json(form.dataset.rules);
  /* Gives these policies their words: those of a file stand in the order of its policies, those of a rule in that of its conditions. */
  const texts = (rules, policies) => Promise.all([...new Set(policies.map((policy) => policy.text))].map((file) =>
    json(linkTo(rules.texts[file])).then((said) => rules.policies.filter((policy) => policy.text === file)
      .forEach((policy, index) => word(Object.assign(policy, said[index]).rule, [...policy.said])))));
  const word = (node, said) => {
    const parts = partsOf(node);
    if (parts) for (const part of parts) word(part, said);
    else node.words = said.shift();
  };
  window.giamngheoRules.whole = () => load().then((rules) => texts(rules, rules.policies).then(() => rules));
  const render = (event) => {
    const state = read();
    if (![...state.keys()].some((key) => byFact[key] || key === "cach")) {
      start.hidden = false;
      form.hidden = result.hidden = true;
      if (event) focus(start.querySelector("h2"));
      return;
    }
    load().then((rules) => ask(rules, state)).catch((error) => {
      if (!error.isOffline) throw error;
      start.hidden = false;
      form.hidden = true;
      result.hidden = false;
      result.replaceChildren(el("p", { className: "alert" }, "Chưa tải được câu hỏi vì mất mạng. Hãy thử lại, hoặc chọn loại hộ ở trên."));
    });
  };

  start.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-answer]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go((state) => state.set("household", link.dataset.answer));
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const state = read();
    const all = state.get("cach") === "mot-trang";
    const set = sets.find((one) => !one.hidden);
    const chosen = set.querySelector("input:checked");
    if (!all && !chosen) {
      alert.textContent = "Hãy chọn một câu trả lời, hoặc chọn “Tôi không rõ”.";
      set.querySelector("input").focus();
      return;
    }
    go((state_) => (all ? state_.set("ket-qua", "1") : state_.set(set.dataset.fact, chosen.value)));
  });
  form.addEventListener("change", (event) => {
    if (read().get("cach") === "mot-trang") go((state) => state.set(event.target.name, event.target.value));
  });
  enough.addEventListener("click", () => go((state) => state.set("ket-qua", "1")));
  atOnce.addEventListener("click", () => go((state) => state.set("cach", "mot-trang")));
  /* Paper cannot be unfolded. */
  window.addEventListener("beforeprint", () => result.querySelectorAll("li details").forEach((box) => { box.open = true; }));
  window.addEventListener("hashchange", render);
  render();
})();
