// ruleid: js-regex-text-catastrophic
const slow = new RegExp("([a-z]+)+$", "i");
// ok: js-regex-text-catastrophic
const fast = new RegExp("[a-z]+$", "i");
