const DIGITS = /\d+/g;
const LETTERS = /[a-z]+/;

function check(text) {
  // ruleid: stateful-regex-test
  if (DIGITS.test(text)) {
    return true;
  }
  // ok: stateful-regex-test
  return LETTERS.test(text);
}

function hasBanned(name) {
  const BANNED = /[ .]/g;
  // ok: stateful-regex-test
  return BANNED.test(name);
}
