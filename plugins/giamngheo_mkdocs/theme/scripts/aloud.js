// Reads the article aloud, sentence by sentence, and marks the sentence. Offered only where a Vietnamese voice is
// installed: any other voice makes Vietnamese into noise.
(() => {
  "use strict";
  const speech = window.speechSynthesis, button = document.querySelector("button.aloud"), article = document.querySelector("article");
  if (!speech || !button || !article) return;
  const blocks = "h1,h2,h3,h4,p,li,dt,dd,td,th,figcaption,summary";
  let voice = null, turn = 0;

  const find = () => {
    voice = speech.getVoices().find(v => v.lang.toLowerCase().startsWith("vi")) || null;
    button.classList.toggle("ready", Boolean(voice));
    if (!voice) stop();
  };

  // Sentences of the visible text as ranges: a block's own text, not that of the blocks in it.
  function* sentences() {
    for (const block of article.querySelectorAll(blocks)) {
      if (!block.checkVisibility() || block.closest("[aria-hidden=true]")) continue;
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT), nodes = [];
      while (walker.nextNode()) if (walker.currentNode.parentElement.closest(blocks) === block) nodes.push(walker.currentNode);
      yield* ranges(nodes);
    }
  }

  function* ranges(nodes) {
    const text = nodes.map(node => node.data).join("");
    for (const found of text.matchAll(/\S[^]*?(?:[.!?…:;](?=\s)|$)/g)) {
      if (!/[\p{L}\d]/u.test(found[0])) continue;
      const range = new Range(), [first, start] = place(nodes, found.index), [last, end] = place(nodes, found.index + found[0].length);
      range.setStart(first, start);
      range.setEnd(last, end);
      yield { range, text: found[0].replace(/\s+/g, " ") };
    }
  }

  function place(nodes, offset) {
    for (const node of nodes) {
      if (offset <= node.length) return [node, offset];
      offset -= node.length;
    }
    return [nodes.at(-1), nodes.at(-1).length];
  }

  function mark(range) {
    const marks = window.CSS && CSS.highlights;
    if (marks) range ? marks.set("aloud", new Highlight(range)) : marks.delete("aloud");
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    range?.startContainer.parentElement.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
  }

  function stop() {
    turn += 1;
    speech.cancel();
    mark(null);
    button.textContent = "Nghe";
    button.setAttribute("aria-pressed", "false");
  }

  function start() {
    stop();
    const mine = turn, rest = sentences();
    button.textContent = "Dừng";
    button.setAttribute("aria-pressed", "true");
    const next = () => {
      if (mine !== turn) return;
      const { value, done } = rest.next();
      if (done) { stop(); return; }
      const words = new SpeechSynthesisUtterance(value.text);
      words.voice = voice;
      words.lang = voice.lang;
      words.onend = words.onerror = next;
      mark(value.range);
      speech.speak(words);
    };
    next();
  }

  button.addEventListener("click", () => (button.getAttribute("aria-pressed") === "true" ? stop() : start()));
  addEventListener("keydown", event => { if (event.key === "Escape" && button.getAttribute("aria-pressed") === "true") stop(); });
  addEventListener("pagehide", stop);
  speech.addEventListener?.("voiceschanged", find);
  find();
})();
