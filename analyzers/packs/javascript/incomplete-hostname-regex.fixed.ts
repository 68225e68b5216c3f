export function allowed(origin: string) {
  // ruleid: incomplete-hostname-regex
  if (/^https:\/\/www\.example\.com$/.test(origin)) return true;
  // ruleid: incomplete-hostname-regex
  if (/^https?:\/\/api\.example\.com\//.test(origin)) return true;
  // ruleid: incomplete-hostname-regex
  if (new RegExp("^https://example\\.com/").test(origin)) return true;
  // ok: incomplete-hostname-regex
  if (/^https:\/\/www\.example\.com$/.test(origin)) return true;
  // ok: incomplete-hostname-regex
  if (/^https:\/\/[a-z]+\.example\.com$/.test(origin)) return true;
  // ok: incomplete-hostname-regex
  if (new RegExp("^https://example\\.com/").test(origin)) return true;
  // ok: incomplete-hostname-regex
  return /^a.comb/.test(origin);
}
