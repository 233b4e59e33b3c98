// Adds a button to each text that is there to be copied. Without it the text is selected and copied by hand.
(() => {
  "use strict";
  for (const box of document.querySelectorAll("textarea.copied")) {
    const button = document.createElement("button"), said = document.createElement("span");
    button.type = "button";
    button.className = "button";
    button.textContent = "Chép";
    button.setAttribute("aria-describedby", box.getAttribute("aria-labelledby"));
    said.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      box.select();
      try {
        await navigator.clipboard.writeText(box.value);
        said.textContent = " Đã chép. Hãy dán vào nhóm.";
      } catch {
        said.textContent = " Lời đã được bôi đen: hãy chép bằng tay.";
      }
    });
    box.nextElementSibling.prepend(button, said, " ");
  }
})();
