// ruleid: overly-large-regex-range
const name = /^[A-z0-9]+$/;
// ok: overly-large-regex-range
const word = /^[A-Za-z]+$/;
// ok: overly-large-regex-range
const title = "from A-z";
// ruleid: overly-large-regex-range
const code = /^[a-zA-z0-9]+$/;
// ruleid: overly-large-regex-range
const place = /^[A-za-z]+$/;
// ruleid: overly-large-regex-range
const field = /^[a-z0-9A-z_]+$/;
