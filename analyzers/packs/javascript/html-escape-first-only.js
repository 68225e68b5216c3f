function escapeText(text) {
  // ruleid: html-escape-first-only
  const first = text.replace("<", "&lt;");
  // ruleid: html-escape-first-only
  return first.replace('"', '&quot;');
}

function quiet(text) {
  // ok: html-escape-first-only
  const first = text.replaceAll("<", "&lt;");
  // ok: html-escape-first-only
  const second = first.replace(/>/g, "&gt;");
  // ok: html-escape-first-only
  return second.replace("<", "");
}
