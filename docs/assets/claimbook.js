// The theme leaves its search dialog without a name; a screen reader needs one.
document.querySelector(".md-search")?.setAttribute("aria-label", "Search this site");
