// ruleid: redos-string
const slow = new RegExp("([a-z]+)+$", "i");
// ok: redos-string
const fast = new RegExp("[a-z]+$", "i");
