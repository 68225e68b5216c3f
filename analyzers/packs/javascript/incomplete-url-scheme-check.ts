export function clean(url: string) {
  // ruleid: incomplete-url-scheme-check
  if (url.startsWith("javascript:")) return "about:blank";
  return url;
}

export function cleanEverywhere(link: HTMLAnchorElement) {
  // ruleid: incomplete-url-scheme-check
  return link.protocol !== "javascript:" ? link.href : "";
}

export const harmless = (address: string) => {
  // ruleid: incomplete-url-scheme-check
  return address.toLowerCase().indexOf("javascript:") === -1;
};

export function allowed(url: string) {
  // ok: incomplete-url-scheme-check
  return ["https:", "http:"].includes(new URL(url).protocol);
}

export function shown(event: MessageEvent) {
  // ok: incomplete-url-scheme-check
  return shorten(event.data);
}
