/* The page of the search box: reads the query from the address, asks the engine, shows results. Texts of the index are
   put in as text only. Nothing is loaded before something is asked. */
"use strict";
(() => {
  const form = document.getElementById("p_tim");
  const box = document.getElementById("p_tu-khoa");
  const more = document.getElementById("p_xem-them");
  const choices = document.getElementById("p_loc");
  const elsewhere = document.getElementById("p_hoi-them");
  const selects = [...form.querySelectorAll("select")];
  const status = Object.assign(document.createElement("p"), { className: "found" });
  status.setAttribute("role", "status");
  const list = Object.assign(document.createElement("ol"), { id: "p_ket-qua", className: "lines results", hidden: true });
  form.after(status, elsewhere, list);
  const FIRST = 6, MORE = 10, PAUSE = 300; /* two screens of a phone first: each result costs up to 2 KB */
  const ADVICE = "Thử gõ ít từ hơn, bỏ bớt bộ lọc, hoặc chọn trong các danh sách bên dưới.";
  const NO_NETWORK = "Không tải được dữ liệu tìm kiếm. Hãy kiểm tra kết nối mạng rồi bấm Tìm lần nữa, hoặc dùng các danh sách bên dưới.";

  class Gone extends Error {}

  async function load(address) {
    const answer = await fetch(address);
    if (answer.status === 404) throw new Gone(address);
    if (!answer.ok) throw new Error(address);
    return answer.json();
  }

  const open = box => portalSearch.open(box.dataset.index.replace(/[^/]*$/, ""), load);
  let engine = open(form);
  let asked = 0, waiting = 0, shown = 0, current = null;

  /* The site was published anew while this page was open: its index lies elsewhere now. */
  async function openAnew() {
    const answer = await fetch(location.pathname, { cache: "reload" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    engine = open(page.getElementById("p_tim"));
  }

  async function attempt(work) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Gone)) throw error;
      await openAnew();
      return work();
    }
  }

  async function search() {
    const turn = ++asked;
    clearTimeout(waiting);
    const fields = new FormData(form);
    const get = name => String(fields.get(name) || "").trim();
    const text = get("q"), filters = { section: get("muc"), topic: get("chu-de"), place: get("dia-ban"), state: get("tinh-trang") };
    keepAddress(fields);
    if (!text) return clear("");
    status.textContent = "Đang tìm …";
    try {
      const [found, items] = await attempt(async () => {
        const hits = await engine.find(text, filters);
        return [hits, await results(hits, 0, FIRST)];
      });
      if (turn === asked) show(found, items, text);
    } catch {
      if (turn === asked) clear(NO_NETWORK);
    }
  }

  function keepAddress(fields) {
    const kept = new URLSearchParams([...fields].filter(([, value]) => value.trim()));
    history.replaceState(null, "", location.pathname + (String(kept) ? `?${kept}` : ""));
  }

  function clear(message) {
    list.replaceChildren();
    list.hidden = more.hidden = elsewhere.hidden = true;
    status.textContent = message;
  }

  function show(found, items, text) {
    choices.hidden = false;
    if (!items.length) {
      clear(`Không thấy trang nào cho “${text}”. ${ADVICE}`);
      elsewhere.hidden = false;
      return;
    }
    current = found;
    shown = items.length;
    list.replaceChildren(...items);
    list.hidden = false;
    more.hidden = shown >= found.hits.length;
    elsewhere.hidden = !found.isNear;
    const count = `${found.hits.length} kết quả`;
    status.textContent = found.isNear ? `Chưa thấy trang nào nói đúng “${text}”. ${count} gần nhất.` : `${count} cho “${text}”.`;
  }

  async function results(found, from, count) {
    const records = await Promise.all(found.hits.slice(from, from + count).map(unit => engine.record(unit, found.query)));
    return records.map(record => result(record, found.query));
  }

  function result(record, query) {
    const { anchor, pieces } = portalSearch.excerpt(record, query);
    const link = make("a", marked(portalSearch.mark(record.title, query)));
    link.href = form.dataset.root + record.address.slice(1) + (anchor ? "#" + encodeURIComponent(anchor) : "");
    const about = make("p", [[record.group.name, record.detail].filter(Boolean).join(" · ") + " "]);
    about.className = "quiet";
    if (record.group.label) {
      const state = make("span", [record.group.label]);
      state.className = "state " + record.group.tone;
      about.append(state);
    }
    return make("li", [make("h2", [link]), make("p", marked(pieces)), about]);
  }

  const marked = pieces => pieces.map(([text, isHit]) => isHit ? make("mark", [text]) : text);

  function make(name, children) {
    const element = document.createElement(name);
    element.append(...children);
    return element;
  }

  async function showMore() {
    const turn = asked;
    try {
      const items = await results(current, shown, MORE);
      if (turn !== asked) return;
      list.append(...items);
      shown += items.length;
      more.hidden = shown >= current.hits.length;
      items[0].querySelector("a").focus();
      status.textContent = `Đang hiện ${shown} trong ${current.hits.length} kết quả.`;
    } catch {
      status.textContent = "Không tải được thêm. Hãy kiểm tra kết nối mạng rồi bấm Xem thêm lần nữa.";
    }
  }

  form.addEventListener("submit", event => {
    event.preventDefault();
    search();
  });
  box.addEventListener("input", event => {
    clearTimeout(waiting);
    if (!event.isComposing) waiting = setTimeout(search, PAUSE);
  });
  box.addEventListener("compositionend", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, PAUSE);
  });
  for (const select of selects) select.addEventListener("change", search);
  more.addEventListener("click", showMore);

  const given = new URLSearchParams(location.search);
  box.value = (given.get("q") || "").slice(0, box.maxLength);
  for (const select of selects) {
    const value = given.get(select.name) || "";
    if (value && [...select.options].some(option => option.value === value)) {
      select.value = value;
      choices.open = true;
    }
  }
  if (box.value.trim()) search();
  else if (given.has("q")) box.focus();
})();
