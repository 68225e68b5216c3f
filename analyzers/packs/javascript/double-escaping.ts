export function unescape(text: string) {
  // ruleid: double-escaping
  return text.replace(/&amp;/g, "&").replace(/&lt;/g, "<").replace(/&gt;/g, ">");
}

export function unescapeAmong(text: string) {
  // ruleid: double-escaping
  return text.replace(/&nbsp;/g, " ").replace(/&amp;/g, "&").replace(/&quot;/g, '"');
}

export function escape(text: string) {
  // ruleid: double-escaping
  return text.replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/&/g, "&amp;");
}

export function unescapeInOrder(text: string) {
  // ok: double-escaping
  return text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
}

export function escapeInOrder(text: string) {
  // ok: double-escaping
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
}

export function parameters(text: string) {
  // ok: double-escaping
  return text.replace(/&amp;/g, "&").replace(/\s/g, "+");
}
