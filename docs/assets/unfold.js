/* A link to something folded unfolds it: browsers of some years ago do not. Without this script folds open by hand. */
"use strict";

(() => {
  function unfold() {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    let folded = false;
    for (let around = target.closest("details"); around; around = around.parentElement.closest("details")) {
      folded = folded || !around.open;
      around.open = true;
    }
    if (folded) target.scrollIntoView();
  }
  addEventListener("hashchange", unfold);
  unfold();
})();
