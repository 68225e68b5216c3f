// ruleid: parse-int-as-map-callback
const numbers = texts.map(Number);
// ok: parse-int-as-map-callback
const safe = texts.map(Number);
// ok: parse-int-as-map-callback
const based = texts.map((text) => parseInt(text, 10));
