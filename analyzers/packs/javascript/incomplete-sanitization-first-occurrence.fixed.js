function escapeText(text) {
  // ruleid: incomplete-sanitization-first-occurrence
  const first = text.replaceAll("<", "&lt;");
  // ruleid: incomplete-sanitization-first-occurrence
  return first.replaceAll('"', '&quot;');
}

function quiet(text) {
  // ok: incomplete-sanitization-first-occurrence
  const first = text.replaceAll("<", "&lt;");
  // ok: incomplete-sanitization-first-occurrence
  const second = first.replace(/>/g, "&gt;");
  // ok: incomplete-sanitization-first-occurrence
  return second.replace("<", "");
}
