// ruleid: overly-large-regex-range
const name = /^[A-Za-z0-9]+$/;
// ok: overly-large-regex-range
const word = /^[A-Za-z]+$/;
// ok: overly-large-regex-range
const title = "from A-z";
// ruleid: overly-large-regex-range
const code = /^[A-Za-z0-9]+$/;
// ruleid: overly-large-regex-range
const place = /^[A-Za-z]+$/;
// ruleid: overly-large-regex-range
const field = /^[0-9A-Za-z_]+$/;
