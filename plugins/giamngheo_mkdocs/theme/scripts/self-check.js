/* Self-check. First the engine, the same as outlets/eligibility/poverty.py; then the form.
   Answers live in the address after "#" and nowhere else: nothing is sent, nothing is stored. */
(() => {
  "use strict";

  const MANY = 99;

  const lackingRange = (indicators, household) => {
    if (!indicators.length) return [0, MANY];
    const lacks = indicators.filter((id) => household.lacks.includes(id));
    const has = indicators.filter((id) => household.has.includes(id) && !household.lacks.includes(id));
    return [lacks.length, indicators.length - has.length];
  };

  /* Sums are compared without dividing: total against amount × members, both whole numbers. */
  const classes = (lines, count, { total, members }) => {
    const fitting = lines.filter((line) => line.lacking[0] <= count && count <= line.lacking[1]);
    if (!members) return [...fitting.map((line) => line.household), ""];
    const met = fitting.find((line) => line.over * members < total && total <= line.amount * members);
    return [met ? met.household : ""];
  };

  const outcomes = (lines, indicators, household) => {
    const [least, most] = lackingRange(indicators, household);
    const found = new Set();
    for (const area of new Set(lines.map((line) => line.area))) {
      if (household.area && household.area !== area) continue;
      const own = lines.filter((line) => line.area === area);
      for (let count = least; count <= Math.min(most, MANY); count += 1) {
        for (const name of classes(own, count, household)) found.add(name);
      }
    }
    return [...found];
  };

  const holds = ([first, last], day) => first <= day && (!last || day <= last);
  const linesOf = (figures, day, place) => figures.lines.filter((line) => line.place === place && holds(line.days, day));
  const indicatorsOf = (figures, day) => figures.indicators.filter(([, ...days]) => holds(days, day)).map(([id]) => id);

  const whole = (text) => Number((text || "").replace(/[^0-9]/g, "").slice(0, 12)) || 0;
  /* Sums as people type them: "6.000.000", "6 triệu", "1,5tr", "2 triệu rưỡi", "1tr5", "2 triệu 500 nghìn". */
  const UNITS = { ty: 1e9, ti: 1e9, trieu: 1e6, tr: 1e6, nghin: 1e3, ngan: 1e3, k: 1e3 };
  const sumOf = (text) => {
    const bare = text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
    const parts = [...bare.matchAll(/(\d[\d.,]*)\s*(ty|ti|trieu|tr|nghin|ngan|k)?\b\s*(ruoi)?|(\d[\d.,]*)\s*(tr|trieu|ty|ti)(?=\d)/g)]
      .map(([, number, unit, half, before, joined]) => ({ number: number || before, unit: UNITS[unit || joined], half }));
    if (parts.every(({ unit }) => !unit)) return whole(text);
    let sum = 0, last = 0;
    for (const { number, unit, half } of parts) {
      const decimal = unit && /^\d+[.,]\d{1,2}$/.test(number);
      const value = decimal ? Number(number.replace(",", ".")) : whole(number);
      sum += unit ? (value + (half ? 0.5 : 0)) * unit : last ? value * last / 10 ** String(value).length : value;
      last = unit || 0;
    }
    return Math.round(Math.min(sum, 1e12 - 1));
  };
  window.giamngheoStandard = { outcomes, lackingRange, linesOf, indicatorsOf, sumOf };

  const form = document.getElementById("p_tinh-thu");
  if (!form) return;
  const result = document.getElementById("p_ket-qua");
  const root = form.dataset.root;
  const asked = [...form.querySelectorAll("[data-indicator]")].map((set) => set.dataset.indicator);
  document.getElementById("p_nut").hidden = false;

  const el = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children.filter((child) => child !== ""));
    return made;
  };
  const shown = (day) => day.split("-").reverse().join("/");
  const money = (sum) => `${Math.floor(sum).toString().replace(/\B(?=(\d{3})+$)/g, ".")} đồng`;
  const today = () => {
    const here = new Date().toLocaleDateString("en-CA", { timeZone: "Asia/Ho_Chi_Minh" });
    return /^\d{4}-\d\d-\d\d$/.test(here) && here > form.dataset.day ? here : form.dataset.day;
  };

  /* Less than this a household does not write: noughts were left out. */
  const LEAST = 10000;
  const isTooSmall = (sum) => sum > 0 && sum < LEAST;
  const AREAS = Object.assign(Object.create(null), { "nong-thon": "nông thôn", "do-thi": "thành thị" });

  /* ---- the address ---- */
  const read = () => new URLSearchParams(location.hash.slice(1));
  const listIn = (state, key) => (state.get(key) || "").split(".").filter((id) => asked.includes(id));
  const dayOf = (state) => {
    const day = state.get("ngay") || "";
    return /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : form.dataset.day;
  };
  const householdOf = (state) => ({
    area: AREAS[state.get("noi")] ? state.get("noi") : "",
    total: whole(state.get("tong")),
    members: state.get("tong") && !isTooSmall(whole(state.get("tong"))) ? whole(state.get("nguoi")) : 0,
    lacks: listIn(state, "thieu"),
    has: listIn(state, "du"),
  });
  const write = () => {
    const answers = new FormData(form);
    const state = new URLSearchParams();
    for (const key of ["ngay", "o-dau", "noi", "tong", "nguoi"]) {
      const value = answers.get(key) || "";
      if (value) state.set(key, key === "tong" ? String(sumOf(value)) : key === "nguoi" ? String(whole(value)) : value);
    }
    for (const key of ["thieu", "du"]) {
      const chosen = asked.filter((id) => answers.get(id) === key);
      if (chosen.length) state.set(key, chosen.join("."));
    }
    return state;
  };
  const check = (name, value) => {
    for (const input of form.querySelectorAll(`[name="${name}"]`)) {
      if (input.type === "radio") input.checked = input.value === value;
      else input.value = value;
    }
  };
  /* A page read after the day it was made, from a saved copy perhaps, begins with the standard of the day it is read. */
  const preset = () => {
    const periods = [...form.querySelectorAll('[name="ngay"]')];
    const now = periods.filter((input) => input.value <= today()).pop() || periods[0];
    now.checked = true;
    for (const input of now === periods[0] ? [] : periods) {
      const name = input === now ? "Đang dùng" : input.value < now.value ? "Đã hết" : "Sắp dùng";
      input.parentElement.lastElementChild.textContent = input.parentElement.textContent.trim().replace(/^[^:]+/, name);
    }
  };
  const restore = (state) => {
    for (const key of ["o-dau", "noi", "tong", "nguoi"]) check(key, state.get(key) || "");
    const day = dayOf(state);
    const periods = [...form.querySelectorAll('[name="ngay"]')];
    check("ngay", (periods.filter((input) => input.value <= day).pop() || periods[0]).value);
    for (const id of asked) check(id, listIn(state, "thieu").includes(id) ? "thieu" : listIn(state, "du").includes(id) ? "du" : "-");
  };

  /* ---- the result in words ---- */
  const incomeWords = (lines, household) => {
    if (isTooSmall(household.total)) return `Số tiền ${money(household.total)} nhỏ quá. Hãy viết đủ, ví dụ 6.000.000 hoặc 6 triệu.`;
    if (!household.members) return "Chưa đủ số để tính thu nhập một người một tháng: cần tiền cả nhà làm ra và số người.";
    const { total, members } = household;
    const about = total % members ? "hơn " : "";
    const said = `${money(total)} chia cho ${members} người: ${about}${money(total / members)} một người một tháng.`;
    const areas = household.area ? [household.area] : Object.keys(AREAS);
    const limits = areas.map((area) => {
      const amounts = lines.filter((line) => line.area === area && line.over < 0).map((line) => line.amount);
      if (!amounts.length) return "";
      const limit = Math.max(...amounts);
      return ` Mức ở ${AREAS[area]} là ${money(limit)}: nhà bạn ${total <= limit * members ? "không quá mức" : "cao hơn mức"}.`;
    });
    return said + limits.join("");
  };
  const lackingWords = (lines, indicators, household) => {
    if (!indicators.length) return "Danh sách chỉ số của thời gian này chưa xác minh, nên chưa đếm được số chỉ số thiếu.";
    const [least, most] = lackingRange(indicators, household);
    const range = least === most ? `${least}` : `từ ${least} đến ${most}, vì có câu chưa rõ`;
    const mark = Math.max(0, ...lines.map((line) => line.lacking[0]));
    const told = mark ? ` Mốc phân biệt hộ nghèo với hộ cận nghèo là thiếu từ ${mark} chỉ số trở lên.` : "";
    return `Số chỉ số có thể thiếu: ${range} (trong ${indicators.length} chỉ số).${told}`;
  };
  const nameOf = (figures, outcome) => outcome && figures.labels[outcome].toLowerCase();
  /* Which questions would tell more: those of which some answer leaves fewer classes. */
  const tellingMore = (lines, indicators, household, found) => {
    const open = indicators.filter((id) => !household.lacks.includes(id) && !household.has.includes(id));
    const narrows = (...changes) => changes.some((change) => outcomes(lines, indicators, { ...household, ...change }).length < found.length);
    return [
      !household.area && narrows({ area: "nong-thon" }, { area: "do-thi" }) && "câu 2 (nông thôn hay thành thị)",
      !household.members && "câu 3 (thu nhập)",
      open.length && narrows({ lacks: [...household.lacks, ...open] }, { has: [...household.has, ...open] }) && "câu 4 (những chỗ còn “Không rõ”)",
    ].filter(Boolean);
  };
  const verdictWords = (figures, found, lines, indicators, household) => {
    if (!found.length) return "Ngày này chưa có chuẩn nghèo nào trang đã xác minh.";
    const named = found.filter(Boolean).map((one) => nameOf(figures, one));
    if (!named.length) return "Cao hơn các mức mà trang đã xác minh: có thể không phải hộ nghèo, hộ cận nghèo.";
    if (found.length === 1) return `Nhà bạn có thể là ${named[0]}.`;
    const more = tellingMore(lines, indicators, household, found);
    const either = found.includes("") ? `Chưa đủ để biết: có thể là ${named.join(" hoặc ")}, cũng có thể không thuộc loại nào trong đó.`
      : `Nhà bạn có thể là ${named.join(" hoặc ")}.`;
    return `${either} ${more.length ? `Muốn biết rõ hơn, hãy trả lời ${more.join(", ")}.`
      : "Trang chưa phân biệt được, vì danh sách chỉ số của thời gian này chưa xác minh. Hãy hỏi xã, phường."}`;
  };
  const system = (figures, title, lines, indicators, household) => {
    const order = Object.keys(figures.labels);
    const found = outcomes(lines, indicators, household).sort((a, b) => order.indexOf(a) - order.indexOf(b));
    const links = found.filter(Boolean).map((one) =>
      el("li", {}, el("a", { href: `${root}tra-cuu/${one}/`, className: "choice" }, `${figures.labels[one]} được hỗ trợ gì?`)));
    return [
      el("p", {}, el("strong", {}, title + verdictWords(figures, found, lines, indicators, household))),
      el("ul", {}, el("li", {}, incomeWords(lines, household)), el("li", {}, lackingWords(lines, indicators, household))),
      links.length ? el("ul", { className: "choices" }, ...links) : "",
    ];
  };
  /* On paper the result stands with what was answered, without the form. */
  const answered = (day) => {
    const rows = [...form.querySelectorAll("fieldset")].flatMap((set) => {
      const legend = set.querySelector("legend").textContent.replace(/^\d+\. /, "");
      const typed = [...set.querySelectorAll("input:not([type=radio])")].filter((input) => input.value)
        .map((input) => [form.querySelector(`label[for="${input.id}"]`).textContent, (input.name === "tong" ? money(sumOf(input.value)) : input.value)]);
      const chosen = set.querySelector("input:checked");
      if (!chosen) return set.dataset.indicator ? [[legend, "Không rõ"]] : typed;
      return [[legend, chosen.parentElement.textContent.trim()]];
    });
    return el("section", { className: "paper" }, el("h3", {}, "Nhà tôi đã trả lời"),
      el("dl", { className: "facts" }, ...rows.map(([asked, said]) => el("div", {}, el("dt", {}, asked), el("dd", {}, said)))),
      el("p", {}, `Trang “Hộ tôi thuộc diện nào?”, dựng ngày ${shown(form.dataset.day)}, tính theo chuẩn của ngày ${shown(day)}: ${location.href.split("#")[0]}`));
  };
  const standardWords = (lines, day) => {
    if (!lines.length) return `Theo ngày ${shown(day)}.`;
    const [first, last] = lines[0].days;
    const over = last && last < today() ? " Chuẩn này nay đã hết." : "";
    return `Theo chuẩn dùng từ ${shown(first)}${last ? ` đến hết ${shown(last)}` : ""}.${over}`;
  };
  const tell = (figures, state) => {
    const day = dayOf(state);
    const household = householdOf(state);
    const indicators = indicatorsOf(figures, day);
    const own = linesOf(figures, day, state.get("o-dau") || "-"), common = linesOf(figures, day, "");
    const head = el("h2", { tabIndex: -1 }, "Kết quả tính thử");
    result.replaceChildren(
      head,
      el("p", { className: "quiet" }, standardWords(common, day)),
      ...system(figures, own.length ? "Theo chuẩn chung cả nước: " : "", common, indicators, household),
      ...(own.length ? system(figures, "Theo chuẩn riêng nơi bạn ở: ", own, indicators, household) : []),
      answered(day),
      el("p", { className: "admonition warning" }, "Đây chỉ là tính thử, không quyết định gì. Muốn được xét, hãy báo trưởng thôn hoặc nộp giấy đề nghị tại Ủy ban nhân dân xã, phường."),
      el("p", { className: "acts" }, el("button", { type: "button", className: "link", onclick: () => window.print() }, "In kết quả"),
        el("a", { className: "link", href: `${root}tra-cuu/` }, "Tra cứu chính sách")),
    );
    result.hidden = false;
    result.parentElement.classList.add("told");
    head.focus({ preventScroll: true });
    head.scrollIntoView({ block: "start", behavior: "instant" });
  };

  /* ---- wiring ---- */
  let loading;
  const load = () => {
    loading = loading || fetch(form.dataset.figures).then((answer) => {
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.json();
    });
    return loading;
  };
  const render = () => {
    const state = read();
    if (!state.has("ngay")) {
      result.hidden = true;
      result.parentElement.classList.remove("told");
      return;
    }
    restore(state);
    load().then((figures) => tell(figures, state), () => {
      loading = undefined;
      result.hidden = false;
      result.replaceChildren(el("p", { className: "alert" }, "Chưa tải được chuẩn nghèo vì mất mạng. Bạn vẫn đếm được theo bảng ở trên."));
    });
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const state = `#${write()}`;
    if (state === location.hash) render();
    else location.hash = state;
  });
  form.addEventListener("reset", () => { location.hash = ""; setTimeout(() => { preset(); echo(); }); });
  const typed = document.getElementById("p_tong");
  const heard = document.getElementById("p_doc-la");
  const echo = () => {
    const sum = sumOf(typed.value);
    const millions = (sum / 1e6).toLocaleString("vi-VN", { maximumFractionDigits: 3 });
    heard.textContent = !sum ? "" : isTooSmall(sum) ? `“${typed.value.trim()}” là mấy triệu? Bấm nút thêm chữ “triệu”, hoặc viết đủ, ví dụ 6.000.000.` : `Đọc là: ${money(sum)}${sum < 1e6 ? "" : ` (${millions} triệu)`}.`;
  };
  typed.addEventListener("input", echo);
  /* The keys of a phone for numbers have a comma but no letters. */
  const millions = document.getElementById("p_trieu");
  millions.hidden = false;
  millions.addEventListener("click", () => {
    if (/\d\W*$/.test(typed.value)) typed.value = `${typed.value.trim()} triệu`;
    else typed.focus();
    echo();
  });
  window.addEventListener("hashchange", render);
  preset();
  render();
  echo();
})();
