import { useSearchParams } from "react-router-dom";

const SCHEMES = ["http:", "https:"];

function isLink(link: string | null): link is string {
  if (!link) return false;
  try {
    return SCHEMES.includes(new URL(link, window.location.origin).protocol);
  } catch {
    return false;
  }
}

function hasScheme(link: string) {
  const url = new URL(link);
  return url.protocol === "http:" || url.protocol === "https:";
}

function isWritten(link: string) {
  try {
    console.log(new URL(link).protocol);
    return true;
  } catch {
    return false;
  }
}

export function Back() {
  const [params] = useSearchParams();
  const back = params.get("back");
  // ruleid: dom-xss-url
  return <a href={back}>Back</a>;
}

export function Framed() {
  const page = new URLSearchParams(window.location.search).get("page");
  // ruleid: dom-xss-url
  return <iframe title="page" src={page} />;
}

export function Sent() {
  const [params] = useSearchParams();
  const next = params.get("next");
  return (
    // ruleid: dom-xss-url
    <form action={next}>
      <input name="a" />
    </form>
  );
}

export function Checked() {
  const [params] = useSearchParams();
  const back = params.get("back");
  if (!isLink(back)) return null;
  // ok: dom-xss-url
  return <a href={back}>Back</a>;
}

export function CheckedByHelper() {
  const [params] = useSearchParams();
  const back = params.get("back");
  // ok: dom-xss-url
  return hasScheme(back) ? <a href={back}>Back</a> : null;
}

export function CheckedHere() {
  const [params] = useSearchParams();
  const back = params.get("back") ?? "/";
  const { protocol } = new URL(back, window.location.href);
  if (protocol !== "https:") return null;
  // ok: dom-xss-url
  return <a href={back}>Back</a>;
}

export function CheckedByBeginning() {
  const [params] = useSearchParams();
  const back = params.get("back") ?? "";
  // ok: dom-xss-url
  return /^https?:\/\//.test(back) ? <a href={back}>Back</a> : <span>{back}</span>;
}

export function CheckedForNothing() {
  const [params] = useSearchParams();
  const back = params.get("back");
  if (!isWritten(back)) return null;
  // ruleid: dom-xss-url
  return <a href={back}>Back</a>;
}

export function CheckedForScript() {
  const [params] = useSearchParams();
  const back = params.get("back");
  if (new URL(back).protocol === "javascript:") console.warn("script");
  // ruleid: dom-xss-url
  return <a href={back}>Back</a>;
}

export function Within() {
  const [params] = useSearchParams();
  // ok: dom-xss-url
  return <a href={`/pages/${params.get("page")}`}>Page</a>;
}

export function Reload() {
  // ok: dom-xss-url
  const origin = <a href={`${window.location.protocol}//${window.location.host}${location.hash}`}>Start</a>;
  if (!origin) return origin;
  // ok: dom-xss-url
  return <a href={window.location.pathname + window.location.search}>Reload</a>;
}

export function Share({ token }) {
  const address = new URL(window.location.toString());
  address.searchParams.set("r", token);
  address.pathname = "/shared";
  // ok: dom-xss-url
  const link = <a href={address.toString()}>{address.toString()}</a>;
  if (token) return link;
  // ruleid: dom-xss-url
  return <a href={address.searchParams.get("back")}>Back</a>;
}
