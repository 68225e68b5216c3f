export function allowed(origin: string) {
  // ruleid: host-pattern-open
  if (/^https:\/\/www\.example\.com$/.test(origin)) return true;
  // ruleid: host-pattern-open
  if (/^https?:\/\/api\.example\.com\//.test(origin)) return true;
  // ruleid: host-pattern-open
  if (new RegExp("^https://example\\.com/").test(origin)) return true;
  // ok: host-pattern-open
  if (/^https:\/\/www\.example\.com$/.test(origin)) return true;
  // ok: host-pattern-open
  if (/^https:\/\/[a-z]+\.example\.com$/.test(origin)) return true;
  // ok: host-pattern-open
  if (new RegExp("^https://example\\.com/").test(origin)) return true;
  // ok: host-pattern-open
  return /^a.comb/.test(origin);
}
