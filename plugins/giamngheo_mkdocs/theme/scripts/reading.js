// Size of letters and colours as the reader wants them, kept on this device, and copies of pages for reading without a
// network. Runs before the first paint, so that nothing jumps and nothing flashes.
(() => {
  "use strict";
  const root = document.documentElement;
  /* Each choice: the key it is kept under, its name, and its values with their words; the first is that of the device. */
  const CHOICES = [
    ["chu", "Cỡ chữ", [["", "Vừa"], ["to", "To"], ["rat-to", "Rất to"]]],
    ["nen", "Màu nền", [["", "Theo máy"], ["sang", "Sáng"], ["toi", "Tối"]]],
  ];
  const kept = (key, value) => { // storage may be forbidden: then a choice holds for this page
    try { return value === undefined ? localStorage.getItem(key) : value ? localStorage.setItem(key, value) : localStorage.removeItem(key); } catch { return null; }
  };
  const show = (key, value) => {
    if (value) root.dataset[key] = value; else delete root.dataset[key];
    if (key !== "nen") return;
    for (const meta of document.querySelectorAll("meta[name=theme-color]")) {
      meta.of = meta.of || meta.media; // the bar of the browser follows the page
      meta.media = value ? (meta.of.includes("dark") === (value === "toi") ? "all" : "not all") : meta.of;
    }
  };
  root.classList.add("js");
  for (const [key, , values] of CHOICES) {
    const value = kept(key);
    show(key, values.some(([known]) => known === value) ? value : "");
  }
  const panel = () => {
    const made = Object.assign(document.createElement("section"), { className: "looks wide", ariaLabel: "Cỡ chữ và màu nền" });
    for (const [key, name, values] of CHOICES) {
      const set = document.createElement("fieldset"), legend = document.createElement("legend"), row = document.createElement("div");
      legend.textContent = name;
      row.className = "trio";
      for (const [value, words] of values) {
        const label = Object.assign(document.createElement("label"), { className: "choice" });
        const input = Object.assign(document.createElement("input"), { type: "radio", name: `p_${key}`, checked: (root.dataset[key] || "") === value });
        input.addEventListener("change", () => { show(key, value); kept(key, value); });
        label.append(input, words);
        row.append(label);
      }
      set.append(legend, row);
      made.append(set);
    }
    return made;
  };
  const worker = new URL("../sw.js", document.currentScript.src);
  document.addEventListener("DOMContentLoaded", () => {
    document.querySelector("button.print")?.addEventListener("click", () => print());
    const button = document.querySelector("button.size");
    if (!button) return;
    let shown;
    const turn = open => { shown.hidden = !open; button.setAttribute("aria-expanded", String(open)); };
    button.addEventListener("click", () => {
      if (!shown) { shown = panel(); shown.hidden = true; button.closest("header").after(shown); }
      turn(shown.hidden);
      if (!shown.hidden) shown.querySelector(":checked").focus();
    });
    addEventListener("keydown", event => {
      if (event.key !== "Escape" || !shown || !shown.contains(document.activeElement)) return;
      turn(false);
      button.focus();
    });
  });
  addEventListener("load", () => { navigator.serviceWorker?.register(worker).catch(() => {}); });
})();
