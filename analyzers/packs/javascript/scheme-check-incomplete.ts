export function clean(url: string) {
  // ruleid: scheme-check-incomplete
  if (url.startsWith("javascript:")) return "about:blank";
  return url;
}

export function cleanEverywhere(link: HTMLAnchorElement) {
  // ruleid: scheme-check-incomplete
  return link.protocol !== "javascript:" ? link.href : "";
}

export const harmless = (address: string) => {
  // ruleid: scheme-check-incomplete
  return address.toLowerCase().indexOf("javascript:") === -1;
};

export function allowed(url: string) {
  // ok: scheme-check-incomplete
  return ["https:", "http:"].includes(new URL(url).protocol);
}

export function shown(event: MessageEvent) {
  // ok: scheme-check-incomplete
  return shorten(event.data);
}
