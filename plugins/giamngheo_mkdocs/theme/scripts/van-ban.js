// Search of documents: reads the records once when needed, filters them here, keeps the choice in the address.
(() => {
  "use strict";
  const place = document.querySelector(".sift");
  const list = document.getElementById("p_danh-sach");
  if (!place || !list) return;
  const facets = [...document.querySelectorAll("[data-facet]")];
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
  const words = (text) => fold(text).match(/[a-z0-9]+/g) || [];
  const make = (name, set = {}, ...inside) => {
    const element = Object.assign(document.createElement(name), set);
    element.append(...inside);
    return element;
  };

  const form = make("form", { method: "get" });
  form.setAttribute("role", "search");
  form.setAttribute("aria-label", "Tìm văn bản");
  const field = (label, control, name) => {
    control.id = `p_tim-${name}`;
    control.name = name;
    return make("div", {}, make("label", { htmlFor: control.id, textContent: label }), control);
  };
  const selects = make("div");
  const choices = make("details", { className: "choices" }, make("summary", { textContent: "Lọc kết quả" }), selects);
  form.append(field("Số hiệu hoặc từ trong tên", make("input", { type: "search", autocomplete: "off" }), "q"), choices);
  for (const facet of facets) {
    const options = [...facet.querySelectorAll("a")].map((a) => make("option", { value: a.dataset.value, textContent: a.textContent }));
    selects.append(field(facet.querySelector("summary").textContent, make("select", {}, make("option", { value: "", textContent: "Tất cả" }), ...options), facet.dataset.facet));
  }
  const found = make("div", { hidden: true });
  const told = make("p", { className: "quiet" });
  told.setAttribute("role", "status");
  place.append(form);
  document.querySelector(".filters").hidden = true;
  list.before(told, found);

  let records;
  const read = () => {
    records ||= fetch(place.dataset.index).then((answer) => answer.json());
    return records;
  };
  const line = (data, row) => {
    const [id, number, title, , issuer, , state, issued] = row;
    const [label, tone] = data["tinh-trang"][state];
    const about = [data["co-quan"][issuer], issued].filter(Boolean).join(", ");
    return make("li", {}, make("a", { href: `${place.dataset.documents}${id}/`, textContent: `${number}: ${title}` }), " ",
      make("span", { className: "quiet", textContent: about }), " ", make("span", { className: `state ${tone}`, textContent: label }));
  };
  const MOST = 100;
  const show = async () => {
    const chosen = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    const query = chosen.toString();
    history.replaceState(null, "", query ? `?${query}` : location.pathname);
    list.hidden = Boolean(query);
    found.hidden = !query;
    if (!query) {
      told.textContent = "";
      return;
    }
    let data;
    try {
      data = await read();
    } catch {
      records = undefined;
      list.hidden = false;
      told.textContent = "Chưa tải được danh sách để tìm. Hãy chọn theo loại, năm, cơ quan hoặc tình trạng.";
      return;
    }
    const sought = words(chosen.get("q") || "");
    const want = [["loai", 3], ["co-quan", 4], ["nam", 5], ["tinh-trang", 6]].map(([name, at]) => [chosen.get(name), at]);
    const rows = data["van-ban"].filter((row) => {
      const has = ` ${words(`${row[1]} ${row[2]}`).join(" ")}`;
      return want.every(([value, at]) => !value || (row[at] || "chua-ro") === value) && sought.every((word) => has.includes(` ${word}`));
    });
    told.textContent = rows.length > MOST ? `Tìm thấy ${rows.length} văn bản, dưới đây là ${MOST} văn bản mới nhất.`
      : rows.length ? `Tìm thấy ${rows.length} văn bản.` : "Không thấy văn bản nào. Hãy bớt từ hoặc chọn “Tất cả”.";
    found.replaceChildren(make("ul", { className: "lines" }, ...rows.slice(0, MOST).map((row) => line(data, row))));
  };
  const asked = new URLSearchParams(location.search);
  for (const control of form.elements) if (asked.get(control.name)) control.value = asked.get(control.name);
  choices.open = facets.some((facet) => asked.get(facet.dataset.facet)) || matchMedia("(min-width: 56.25em)").matches;
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show();
  });
  if ([...asked.keys()].length) show();
})();
