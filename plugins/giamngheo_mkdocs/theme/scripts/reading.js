// Large text, kept on this device, and copies of pages for reading without a network. Runs before the first paint, so
// that nothing jumps for those who read in large text.
(() => {
  "use strict";
  const root = document.documentElement, key = "chu-to";
  const kept = value => { // storage may be forbidden: then the choice holds for this page
    try { return value === undefined ? localStorage.getItem(key) : value ? localStorage.setItem(key, "1") : localStorage.removeItem(key); } catch { return null; }
  };
  root.classList.add("js");
  root.classList.toggle("large", Boolean(kept()));
  const worker = new URL("../sw.js", document.currentScript.src);
  document.addEventListener("DOMContentLoaded", () => {
    document.querySelector("button.print")?.addEventListener("click", () => print());
    const button = document.querySelector("button.size");
    if (!button) return;
    const show = on => { root.classList.toggle("large", on); button.setAttribute("aria-pressed", String(on)); };
    show(root.classList.contains("large"));
    button.addEventListener("click", () => { const on = !root.classList.contains("large"); show(on); kept(on); });
  });
  addEventListener("load", () => { navigator.serviceWorker?.register(worker).catch(() => {}); });
})();
