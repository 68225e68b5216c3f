export function trusted(url: string, origin: string) {
  // ruleid: address-check-incomplete
  if (url.indexOf("https://example.com") !== -1) return true;
  // ruleid: address-check-incomplete
  if (new URL(url).hostname.includes("example.com")) return true;
  // ruleid: address-check-incomplete
  if (new URL(url).hostname.endsWith("example.com")) return true;
  // ruleid: address-check-incomplete
  if (origin.endsWith("partner.org")) return true;
  // ruleid: address-check-incomplete
  if (origin.startsWith("https://example.com")) return true;
  // ruleid: address-check-incomplete
  if (req.query.returnTo.includes("www.example.com")) return true;
  // ruleid: address-check-incomplete
  if (~request.headers.referer.indexOf("example.net")) return true;
  // ok: address-check-incomplete
  if (new URL(url).hostname.endsWith(".example.com")) return true;
  // ok: address-check-incomplete
  if (origin === "https://example.com") return true;
  // ok: address-check-incomplete
  if (url.startsWith("https://example.com/")) return true;
  // ok: address-check-incomplete
  if (hosts.includes("example.com")) return true;
  // ok: address-check-incomplete
  if (url.includes(".com")) return true;
  // ok: address-check-incomplete
  if (text.includes("example.com")) return true;
  // ok: address-check-incomplete
  if (url.endsWith("/index.html")) return true;
  // ok: address-check-incomplete
  return ["https://example.com"].includes(origin);
}
