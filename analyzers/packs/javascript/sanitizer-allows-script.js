import DOMPurify from "dompurify";
import sanitizeHtml from "sanitize-html";
import xss from "xss";

export function clean(html) {
  // ruleid: sanitizer-allows-script
  const first = DOMPurify.sanitize(html, { ADD_TAGS: ["script", "mark"] });
  // ruleid: sanitizer-allows-script
  const second = DOMPurify.sanitize(html, { USE_PROFILES: { html: true }, ADD_ATTR: ["target", "onclick"] });
  // ruleid: sanitizer-allows-script
  const third = DOMPurify.sanitize(html, { ALLOW_UNKNOWN_PROTOCOLS: true });
  // ruleid: sanitizer-allows-script
  const fourth = sanitizeHtml(html, { allowedTags: false, allowedClasses: {} });
  // ruleid: sanitizer-allows-script
  const fifth = sanitizeHtml(html, { allowedTags: sanitizeHtml.defaults.allowedTags.concat(["script"]) });
  // ruleid: sanitizer-allows-script
  const sixth = sanitizeHtml(html, { allowedAttributes: { "*": ["onclick"] } });
  // ruleid: sanitizer-allows-script
  const seventh = sanitizeHtml(html, { allowedSchemes: ["https", "javascript"] });
  // ruleid: sanitizer-allows-script
  const eighth = xss(html, { whiteList: { a: ["href", "onclick"] } });
  return [first, second, third, fourth, fifth, sixth, seventh, eighth];
}

// ruleid: sanitizer-allows-script
DOMPurify.setConfig({ ADD_TAGS: ["script"] });

export function quiet(html) {
  // ok: sanitizer-allows-script
  const first = DOMPurify.sanitize(html, { ADD_TAGS: ["mark"], ADD_ATTR: ["target"], FORBID_TAGS: ["script"] });
  // ok: sanitizer-allows-script
  const second = sanitizeHtml(html, { allowedTags: ["a", "b"], allowedAttributes: { a: ["href"] } });
  // ok: sanitizer-allows-script
  const third = sanitizeHtml(html, { allowedTags: [], allowedAttributes: {} });
  // ok: sanitizer-allows-script
  const fourth = sanitizeHtml(html, { allowedSchemes: ["https", "mailto"] });
  // ok: sanitizer-allows-script
  const fifth = DOMPurify.sanitize(html, { ADD_TAGS: ["iframe"], ADD_ATTR: ["allowfullscreen"] });
  // ok: sanitizer-allows-script
  const sixth = xss(html, { whiteList: {}, stripIgnoreTagBody: ["script"] });
  return [first, second, third, fourth, fifth, sixth];
}

export function addresses(html) {
  // ruleid: sanitizer-allows-script
  const first = DOMPurify.sanitize(html, { ALLOWED_URI_REGEXP: /.*/ });
  // ruleid: sanitizer-allows-script
  const second = DOMPurify.sanitize(html, { ALLOWED_URI_REGEXP: /^(?:https?|javascript):/i });
  // ruleid: sanitizer-allows-script
  const third = DOMPurify.sanitize(html, { ADD_URI_SAFE_ATTR: ["href"] });
  // ruleid: sanitizer-allows-script
  const fourth = DOMPurify.sanitize(html, { SAFE_FOR_XML: false });
  // ruleid: sanitizer-allows-script
  const fifth = sanitizeHtml(html, { allowedTags: ["style"], allowVulnerableTags: true });
  // ruleid: sanitizer-allows-script
  const sixth = sanitizeHtml(html, { allowedSchemesByTag: { a: ["https", "javascript"] } });
  // ok: sanitizer-allows-script
  const seventh = DOMPurify.sanitize(html, { ALLOWED_URI_REGEXP: /^(?:https?|mailto|cid):/i });
  // ok: sanitizer-allows-script
  const eighth = DOMPurify.sanitize(html, { ALLOWED_URI_REGEXP: /^(?!javascript:)/i });
  // ok: sanitizer-allows-script
  const ninth = DOMPurify.sanitize(html, { ADD_URI_SAFE_ATTR: ["data-label"], SAFE_FOR_XML: true });
  // ok: sanitizer-allows-script
  const tenth = sanitizeHtml(html, { allowedSchemesByTag: { img: ["data", "https"] }, allowVulnerableTags: false });
  return [first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth];
}
