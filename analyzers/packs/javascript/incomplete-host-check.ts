export function trusted(url: string, origin: string) {
  // ruleid: incomplete-host-check
  if (url.indexOf("https://example.com") !== -1) return true;
  // ruleid: incomplete-host-check
  if (new URL(url).hostname.includes("example.com")) return true;
  // ruleid: incomplete-host-check
  if (new URL(url).hostname.endsWith("example.com")) return true;
  // ruleid: incomplete-host-check
  if (origin.endsWith("partner.org")) return true;
  // ruleid: incomplete-host-check
  if (origin.startsWith("https://example.com")) return true;
  // ruleid: incomplete-host-check
  if (req.query.returnTo.includes("www.example.com")) return true;
  // ruleid: incomplete-host-check
  if (~request.headers.referer.indexOf("example.net")) return true;
  // ok: incomplete-host-check
  if (new URL(url).hostname.endsWith(".example.com")) return true;
  // ok: incomplete-host-check
  if (origin === "https://example.com") return true;
  // ok: incomplete-host-check
  if (url.startsWith("https://example.com/")) return true;
  // ok: incomplete-host-check
  if (hosts.includes("example.com")) return true;
  // ok: incomplete-host-check
  if (url.includes(".com")) return true;
  // ok: incomplete-host-check
  if (text.includes("example.com")) return true;
  // ok: incomplete-host-check
  if (url.endsWith("/index.html")) return true;
  // ok: incomplete-host-check
  return ["https://example.com"].includes(origin);
}
